import type { Migration } from '../migrate.ts'

/** The talk in which consent was given, and what follows a withdrawal. */
export const consentTalk: Migration = {
  version: 7,
  up: () => undefined,
}
