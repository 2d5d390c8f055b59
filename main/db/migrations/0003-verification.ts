import type { Migration } from '../migrate.ts'

/** Sources and claims, graded apart. */
export const verification: Migration = {
  version: 3,
  up: () => undefined,
}
