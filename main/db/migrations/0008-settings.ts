import type { Migration } from '../migration.ts'

/** Lists, thresholds and report windows as versioned data. */
export const settings: Migration = {
  version: 8,
  up: db => void db.exec(''),
}
