import { flag, json, kept } from '../columns.ts'
import { addedOnly, neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/** Cases that are gone, and what shows that they went rightly (ADR 0034). */
export const disposal: Migration = {
  version: 22,
  up: db =>
    void db.exec(`
      ${kept('disposal', [
        'case_id TEXT NOT NULL REFERENCES case_file (id)',
        "kind TEXT NOT NULL CHECK (kind IN ('asked', 'declined'))",
        "request TEXT CHECK ((request IS NULL) = (kind = 'asked'))",
        '"by" TEXT NOT NULL',
        "words TEXT NOT NULL CHECK (words <> '')",
        json('asked'),
        'at TEXT NOT NULL',
      ])}
      CREATE INDEX disposal_of_case ON disposal (case_id);
      ${addedOnly('disposal')}
      ${kept('tombstone', [
        'code TEXT NOT NULL',
        'ground TEXT NOT NULL',
        'asked_by TEXT NOT NULL',
        'asked_at TEXT NOT NULL',
        'agreed_by TEXT NOT NULL',
        flag('sole'),
        'rows INTEGER NOT NULL',
        'changes INTEGER NOT NULL',
        'reasons INTEGER NOT NULL',
        'files INTEGER NOT NULL',
        'digest TEXT NOT NULL CHECK (length(digest) = 64)',
        'entry INTEGER NOT NULL',
        'at TEXT NOT NULL',
      ])}
      ${neverChanged('tombstone')}`),
}
