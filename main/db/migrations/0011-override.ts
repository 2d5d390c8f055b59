import { caseId, flag, json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

const askings = `
  ${kept('gate_override', [
    caseId,
    'item_id TEXT NOT NULL',
    'code TEXT NOT NULL UNIQUE',
    "gate TEXT NOT NULL CHECK (gate IN ('G2', 'G3', 'G5'))",
    '"of" TEXT NOT NULL',
    json('keys'),
    'danger TEXT',
    'reason TEXT NOT NULL CHECK (length(reason) >= 20)',
    json('reach'),
    json('person_ids'),
    json('findings'),
    '"by" TEXT NOT NULL',
    json('duties'),
    'answers_before INTEGER NOT NULL',
    'at TEXT NOT NULL',
  ])}
  CREATE INDEX gate_override_of_case ON gate_override (case_id);
  ${neverChanged('gate_override')}`

const answers = `
  ${kept('override_answer', [
    caseId,
    'override_id TEXT NOT NULL REFERENCES gate_override (id)',
    flag('grants'),
    'words TEXT NOT NULL',
    '"by" TEXT NOT NULL',
    'brief_id TEXT REFERENCES brief (id)',
    'at TEXT NOT NULL',
  ])}
  CREATE INDEX override_answer_of_case ON override_answer (case_id);
  CREATE UNIQUE INDEX override_answered_once ON override_answer (override_id);
  ${neverChanged('override_answer')}`

const checks = `
  ${kept('publication_check', [
    caseId,
    'item_id TEXT NOT NULL',
    'code TEXT NOT NULL UNIQUE',
    '"of" TEXT NOT NULL',
    json('answers'),
    '"by" TEXT NOT NULL',
    'checked_on TEXT NOT NULL',
    'at TEXT NOT NULL',
  ])}
  CREATE INDEX publication_check_of_case ON publication_check (case_id);
  ${neverChanged('publication_check')}`

const readings = `
  ${kept('publication_reading', [
    caseId,
    'item_id TEXT NOT NULL',
    '"of" TEXT NOT NULL',
    'words TEXT NOT NULL',
    '"by" TEXT NOT NULL',
    'brief_id TEXT REFERENCES brief (id)',
    'at TEXT NOT NULL',
  ])}
  CREATE INDEX publication_reading_of_case ON publication_reading (case_id);
  ${neverChanged('publication_reading')}`

/** Overrides by two people, and what publication asks for besides. */
export const override: Migration = {
  version: 11,
  up: db => void db.exec([askings, answers, checks, readings].join('\n')),
}
