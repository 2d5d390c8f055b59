import type { Migration } from '../migrate.ts'

/** Clocks as versioned settings, and events that make an assessment old. */
export const clocks: Migration = {
  version: 6,
  up: () => undefined,
}
