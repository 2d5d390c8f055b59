import type { Migration } from '../migrate.ts'

/** The ledger of measures and what States answered. */
export const action: Migration = {
  version: 4,
  up: () => undefined,
}
