import type { Migration } from '../migration.ts'

/** Cases and identities that only named people of the vault can read. */
export const apart: Migration = {
  version: 19,
  up: () => undefined,
}
