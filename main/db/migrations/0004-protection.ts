import { caseId, json, kept } from '../columns.ts'
import { addedOnly } from '../history.ts'
import type { Migration } from '../migration.ts'

const plans = kept('protection_plan', [
  caseId,
  json('objective'),
  json('measures'),
  json('kit'),
  json('dependants'),
  json('trusted'),
  json('devices'),
  json('legal'),
  json('if_arrested'),
  json('must_not'),
  'review_on TEXT',
  "state TEXT NOT NULL CHECK (state IN ('drafted', 'agreed', 'active', 'reviewed'))",
  "agreed_on TEXT CHECK (state = 'drafted' OR agreed_on IS NOT NULL)",
  'agreed_how TEXT NOT NULL',
  'reviewed_on TEXT',
  'changed_at TEXT NOT NULL',
])

const contacts = kept('safe_contact', [
  caseId,
  json('channel'),
  json('hours'),
  json('language'),
  json('may_leave_message'),
  'wording TEXT NOT NULL',
  json('who_may_answer'),
  json('never'),
  json('alternative'),
  json('alternative_agreed'),
  'last_proof_on TEXT',
  'last_proof_how TEXT NOT NULL',
  json('device'),
  'changed_at TEXT NOT NULL',
])

const checkIns = `
  ${kept('check_in_plan', [
    caseId,
    'every_hours INTEGER NOT NULL CHECK (every_hours > 0)',
    'grace_hours INTEGER NOT NULL CHECK (grace_hours >= 0)',
    'next_due TEXT NOT NULL',
    'first TEXT NOT NULL',
    'second TEXT NOT NULL',
    'third TEXT NOT NULL',
    'agreed_at TEXT NOT NULL',
  ])}
  ${kept('check_in', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    'due_at TEXT NOT NULL',
    "result TEXT NOT NULL CHECK (result IN ('reached', 'missed', 'distress'))",
    'note TEXT NOT NULL',
    'recorded_at TEXT NOT NULL',
  ])}
  CREATE INDEX check_in_of_case ON check_in (case_id);
  ${addedOnly('check_in')}`

const words = `
  -- Safe places and agreed words, sealed like identities (ADR 0006). The key that opens them is never history.
  ${kept('protection_words', ['sealed TEXT NOT NULL'])}
  CREATE TABLE protection_key (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    wrapped   BLOB NOT NULL
  ) STRICT;`

const indexes = ['protection_plan', 'safe_contact', 'check_in_plan']
  .map(table => `CREATE INDEX ${table}_of_case ON ${table} (case_id);`)
  .join('\n')

/** Protection plans, safe contact and check-ins. The id of a plan, a card or an agreement is that of the person. */
export const protection: Migration = {
  version: 4,
  up: db => void db.exec([plans, contacts, checkIns, words, indexes].join('\n')),
}
