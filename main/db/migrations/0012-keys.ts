import type { Migration } from '../migration.ts'

/** Filled by the change that needs it. */
export const keys: Migration = { version: 12, up: () => undefined }
