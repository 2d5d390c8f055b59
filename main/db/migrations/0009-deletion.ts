import { caseId, flag, json, kept } from '../columns.ts'
import { addedOnly, neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

const forgetting = `
  ${kept('forgetting', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    "kind TEXT NOT NULL CHECK (kind IN ('asked', 'agreed', 'declined'))",
    "request TEXT REFERENCES forgetting (id) CHECK ((request IS NULL) = (kind = 'asked'))",
    '"by" TEXT NOT NULL',
    "words TEXT NOT NULL CHECK (words <> '')",
    json('conditions'),
    json('destroyed'),
    flag('sole'),
    'at TEXT NOT NULL',
  ])}
  CREATE INDEX forgetting_of_case ON forgetting (case_id);
  CREATE UNIQUE INDEX forgetting_answered_once ON forgetting (request) WHERE request IS NOT NULL;
  ${neverChanged('forgetting')}`

const bases = `
  ${kept('identity_basis', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    "basis TEXT NOT NULL CHECK (basis <> '')",
    'consent TEXT NOT NULL',
    'answers_before INTEGER NOT NULL',
    'destroyed_before INTEGER NOT NULL',
    '"by" TEXT NOT NULL',
    'recorded_at TEXT NOT NULL',
  ])}
  CREATE INDEX identity_basis_of_case ON identity_basis (case_id);
  ${addedOnly('identity_basis')}`

const labels = `
  -- The highest number among labels of a case that were taken off it. A counter, not case data: the history has the rows.
  CREATE TABLE label_gone (
    case_id TEXT NOT NULL REFERENCES case_file (id),
    letter  TEXT NOT NULL CHECK (letter IN ('S', 'C')),
    highest INTEGER NOT NULL,
    PRIMARY KEY (case_id, letter)
  ) STRICT;`

/** Destroying by two, why an identity is kept without consent, and labels that never come back. */
export const deletion: Migration = {
  version: 9,
  up: db => void db.exec([forgetting, bases, labels].join('\n')),
}
