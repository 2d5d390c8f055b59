import { caseId, json, kept } from '../columns.ts'
import type { Migration } from '../migration.ts'

/** Papers for the person: what goes on them, and that they left. */
export const paper: Migration = {
  version: 10,
  up: db =>
    void db.exec(`
      ${kept('paper', [
        caseId,
        'person_id TEXT NOT NULL REFERENCES person (id)',
        'author TEXT NOT NULL',
        json('draft'),
        json('printing'),
        json('left'),
        'started_at TEXT NOT NULL',
        'changed_at TEXT NOT NULL',
      ]).replaceAll(/(?<![\w"])left(?![\w"])/g, '"left"')}
      CREATE INDEX paper_of_case ON paper (case_id);`),
}
