import type { Migration } from '../migration.ts'
import { desk } from './0001-desk.ts'
import { people } from './0002-people.ts'
import { verification } from './0003-verification.ts'
import { protection } from './0004-protection.ts'
import { clocks } from './0005-clocks.ts'
import { consentTalk } from './0006-consent-talk.ts'

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [desk, people, verification, protection, clocks, consentTalk]
