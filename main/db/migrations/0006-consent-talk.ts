import { caseId, json, kept } from '../columns.ts'
import { addedOnly, historyOf } from '../history.ts'
import type { Migration } from '../migration.ts'

const talks = `
  ${kept('consent_talk', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    'held_on TEXT NOT NULL',
    'asked_by TEXT NOT NULL',
    json('given_by'),
    json('capacity'),
    'capacity_note TEXT NOT NULL',
    json('guardian_may_harm'),
    'representation TEXT NOT NULL',
    json('language'),
    json('understood'),
    json('interpreter'),
    'interpreter_code TEXT NOT NULL',
    json('read_back'),
    json('private_place'),
    'others_present TEXT NOT NULL',
    json('told'),
    'withdraw_how TEXT NOT NULL',
    json('form'),
    'why_not_written TEXT NOT NULL',
    'evidence TEXT NOT NULL',
    'recorded_at TEXT NOT NULL',
  ])}
  CREATE INDEX consent_talk_of_case ON consent_talk (case_id);
  ${addedOnly('consent_talk')}`

/** Every column but the key, in the order of the table. */
const answerColumns = [
  'case_id',
  'person_id',
  'purpose',
  'recipient',
  'channel',
  'identity_level',
  'scope',
  'facts',
  'document',
  'decision',
  'form',
  'given_by',
  'decided_on',
  'asked_by',
  'language',
  'interpreter',
  'risks_explained',
  'conditions',
  'valid_until',
  'review_on',
  'evidence',
  'recorded_at',
  'talk_id',
  'review_when',
]

/** Two more columns of the ledger; its history triggers are made again to follow them. */
const answers = `
  ALTER TABLE consent_decision ADD COLUMN talk_id TEXT REFERENCES consent_talk (id);
  ALTER TABLE consent_decision ADD COLUMN review_when TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(review_when));
  ${['insert', 'update', 'delete'].map(event => `DROP TRIGGER consent_decision_${event}_is_history;`).join('\n  ')}
  ${historyOf('consent_decision', answerColumns)}`

const events = `
  ${kept('consent_event', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    'kind TEXT NOT NULL',
    '"on" TEXT NOT NULL',
    'note TEXT NOT NULL',
    'recorded_at TEXT NOT NULL',
  ])}
  CREATE INDEX consent_event_of_case ON consent_event (case_id);
  ${addedOnly('consent_event')}`

const followUps = `
  ${kept('follow_up_task', [
    caseId,
    'disclosure_id TEXT NOT NULL REFERENCES disclosure (id)',
    'consent_id TEXT NOT NULL REFERENCES consent_decision (id)',
    "what TEXT NOT NULL CHECK (what IN ('ask-to-stop-using'))",
    'owner TEXT NOT NULL',
    'due TEXT NOT NULL',
    json('done'),
    'made_at TEXT NOT NULL',
  ])}
  CREATE INDEX follow_up_task_of_case ON follow_up_task (case_id);
  CREATE UNIQUE INDEX follow_up_task_once ON follow_up_task (disclosure_id, consent_id);`

/** The talk in which consent was given, what makes it worth asking again, and what follows a withdrawal. */
export const consentTalk: Migration = {
  version: 6,
  up: db => void db.exec([talks, answers, events, followUps].join('\n')),
}
