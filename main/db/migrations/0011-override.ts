import type { Migration } from '../migration.ts'

/** Overrides by two people, and what publication asks for besides. */
export const override: Migration = {
  version: 11,
  up: db => void db.exec(''),
}
