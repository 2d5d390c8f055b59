import type { Migration } from '../migration.ts'

/** Filled by the change that needs it. */
export const contributions: Migration = { version: 16, up: () => undefined }
