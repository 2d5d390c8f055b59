import type { Migration } from '../migration.ts'

/** What was handed over on paper. */
export const paper: Migration = {
  version: 10,
  up: db => void db.exec(''),
}
