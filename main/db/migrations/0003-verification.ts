import { caseId, json, kept } from '../columns.ts'
import type { Migration } from '../migration.ts'

const sources = `
  ${kept('evidence_source', [
    caseId,
    'label TEXT NOT NULL',
    json('connection'),
    json('item'),
    'description TEXT NOT NULL',
    "reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'U'))",
    "reliability_note TEXT NOT NULL CHECK (reliability_note <> '')",
    json('depends_on'),
    'added_at TEXT NOT NULL',
  ])}
  CREATE UNIQUE INDEX evidence_source_label ON evidence_source (case_id, label);`

const claims = `
  ${kept('claim', [
    caseId,
    'label TEXT NOT NULL',
    "statement TEXT NOT NULL CHECK (statement <> '')",
    json('about'),
    json('assessment'),
    'added_at TEXT NOT NULL',
  ])}
  CREATE UNIQUE INDEX claim_label ON claim (case_id, label);`

const information = `
  ${kept('information', [
    caseId,
    'claim_id TEXT NOT NULL REFERENCES claim (id)',
    'source_id TEXT NOT NULL REFERENCES evidence_source (id)',
    'material TEXT NOT NULL',
    "credibility TEXT NOT NULL CHECK (credibility IN ('1', '2', '3', '4', '5', 'U'))",
    "note TEXT NOT NULL CHECK (note <> '')",
    'added_at TEXT NOT NULL',
  ])}
  CREATE INDEX information_of_case ON information (case_id);
  CREATE INDEX information_of_claim ON information (claim_id);
  CREATE INDEX information_of_source ON information (source_id);`

const proof = kept('case_proof', [
  'standard TEXT NOT NULL',
  "note TEXT NOT NULL CHECK (note <> '')",
  'unknowns TEXT NOT NULL',
  '"by" TEXT NOT NULL',
  'at TEXT NOT NULL',
])

/** Sources and claims, graded apart. The id of a standard of proof is that of its case. */
export const verification: Migration = {
  version: 3,
  up: db => void db.exec([sources, claims, information, proof].join('\n')),
}
