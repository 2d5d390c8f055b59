import type { Migration } from '../migrate.ts'

/** Protection plans, safe contact and check-ins. */
export const protection: Migration = {
  version: 5,
  up: () => undefined,
}
