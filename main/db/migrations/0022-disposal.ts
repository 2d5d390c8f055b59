import type { Migration } from '../migration.ts'

/** Cases that are gone, and what shows that they went rightly. */
export const disposal: Migration = {
  version: 22,
  up: () => undefined,
}
