import { json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/**
 * Receipts and recalls, what was not taken in, and what was decided about what was recalled (ADR 0027). They outlive a case that came
 * in a package and went again when that was undone: `case_id` refers to nothing.
 */
export const notices: Migration = {
  version: 14,
  up: db =>
    void db.exec(`
      ${kept('exchange_notice', [
        `kind TEXT NOT NULL CHECK (kind IN ('receipt', 'recall'))`,
        `direction TEXT NOT NULL CHECK (direction IN ('sent', 'received'))`,
        'package_id TEXT NOT NULL',
        'colleague_id TEXT REFERENCES colleague (id)',
        'about TEXT NOT NULL',
        'about_sha256 TEXT NOT NULL',
        'case_id TEXT',
        json('says'),
        'sent_at TEXT NOT NULL',
        '"by" TEXT NOT NULL',
        'at TEXT NOT NULL',
      ])}
      ${neverChanged('exchange_notice')}
      CREATE INDEX exchange_notice_about ON exchange_notice (about);
      CREATE INDEX exchange_notice_of_case ON exchange_notice (case_id);
      ${kept('exchange_declined', [
        'package_id TEXT NOT NULL',
        'kind TEXT NOT NULL',
        'colleague_id TEXT NOT NULL REFERENCES colleague (id)',
        'manifest_sha256 TEXT NOT NULL',
        'sent_at TEXT NOT NULL',
        'reason TEXT NOT NULL',
        'words TEXT NOT NULL',
        '"by" TEXT NOT NULL',
        'at TEXT NOT NULL',
      ])}
      ${neverChanged('exchange_declined')}
      ${kept('recall_decision', [
        'package_row TEXT NOT NULL REFERENCES exchange_package (id)',
        'case_id TEXT',
        `decision TEXT NOT NULL CHECK (decision IN ('keep', 'undo', 'destroy', 'set-aside'))`,
        'why TEXT NOT NULL',
        'sole INTEGER NOT NULL CHECK (sole IN (0, 1))',
        '"by" TEXT NOT NULL',
        'at TEXT NOT NULL',
      ])}
      ${neverChanged('recall_decision')}
      CREATE INDEX recall_decision_of_package ON recall_decision (package_row);`),
}
