import type { Migration } from '../migrate.ts'
import { desk } from './0001-desk.ts'
import { people } from './0002-people.ts'
import { verification } from './0003-verification.ts'
import { action } from './0004-action.ts'
import { protection } from './0005-protection.ts'
import { clocks } from './0006-clocks.ts'
import { consentTalk } from './0007-consent-talk.ts'

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [
  desk,
  people,
  verification,
  action,
  protection,
  clocks,
  consentTalk,
]
