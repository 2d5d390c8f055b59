import type { Migration } from '../migration.ts'

/** Deleting by two. */
export const deletion: Migration = {
  version: 9,
  up: db => void db.exec(''),
}
