import { caseId, flag, json, kept } from '../columns.ts'
import { addedOnly, neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'
import { saidVersion, saidWords } from '../saidWords.ts'
import { record } from './0001-record.ts'

const cases = kept('case_file', [
  'code TEXT NOT NULL UNIQUE',
  'state TEXT NOT NULL',
  json('received_on'),
  'channel TEXT NOT NULL',
  json('language'),
  json('interpreter'),
  json('reporter_relation'),
  json('mandate_to_act'),
  json('first_entity'),
  'danger TEXT NOT NULL',
  'danger_why TEXT NOT NULL',
  'safe_to_write TEXT NOT NULL',
  json('safe_contact'),
  'account TEXT NOT NULL',
  'owner TEXT NOT NULL',
  'retention_review_on TEXT NOT NULL',
  'started_at TEXT NOT NULL',
  'changed_at TEXT NOT NULL',
])

const evidence = `
  ${kept('source_message', [
    caseId,
    "kind TEXT NOT NULL CHECK (kind = 'email')",
    'taken_in_at TEXT NOT NULL',
    '"from" TEXT NOT NULL',
    '"to" TEXT NOT NULL',
    'subject TEXT NOT NULL',
    'sent_said TEXT NOT NULL',
    'text TEXT NOT NULL',
    'text_from TEXT NOT NULL',
    flag('has_remote_content'),
    json('notes'),
    json('headers'),
    'sha256 TEXT NOT NULL',
    'size INTEGER NOT NULL',
  ])}
  CREATE INDEX source_message_of_case ON source_message (case_id);
  ${addedOnly('source_message')}
  ${kept('attachment', [
    caseId,
    'source_id TEXT NOT NULL REFERENCES source_message (id)',
    'name TEXT NOT NULL',
    'declared_type TEXT NOT NULL',
    'kind TEXT NOT NULL',
    flag('is_program'),
    flag('mismatch'),
    'size INTEGER NOT NULL',
    'sha256 TEXT NOT NULL',
    'left_out TEXT',
  ])}
  CREATE INDEX attachment_of_case ON attachment (case_id);
  ${addedOnly('attachment')}
  -- The files themselves, as they came. Their SHA-256 stands in the rows above and so in the record.
  CREATE TABLE original (
    id    TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;
  ${addedOnly('original')}`

const persons = `
  ${kept('person', [
    caseId,
    'label TEXT NOT NULL',
    json('parts'),
    'unit TEXT NOT NULL',
    json('gender'),
    json('age_band'),
    json('roles'),
    json('characteristics'),
    json('link_to_cooperator'),
    json('region'),
    json('remunerated'),
    json('situation'),
    json('wishes'),
    'wishes_language TEXT',
    'wishes_translation TEXT NOT NULL',
    'note TEXT NOT NULL',
    flag('has_identity'),
    'added_at TEXT NOT NULL',
  ])}
  CREATE UNIQUE INDEX person_label ON person (case_id, label);
  -- Identities apart (ADR 0006). What is sealed may stand in the history; the key that opens it never does.
  ${kept('identity', ['sealed TEXT NOT NULL'])}
  CREATE TABLE identity_key (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    wrapped   BLOB NOT NULL
  ) STRICT;`

const engagements = `
  ${kept('engagement', [
    caseId,
    json('person_ids'),
    'kind TEXT NOT NULL',
    'status TEXT NOT NULL',
    'entity TEXT NOT NULL',
    json('"when"'),
    json('locus'),
    json('publicity'),
    'note TEXT NOT NULL',
    'added_at TEXT NOT NULL',
  ])}
  CREATE INDEX engagement_of_case ON engagement (case_id);`

const acts = `
  ${kept('perpetrator', [
    caseId,
    'label TEXT NOT NULL',
    'class TEXT NOT NULL',
    json('kind'),
    json('involvement'),
    'description TEXT NOT NULL',
    'added_at TEXT NOT NULL',
  ])}
  CREATE UNIQUE INDEX perpetrator_label ON perpetrator (case_id, label);
  ${kept('act', [
    caseId,
    json('person_ids'),
    'form TEXT NOT NULL',
    'status TEXT NOT NULL',
    json('"when"'),
    json('domain'),
    json('region'),
    json('legal_tools'),
    json('perpetrator_ids'),
    'account TEXT NOT NULL',
    'added_at TEXT NOT NULL',
  ])}
  CREATE INDEX act_of_case ON act (case_id);`

const scope = kept('scope_test', [json('answers'), json('result'), 'answered_at TEXT NOT NULL'])

const consent = `
  ${kept('consent_decision', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    'purpose TEXT NOT NULL',
    'recipient TEXT NOT NULL',
    'channel TEXT NOT NULL',
    'identity_level TEXT NOT NULL',
    'scope TEXT NOT NULL',
    json('facts'),
    'document TEXT NOT NULL',
    "decision TEXT NOT NULL CHECK (decision IN ('given', 'given_with_conditions', 'refused', 'withdrawn', 'not_asked'))",
    json('form'),
    json('given_by'),
    'decided_on TEXT NOT NULL',
    'asked_by TEXT NOT NULL',
    json('language'),
    json('interpreter'),
    json('risks_explained'),
    json('conditions'),
    'valid_until TEXT',
    'review_on TEXT',
    'evidence TEXT NOT NULL',
    'recorded_at TEXT NOT NULL',
  ])}
  CREATE INDEX consent_of_case ON consent_decision (case_id);
  ${addedOnly('consent_decision')}`

const risk = `
  ${kept('risk_assessment', [
    caseId,
    'person_id TEXT NOT NULL REFERENCES person (id)',
    "about TEXT NOT NULL CHECK (about IN ('situation', 'acting', 'not_acting'))",
    'action_id TEXT',
    'likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5)',
    'impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5)',
    'residual_likelihood INTEGER NOT NULL CHECK (residual_likelihood BETWEEN 1 AND 5)',
    'residual_impact INTEGER NOT NULL CHECK (residual_impact BETWEEN 1 AND 5)',
    json('threats'),
    json('vulnerabilities'),
    json('capacities'),
    json('uncertainties'),
    'confidence TEXT NOT NULL',
    'why TEXT NOT NULL',
    json('own_view'),
    'inherent_band TEXT NOT NULL',
    'band TEXT NOT NULL',
    flag('differs'),
    'assessed_at TEXT NOT NULL',
    'valid_until TEXT NOT NULL CHECK (valid_until > assessed_at)',
  ])}
  CREATE INDEX risk_of_case ON risk_assessment (case_id);
  ${addedOnly('risk_assessment')}`

const briefs = `
  ${kept('brief', [
    caseId,
    'copy TEXT NOT NULL',
    'author TEXT NOT NULL',
    json('draft'),
    json('approval'),
    json('sent'),
    json('reply'),
    'changed_at TEXT NOT NULL',
  ])}
  CREATE INDEX brief_of_case ON brief (case_id);
  -- What a reply must be signed with, and the one-time key it is encrypted to. Not history: keys never are.
  CREATE TABLE brief_package (
    package_id      TEXT PRIMARY KEY,
    brief_id        TEXT NOT NULL REFERENCES brief (id),
    manifest_sha256 TEXT NOT NULL,
    public_key      BLOB NOT NULL,
    identity        TEXT NOT NULL
  ) STRICT;
  ${kept('disclosure', [
    caseId,
    "kind TEXT NOT NULL CHECK (kind IN ('brief', 'action', 'paper', 'contribution', 'case', 'handover'))",
    'item_id TEXT NOT NULL',
    'at TEXT NOT NULL',
    'to_role TEXT NOT NULL',
    'purpose TEXT NOT NULL',
    'recipient TEXT NOT NULL',
    'channel TEXT NOT NULL',
    json('lines'),
    json('consent_ids'),
    'override_id TEXT',
    'approved_by TEXT NOT NULL',
    'sha256 TEXT NOT NULL',
  ])}
  CREATE INDEX disclosure_of_case ON disclosure (case_id);
  ${addedOnly('disclosure')}
  ${kept('harm_check', [
    caseId,
    'item_id TEXT NOT NULL',
    json('answers'),
    'decided_by TEXT NOT NULL',
    'decision_reason TEXT NOT NULL',
    'valid_until TEXT NOT NULL',
    'about TEXT NOT NULL',
    'checked_at TEXT NOT NULL',
  ])}
  CREATE INDEX harm_check_of_case ON harm_check (case_id);
  ${neverChanged('harm_check')}`

const desktop = `
  ${kept('setting', [json('value')])}
  -- Secrets of this vault: its signing key and its age identity. Wrapped by nothing but the vault itself; no history.
  CREATE TABLE secret (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  -- What was typed and not yet recorded. Outside the record on purpose: it has not been said yet.
  CREATE TABLE draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, kept_at TEXT NOT NULL) STRICT;`

/** The desk: intake to decided brief, the record, identities apart. */
export const desk: Migration = {
  version: 1,
  up: db => {
    db.exec(
      [record, cases, evidence, persons, engagements, acts, scope, consent, risk, briefs, desktop].join('\n'),
    )
    db.prepare(`INSERT INTO said_words (version, words) VALUES (?, ?)`).run(saidVersion, saidWords)
  },
}
