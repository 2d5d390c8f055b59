import type { Migration } from '../migration.ts'

/** Filled by the change that needs it. */
export const notices: Migration = { version: 14, up: () => undefined }
