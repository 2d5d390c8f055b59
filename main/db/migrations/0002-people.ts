import { caseId, json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

const tables = [
  kept('officer', [
    'role TEXT NOT NULL',
    json('duties'),
    'holder TEXT NOT NULL UNIQUE',
    'added_at TEXT NOT NULL',
    'removed_at TEXT',
  ]),
  kept('case_course', [json('urgent'), json('hold'), json('referral'), json('closure'), json('reopened')]),
  kept('approval_asking', [
    caseId,
    'item_id TEXT NOT NULL',
    "kind TEXT NOT NULL CHECK (kind IN ('asked', 'declined'))",
    '"by" TEXT NOT NULL',
    'words TEXT NOT NULL',
    'at TEXT NOT NULL',
  ]),
  `CREATE INDEX approval_asking_of_case ON approval_asking (case_id);`,
  neverChanged('approval_asking'),
]

/** The people of the vault, the life cycle and its overrides. */
export const people: Migration = {
  version: 2,
  up: db => void db.exec(tables.join('\n')),
}
