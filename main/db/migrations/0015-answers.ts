import type { Migration } from '../migration.ts'

/** Filled by the change that needs it. */
export const answers: Migration = { version: 15, up: () => undefined }
