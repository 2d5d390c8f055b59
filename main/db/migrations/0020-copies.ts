import type { Migration } from '../migration.ts'

/** Copies of the vault, and the drills that proved them. */
export const copies: Migration = {
  version: 20,
  up: () => undefined,
}
