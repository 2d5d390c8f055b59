import { kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

const tables = [
  kept('officer_key', [
    'officer_id TEXT NOT NULL REFERENCES officer (id)',
    'public_key TEXT NOT NULL UNIQUE',
    'recipient TEXT NOT NULL UNIQUE',
    'made_at TEXT NOT NULL',
    'retired_at TEXT',
  ]),
  `CREATE UNIQUE INDEX officer_key_now ON officer_key (officer_id) WHERE retired_at IS NULL;`,
  `-- The secret halves. Without history on purpose: a seed that was retired must be gone.
  CREATE TABLE officer_secret (
    key_id       TEXT PRIMARY KEY REFERENCES officer_key (id),
    signing_seed BLOB CHECK (length(signing_seed) = 32),
    identity     TEXT NOT NULL
  ) STRICT;`,
  kept('colleague', [
    'role TEXT NOT NULL',
    'office TEXT NOT NULL',
    `recipient_class TEXT NOT NULL CHECK (recipient_class IN ('same_office', 'UN_entity', 'UN_expert'))`,
    'added_at TEXT NOT NULL',
  ]),
  neverChanged('colleague'),
  kept('colleague_event', [
    'colleague_id TEXT NOT NULL REFERENCES colleague (id)',
    `kind TEXT NOT NULL CHECK (kind IN ('added', 'key_changed', 'verified', 'retired'))`,
    'at TEXT NOT NULL',
    '"by" TEXT NOT NULL',
    `public_key TEXT CHECK ((public_key IS NULL) = (kind = 'retired'))`,
    `recipient TEXT CHECK ((recipient IS NULL) = (kind = 'retired'))`,
    `how TEXT CHECK ((how IS NULL) = (kind <> 'verified'))`,
    `reason TEXT CHECK ((reason IS NULL) = (kind <> 'retired'))`,
  ]),
  `CREATE INDEX colleague_event_of ON colleague_event (colleague_id);`,
  neverChanged('colleague_event'),
  // The key the whole vault signed with: every person has their own now.
  `DROP TABLE secret;`,
]

/** Keys of each person of the vault, and the colleagues whose keys they know. */
export const keys: Migration = {
  version: 12,
  up: db => void db.exec(tables.join('\n')),
}
