import type { Migration } from '../migration.ts'
import { desk } from './0001-desk.ts'
import { people } from './0002-people.ts'
import { verification } from './0003-verification.ts'
import { protection } from './0004-protection.ts'
import { clocks } from './0005-clocks.ts'
import { consentTalk } from './0006-consent-talk.ts'
import { action } from './0007-action.ts'
import { settings } from './0008-settings.ts'
import { deletion } from './0009-deletion.ts'
import { paper } from './0010-paper.ts'
import { override } from './0011-override.ts'
import { keys } from './0012-keys.ts'
import { exchange } from './0013-exchange.ts'
import { notices } from './0014-notices.ts'
import { answers } from './0015-answers.ts'
import { contributions } from './0016-contributions.ts'
import { handover } from './0017-handover.ts'
import { ways } from './0018-ways.ts'
import { apart } from './0019-apart.ts'
import { copies } from './0020-copies.ts'
import { witness } from './0021-witness.ts'
import { disposal } from './0022-disposal.ts'
import { lines } from './0023-lines.ts'
import { search } from './0024-search.ts'
import { names } from './0025-names.ts'
import { report } from './0026-report.ts'

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [
  desk,
  people,
  verification,
  protection,
  clocks,
  consentTalk,
  action,
  settings,
  deletion,
  paper,
  override,
  keys,
  exchange,
  notices,
  answers,
  contributions,
  handover,
  ways,
  apart,
  copies,
  witness,
  disposal,
  lines,
  search,
  names,
  report,
]
