import { caseId, json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/** Contributions to the annual report: what officers decided, what was handed in, what came from others (ADR 0026). */
export const contributions: Migration = {
  version: 16,
  up: db =>
    void db.exec(`
      ${kept('report_decision', [
        caseId,
        'ordinal INTEGER NOT NULL',
        `level TEXT NOT NULL CHECK (level IN ('as_proposed', 'anonymised', 'trend_only', 'omitted'))`,
        'reason TEXT NOT NULL',
        '"by" TEXT NOT NULL',
        'at TEXT NOT NULL',
      ])}
      ${neverChanged('report_decision')}
      CREATE INDEX report_decision_of_case ON report_decision (case_id);
      ${kept('contribution_sent', [
        'ordinal INTEGER NOT NULL',
        'package_id TEXT NOT NULL UNIQUE',
        'manifest_sha256 TEXT NOT NULL',
        'colleague_id TEXT NOT NULL REFERENCES colleague (id)',
        'about TEXT',
        json('document'),
        json('told'),
        'why TEXT NOT NULL',
        '"by" TEXT NOT NULL',
        'sent_at TEXT NOT NULL',
      ])}
      ${neverChanged('contribution_sent')}
      ${kept('contribution_received', [
        'ordinal INTEGER NOT NULL',
        'package_id TEXT NOT NULL UNIQUE',
        'colleague_id TEXT NOT NULL REFERENCES colleague (id)',
        'about TEXT',
        'origin TEXT NOT NULL',
        'record_entries INTEGER NOT NULL CHECK (record_entries > 0)',
        json('document'),
        'sent_at TEXT NOT NULL',
        'taken_at TEXT NOT NULL',
        '"by" TEXT NOT NULL',
      ])}
      ${neverChanged('contribution_received')}`),
}
