import { caseId, json, kept } from '../columns.ts'
import { addedOnly } from '../history.ts'
import type { Migration } from '../migration.ts'

const actions = kept('action', [
  caseId,
  "label TEXT NOT NULL CHECK (label GLOB 'M[1-9]*')",
  "author TEXT NOT NULL CHECK (author <> '')",
  json('draft'),
  json('approval'),
  'started_at TEXT NOT NULL',
  'changed_at TEXT NOT NULL CHECK (changed_at >= started_at)',
])

/** The kinds of entry, as the schema names them; `sent` at most once, because only passing the gate writes it. */
const entries = kept('action_entry', [
  caseId,
  'action_id TEXT NOT NULL REFERENCES action (id)',
  json('event'),
  `"by" TEXT NOT NULL CHECK ("by" <> '')`,
  'recorded_at TEXT NOT NULL',
])

/** The ledger of actions, and everything that ever happened to one: added for years, never changed (ADR 0016). */
export const action: Migration = {
  version: 7,
  up: db =>
    void db.exec(`
      ${actions}
      CREATE INDEX action_of_case ON action (case_id);
      CREATE UNIQUE INDEX action_label ON action (case_id, label);
      ${entries}
      CREATE INDEX action_entry_of_case ON action_entry (case_id);
      CREATE UNIQUE INDEX action_sent_once ON action_entry (action_id) WHERE event ->> 'what' = 'sent';
      CREATE UNIQUE INDEX action_ended_once ON action_entry (action_id) WHERE event ->> 'what' = 'ended';
      ${addedOnly('action_entry')}`),
}
