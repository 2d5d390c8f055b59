import type { Migration } from '../migration.ts'

/** Filled by the change that needs it. */
export const handover: Migration = { version: 17, up: () => undefined }
