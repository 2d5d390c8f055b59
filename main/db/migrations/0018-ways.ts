import type { Migration } from '../migration.ts'

/** The ways into a vault, and what stands by for whoever lost theirs. */
export const ways: Migration = {
  version: 18,
  up: () => undefined,
}
