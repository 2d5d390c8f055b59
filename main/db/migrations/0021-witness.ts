import type { Migration } from '../migration.ts'

/** What other offices and this machine know of the record. */
export const witness: Migration = {
  version: 21,
  up: () => undefined,
}
