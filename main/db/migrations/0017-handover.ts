import { json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/** Caseloads that are handed over to a successor, and those that were taken over (ADR 0028). */
export const handover: Migration = {
  version: 17,
  up: db =>
    void db.exec(`
      ${kept('handover', [
        'colleague_id TEXT NOT NULL REFERENCES colleague (id)',
        'author TEXT NOT NULL',
        json('draft'),
        json('sent'),
        json('finished'),
        'started_at TEXT NOT NULL',
        'changed_at TEXT NOT NULL',
      ])}
      CREATE TRIGGER handover_that_left_is_never_removed BEFORE DELETE ON handover WHEN OLD.sent <> 'null'
        BEGIN SELECT RAISE(ABORT, 'a handover that left stays'); END;
      ${kept('handover_received', [
        'package_row TEXT NOT NULL REFERENCES exchange_package (id)',
        json('told'),
        json('signature'),
        `statement TEXT NOT NULL CHECK (statement <> '')`,
        '"by" TEXT NOT NULL',
        'at TEXT NOT NULL',
      ])}
      ${neverChanged('handover_received')}`),
}
