import { caseId, flag, json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/** No reference: a case that came by a package can be taken out again, and what is kept about that stays. */
const ofCase = 'case_id TEXT NOT NULL'

/**
 * What goes between colleagues and comes from them: a log of packages, what rows are called in packages, how far each
 * field of a shared case was written by whom, and what was taken in (ADR 0024).
 */
export const exchange: Migration = {
  version: 13,
  up: db =>
    void db.exec(`
      ${kept('exchange_package', [
        `direction TEXT NOT NULL CHECK (direction IN ('sent', 'received'))`,
        'package_id TEXT NOT NULL',
        'kind TEXT NOT NULL',
        'colleague_id TEXT NOT NULL REFERENCES colleague (id)',
        'case_id TEXT',
        'manifest_sha256 TEXT NOT NULL',
        'sha256 TEXT NOT NULL',
        'about TEXT',
        'origin TEXT NOT NULL',
        'entries INTEGER NOT NULL CHECK (entries > 0)',
        'head TEXT NOT NULL',
        'sent_at TEXT NOT NULL',
        '"by" TEXT NOT NULL',
        'at TEXT NOT NULL',
      ])}
      ${neverChanged('exchange_package')}
      CREATE UNIQUE INDEX exchange_package_once ON exchange_package (package_id, colleague_id)
        WHERE direction = 'sent';
      CREATE INDEX exchange_package_taken ON exchange_package (package_id);
      CREATE INDEX exchange_package_from ON exchange_package (origin, entries);
      CREATE INDEX exchange_package_of_case ON exchange_package (case_id);
      CREATE TABLE exchange_told (
        colleague_id TEXT NOT NULL,
        id TEXT NOT NULL,
        PRIMARY KEY (colleague_id, id)
      ) STRICT;
      CREATE TABLE exchange_ref (ref TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
      ${kept('exchange_field', [ofCase, json('rows'), flag('several'), 'at_entry INTEGER NOT NULL'])}
      ${neverChanged('exchange_field')}
      CREATE INDEX exchange_field_of_case ON exchange_field (case_id);
      CREATE INDEX exchange_field_several ON exchange_field (case_id) WHERE several = 1;
      ${kept('exchange_answer', [ofCase, json('known')])}
      CREATE INDEX exchange_answer_of_case ON exchange_answer (case_id);
      ${kept('exchange_merge', [
        ofCase,
        'package_row TEXT NOT NULL REFERENCES exchange_package (id)',
        'entry INTEGER NOT NULL',
        json('before'),
        json('undone'),
        'at TEXT NOT NULL',
      ])}
      CREATE INDEX exchange_merge_of_case ON exchange_merge (case_id);
      ${kept('share', [
        caseId,
        'author TEXT NOT NULL',
        json('draft'),
        json('approval'),
        json('sent'),
        'started_at TEXT NOT NULL',
        'changed_at TEXT NOT NULL',
      ])}
      CREATE INDEX share_of_case ON share (case_id);`),
}
