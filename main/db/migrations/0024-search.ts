import type { Migration } from '../migration.ts'

/** Where an index stands: with everything else, or in memory for the cases for named people that are open. */
export type IndexPlace = 'main' | 'temp'

/**
 * The tables of one search index (ADR 0038). Words stand in `search_word` alone, as long as something has them; what is
 * searched are their numbers, which say nothing once the word is gone.
 */
export const indexTables = (place: IndexPlace): readonly string[] => [
  `CREATE TABLE ${place}.search_item (
    id      INTEGER PRIMARY KEY, -- the newest is the highest; its last four bits are its kind
    case_id TEXT NOT NULL,
    tbl     TEXT NOT NULL,
    row     TEXT NOT NULL,
    label   TEXT NOT NULL,
    item    TEXT, -- what it is opened with, when that is not "row"
    state   TEXT NOT NULL,
    said    ANY NOT NULL, -- its texts as they were written; packed when they are long
    UNIQUE (case_id, tbl, row)
  ) STRICT`,
  `CREATE TABLE ${place}.search_word (word TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  // The ways a word may be heard: it goes with the word.
  `CREATE TABLE ${place}.search_sound (sound TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (sound, word)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE ${place}.search_stale (
    stands  INTEGER NOT NULL CHECK (stands IN (0, 1)), -- whether the index may hold what it said before
    case_id TEXT NOT NULL,
    tbl     TEXT NOT NULL,
    row     TEXT NOT NULL,
    place   INTEGER NOT NULL DEFAULT 0, -- where everything is read anew: its place among all; else the entry that wrote it, below 0
    PRIMARY KEY (stands, case_id, tbl, row)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX ${place}.search_stale_in_order ON search_stale (place) WHERE place > 0`,
  `CREATE TABLE ${place}.search_begun (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL,
    words   INTEGER NOT NULL -- the highest number a word was given; none is given twice
  ) STRICT`,
  `CREATE VIRTUAL TABLE ${place}.search_fts USING fts5(
    said, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
]

/** A table with something to be found: the column with its case, and those of which a change is a change of what it says. */
export interface Watched {
  readonly name: string
  readonly caseColumn: 'case_id' | 'id'
  readonly columns: readonly string[]
}

const withCase = (name: string, ...columns: string[]): Watched => ({ name, caseColumn: 'case_id', columns })

/** Every table that is searched. */
export const watched: readonly Watched[] = [
  { name: 'case_file', caseColumn: 'id', columns: ['code', 'account', 'danger_why', 'state'] },
  withCase('case_mark', 'note'),
  withCase('person', 'label', 'wishes', 'wishes_translation', 'note'),
  withCase('engagement', 'note'),
  withCase('act', 'account'),
  withCase('perpetrator', 'label', 'description'),
  withCase('action', 'label', 'draft'),
  withCase('action_entry', 'event'),
  withCase('evidence_source', 'label', 'description', 'reliability_note'),
  withCase('claim', 'label', 'statement', 'assessment'),
  withCase('information', 'note'),
  { name: 'case_proof', caseColumn: 'id', columns: ['note', 'unknowns'] },
  withCase('source_message', 'subject', 'text'),
  withCase('attachment', 'name'),
  withCase('brief', 'copy', 'draft'),
  withCase('consent_decision', 'document', 'conditions', 'evidence'),
  withCase(
    'consent_talk',
    'capacity_note',
    'representation',
    'others_present',
    'withdraw_how',
    'why_not_written',
    'evidence',
  ),
  withCase('consent_event', 'note'),
  withCase('risk_assessment', 'why', 'own_view'),
  withCase('risk_event', 'note'),
  withCase(
    'protection_plan',
    'objective',
    'measures',
    'kit',
    'dependants',
    'devices',
    'legal',
    'if_arrested',
    'must_not',
    'agreed_how',
  ),
  withCase('safe_contact', 'hours', 'wording', 'who_may_answer', 'never', 'last_proof_how', 'device'),
  withCase('check_in', 'note'),
]

/** The triggers that mark what the index has to look at again. They do nothing before an index was begun. */
export function marking({ name, caseColumn, columns }: Watched, place: IndexPlace): string {
  const [kind, on] = place === 'main' ? ['', name] : ['TEMP ', `apart_${name}`]
  const mark = (row: string, stands: 0 | 1) =>
    `INSERT OR IGNORE INTO search_stale (case_id, tbl, row, stands, place)
       VALUES (${row}.${caseColumn}, '${name}', ${row}.id, ${stands}, -ifnull((SELECT seq FROM entry_open), 0));`
  const begun = 'EXISTS (SELECT 1 FROM search_begun)'
  const changed = columns.map(column => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
  // The state of a case is kept with everything in it.
  const others =
    name === 'case_file'
      ? `INSERT OR IGNORE INTO search_stale (case_id, tbl, row, stands, place)
         SELECT case_id, tbl, row, 1, -ifnull((SELECT seq FROM entry_open), 0) FROM search_item
         WHERE case_id = NEW.id AND OLD.state IS NOT NEW.state;`
      : ''
  return `
    CREATE ${kind}TRIGGER ${on}_insert_is_searched AFTER INSERT ON ${on} WHEN ${begun}
      BEGIN ${mark('NEW', 0)} END;
    CREATE ${kind}TRIGGER ${on}_update_is_searched AFTER UPDATE ON ${on} WHEN (${changed}) AND ${begun}
      BEGIN ${mark('NEW', 1)} ${others} END;
    CREATE ${kind}TRIGGER ${on}_delete_is_searched AFTER DELETE ON ${on} WHEN ${begun}
      BEGIN ${mark('OLD', 1)} END;`
}

/** What can be searched (ADR 0038). */
export const search: Migration = {
  version: 24,
  up: db => void db.exec([...indexTables('main'), ...watched.map(one => marking(one, 'main'))].join(';\n')),
}
