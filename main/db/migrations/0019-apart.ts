import { caseId, flag, json, kept } from '../columns.ts'
import { historyOf, neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/** Whom each person of the vault can lock something for; its history triggers are made again to follow the column. */
const boxes = `
  ALTER TABLE officer ADD COLUMN box_key TEXT; -- base64 of 32 bytes
  ${['insert', 'update', 'delete'].map(event => `DROP TRIGGER officer_${event}_is_history;`).join('\n  ')}
  ${historyOf('officer', ['role', 'duties', 'holder', 'added_at', 'removed_at', 'box_key'])}`

/** What stands in the record in place of values that only named people read. */
const record = `
  ALTER TABLE entry ADD COLUMN reason_salt BLOB CHECK (length(reason_salt) = 16);
  ALTER TABLE entry ADD COLUMN apart TEXT; -- the case whose key its reason is sealed under
  ALTER TABLE entry ADD COLUMN sealed BLOB;
  ALTER TABLE change ADD COLUMN apart TEXT; -- the case whose key what it says is sealed under
  ALTER TABLE change ADD COLUMN sealed BLOB CHECK (sealed IS NULL OR (said IS NULL AND leaf IS NOT NULL));
  CREATE INDEX change_apart ON change (apart) WHERE apart IS NOT NULL;
  CREATE INDEX entry_apart ON entry (apart) WHERE apart IS NOT NULL;`

const rows = `
  -- Rows of cases for named people: each whole, under the key of its case, and in no other table.
  CREATE TABLE sealed_row (
    tbl     TEXT NOT NULL,
    row     TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place   INTEGER NOT NULL, -- where it stands among the rows of its table
    sealed  BLOB NOT NULL,
    PRIMARY KEY (tbl, row)
  ) STRICT;
  CREATE INDEX sealed_row_of_case ON sealed_row (case_id, tbl, place);
  CREATE INDEX sealed_row_place ON sealed_row (tbl, place);
  -- Its key is that of what is limited: a case, or the person whose identity it is.
  ${kept('access_limit', [
    "about TEXT NOT NULL CHECK (about IN ('case', 'identity'))",
    'case_id TEXT NOT NULL',
    'code TEXT NOT NULL',
    json('named'),
    '"by" TEXT NOT NULL',
    'since TEXT NOT NULL',
  ])}
  -- The key of what is limited, locked for each of the named. Without history on purpose: a key that was taken away is gone.
  CREATE TABLE access_key (
    subject    TEXT NOT NULL,
    officer_id TEXT NOT NULL REFERENCES officer (id),
    box        BLOB NOT NULL,
    PRIMARY KEY (subject, officer_id)
  ) STRICT;
  ${kept('access_step', [
    caseId,
    'person_id TEXT', // set when it is about an identity
    "what TEXT NOT NULL CHECK (what IN ('admit', 'lift'))",
    "kind TEXT NOT NULL CHECK (kind IN ('asked', 'agreed', 'declined'))",
    'officer_id TEXT',
    "request TEXT CHECK ((request IS NULL) = (kind = 'asked'))",
    "words TEXT NOT NULL CHECK (words <> '')",
    '"by" TEXT NOT NULL',
    flag('sole'),
    'at TEXT NOT NULL',
  ])}
  ${neverChanged('access_step')}
  CREATE INDEX access_step_of_case ON access_step (case_id);`

/** What belongs to one person of the vault alone is sealed under a key that only they have. */
const own = `
  DROP TABLE draft;
  -- What was typed and not yet recorded. Outside the record on purpose: it has not been said yet.
  CREATE TABLE draft (
    officer_id TEXT NOT NULL,
    key        TEXT NOT NULL,
    sealed     BLOB NOT NULL,
    kept_at    TEXT NOT NULL,
    PRIMARY KEY (officer_id, key)
  ) STRICT;
  DROP TABLE officer_secret;
  -- The secret halves, sealed. Without history on purpose: a seed that was retired must be gone.
  CREATE TABLE officer_secret (
    key_id       TEXT PRIMARY KEY REFERENCES officer_key (id),
    signing_seed BLOB,
    identity     BLOB NOT NULL
  ) STRICT;`

/** Cases and identities that only named people of the vault can read. */
export const apart: Migration = {
  version: 19,
  up: db => void db.exec([boxes, record, rows, own].join('\n')),
}
