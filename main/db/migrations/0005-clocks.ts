import { caseId, json, kept } from '../columns.ts'
import { addedOnly, neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

const settings = `
  ${kept('clock_setting', [
    json('clocks'),
    'valid_from TEXT NOT NULL',
    'set_by TEXT NOT NULL',
    "reason TEXT NOT NULL CHECK (reason <> '')",
  ])}
  ${neverChanged('clock_setting')}`

const marks = `
  ${kept('case_mark', [
    caseId,
    "what TEXT NOT NULL CHECK (what IN ('contacted', 'basis-written', 'case-reviewed', 'followed-up'))",
    'about TEXT',
    'done_on TEXT NOT NULL',
    "note TEXT NOT NULL CHECK (note <> '')",
    'recorded_at TEXT NOT NULL',
  ])}
  CREATE INDEX case_mark_of_case ON case_mark (case_id);
  ${addedOnly('case_mark')}`

const events = `
  ${kept('risk_event', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    'kind TEXT NOT NULL',
    json('happened_on'),
    'note TEXT NOT NULL',
    json('overtakes'),
    'recorded_at TEXT NOT NULL',
  ])}
  CREATE INDEX risk_event_of_case ON risk_event (case_id);
  ${addedOnly('risk_event')}`

/** Clocks as versioned settings, what was noted as done, and events that make an assessment old. */
export const clocks: Migration = {
  version: 5,
  up: db => void db.exec([settings, marks, events].join('\n')),
}
