import type { Migration } from '../migration.ts'

/** Filled by the change that needs it. */
export const exchange: Migration = { version: 13, up: () => undefined }
