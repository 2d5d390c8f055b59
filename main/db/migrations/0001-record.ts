import { neverChanged } from '../history.ts'

/** The tables of the record (ADR 0006, 0039). */
export const record = `
  CREATE TABLE entry (
    seq          INTEGER PRIMARY KEY CHECK (seq > 0),
    at           TEXT NOT NULL,
    actor        TEXT NOT NULL,
    operation    TEXT NOT NULL,
    case_id      TEXT,
    subject      TEXT,
    reason       TEXT,
    changes      INTEGER NOT NULL, -- rows of \`change\`
    changes_hash BLOB NOT NULL CHECK (length(changes_hash) = 4), -- how the SHA-256 of their leaves begins
    before       BLOB NOT NULL CHECK (length(before) = 4), -- how the hash of the entry before begins
    hash         BLOB NOT NULL CHECK (length(hash) = 32),
    reason_leaf  BLOB CHECK (length(reason_leaf) = 32) -- only where \`reason\` is no longer what was hashed
  ) STRICT;
  CREATE INDEX entry_of_case ON entry (case_id, seq);
  CREATE INDEX entry_of_restore ON entry (seq) WHERE operation IN ('record.declareRestore', 'vault.restored');
  ${neverChanged('entry')}
  CREATE TABLE entry_open (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL) STRICT;
  CREATE TABLE entry_undoing (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;
  CREATE TABLE entry_moving (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;
  -- One row for each written row (ADR 0039).
  CREATE TABLE change (
    id    INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    tbl   TEXT NOT NULL,
    row   TEXT NOT NULL,
    said  BLOB, -- [[column, old, new], ...] in JSON, as it is or packed; NULL where it is no longer there
    about TEXT, -- the case the row is of, where its entry is not about that case; empty where it is of none
    salt  BLOB CHECK (length(salt) = 16), -- gone once what it says may no longer be guessed
    leaf  BLOB CHECK (length(leaf) = 32) -- only where \`said\` is no longer what was hashed
  ) STRICT;
  CREATE INDEX change_of_entry ON change (entry);
  CREATE INDEX change_about ON change (about) WHERE about IS NOT NULL;
  ${neverChanged('change')}
  -- What the open entry changed so far, as the triggers write it; empty when none is open.
  CREATE TABLE change_open (
    id     INTEGER PRIMARY KEY,
    entry  INTEGER NOT NULL,
    tbl    TEXT NOT NULL,
    row    TEXT NOT NULL,
    said   BLOB,
    salt   BLOB,
    leaf   BLOB,
    apart  TEXT,
    sealed BLOB
  ) STRICT;
  -- What a packed \`said\` is unpacked with, for whoever reads it without Vigil.
  CREATE TABLE said_words (version INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;`
