import type { Migration } from '../migration.ts'

/** What can be searched. */
export const search: Migration = { version: 24, up: () => undefined }
