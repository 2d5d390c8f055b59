import type { Migration } from '../migrate.ts'

/** The people of the vault, the life cycle and its overrides. */
export const people: Migration = {
  version: 2,
  up: () => undefined,
}
