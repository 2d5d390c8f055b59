import { caseId, json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

const decision = `decision TEXT NOT NULL CHECK (decision IN ('granted', 'declined', 'question'))`
const asks = `asks TEXT NOT NULL CHECK (asks IN ('approval', 'override', 'reading'))`
const duty = `duty TEXT NOT NULL CHECK (duty IN ('focal_point', 'head_of_presence'))`
const colleague = 'colleague_id TEXT NOT NULL REFERENCES colleague (id)'

const askings = kept('file_asking', [
  caseId,
  'item_id TEXT NOT NULL',
  asks,
  'code TEXT NOT NULL UNIQUE',
  `override_id TEXT REFERENCES gate_override (id) CHECK ((override_id IS NOT NULL) = (asks = 'override'))`,
  '"of" TEXT NOT NULL',
  colleague,
  duty,
  json('document'),
  json('person_ids'),
  'answers_before INTEGER NOT NULL',
  'package_id TEXT NOT NULL UNIQUE',
  'manifest_sha256 TEXT NOT NULL',
  'sha256 TEXT NOT NULL',
  '"by" TEXT NOT NULL',
  'at TEXT NOT NULL',
])

const answered = kept('file_answer', [
  caseId,
  'asking_id TEXT NOT NULL UNIQUE REFERENCES file_asking (id)',
  decision,
  'words TEXT NOT NULL',
  'role TEXT NOT NULL',
  duty,
  'package_id TEXT NOT NULL UNIQUE',
  'manifest_sha256 TEXT NOT NULL',
  'sha256 TEXT NOT NULL',
  'sent_at TEXT NOT NULL',
  '"by" TEXT NOT NULL',
  'at TEXT NOT NULL',
])

/** Not of a case: it is about the case of another office. */
const given = kept('answer_given', [
  colleague,
  asks,
  'code TEXT NOT NULL',
  decision,
  'words TEXT NOT NULL',
  duty,
  'request_id TEXT NOT NULL UNIQUE',
  'request_sha256 TEXT NOT NULL',
  'answer_sha256 TEXT NOT NULL',
  'leave INTEGER NOT NULL',
  'unseen INTEGER NOT NULL',
  '"by" TEXT NOT NULL',
  'at TEXT NOT NULL',
])

const duties = kept('colleague_duty', [colleague, duty, '"by" TEXT NOT NULL', 'at TEXT NOT NULL'])

/** Askings for approval by file, what came back, what was answered to others, and colleagues' duties (ADR 0025). */
export const answers: Migration = {
  version: 15,
  up: db =>
    void db.exec(`
      ${askings}
      CREATE INDEX file_asking_of_case ON file_asking (case_id);
      ${neverChanged('file_asking')}
      ${answered}
      CREATE INDEX file_answer_of_case ON file_answer (case_id);
      ${neverChanged('file_answer')}
      ${given}
      ${neverChanged('answer_given')}
      ${duties}
      ${neverChanged('colleague_duty')}`),
}
