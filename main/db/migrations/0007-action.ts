import type { Migration } from '../migration.ts'

/** The ledger of actions and what the State answered. */
export const action: Migration = {
  version: 7,
  up: db => void db.exec(''),
}
