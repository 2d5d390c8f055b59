import type { Migration } from '../migration.ts'

/** Where an index stands: with everything else, or in memory for the cases for named people that are open. */
export type IndexPlace = 'main' | 'temp'

/**
 * The tables of one search index (ADR 0038). Words stand in `search_word` alone, as long as something has them; what is
 * searched are their numbers, which say nothing once the word is gone.
 */
export const indexTables = (place: IndexPlace): readonly string[] => [
  `CREATE TABLE ${place}.search_item (
    id      INTEGER PRIMARY KEY, -- the newest is the highest; divided by how many kinds there are, what is left over says what kind it is of
    place   INTEGER NOT NULL UNIQUE, -- the row: its rowid, and in the lowest bits its table
    case_no INTEGER NOT NULL -- the rowid of its case
  ) STRICT`,
  `CREATE INDEX ${place}.search_item_of_case ON search_item (case_no)`,
  `CREATE TABLE ${place}.search_word (word TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  // The ways a word may be heard: it goes with the word.
  `CREATE TABLE ${place}.search_sound (sound TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (sound, word)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE ${place}.search_stale (
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)), -- whether the index may hold what it said before
    place  INTEGER NOT NULL, -- which row, as in search_item
    turn   INTEGER NOT NULL DEFAULT 0, -- where everything is read anew: its place among all; else the entry that wrote it, below 0
    was    TEXT, -- its columns as they were, a JSON array; null where only the state of its case changed, and where it is new
    PRIMARY KEY (stands, place)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX ${place}.search_stale_in_order ON search_stale (turn) WHERE turn > 0`,
  `CREATE TABLE ${place}.search_begun (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL,
    words   INTEGER NOT NULL -- the highest number a word was given; none is given twice
  ) STRICT`,
  `CREATE VIRTUAL TABLE ${place}.search_fts USING fts5(
    said, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
]

/** A table with something to be found, and the columns of which a change is a change of what it says. */
export interface Watched {
  readonly name: string
  readonly columns: readonly string[]
}

const reading = (name: string, ...columns: string[]): Watched => ({ name, columns })

/** How many tables can be told apart in a place. */
export const tableSlots = 32

/** Every table that is searched. Its number here is part of every place: new ones come last. */
export const watched: readonly Watched[] = [
  reading('case_file', 'code', 'account', 'danger_why', 'state'),
  reading('case_mark', 'note'),
  reading('person', 'label', 'wishes', 'wishes_translation', 'note'),
  reading('engagement', 'note'),
  reading('act', 'account'),
  reading('perpetrator', 'label', 'description'),
  reading('action', 'label', 'draft'),
  reading('action_entry', 'event'),
  reading('evidence_source', 'label', 'description', 'reliability_note'),
  reading('claim', 'label', 'statement', 'assessment'),
  reading('information', 'note'),
  reading('case_proof', 'note', 'unknowns'),
  reading('source_message', 'subject', 'text'),
  reading('attachment', 'name'),
  reading('brief', 'copy', 'draft'),
  reading('consent_decision', 'document', 'conditions', 'evidence'),
  reading(
    'consent_talk',
    'capacity_note',
    'representation',
    'others_present',
    'withdraw_how',
    'why_not_written',
    'evidence',
  ),
  reading('consent_event', 'note'),
  reading('risk_assessment', 'why', 'own_view'),
  reading('risk_event', 'note'),
  reading(
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
  reading('safe_contact', 'hours', 'wording', 'who_may_answer', 'never', 'last_proof_how', 'device'),
  reading('check_in', 'note'),
]

/** The triggers that mark what the index has to look at again. They do nothing before an index was begun. */
export function marking({ name, columns }: Watched, place: IndexPlace): string {
  const [kind, on] = place === 'main' ? ['', name] : ['TEMP ', `apart_${name}`]
  const no = watched.findIndex(one => one.name === name)
  const placeOf = (row: string) => `${row}.rowid * ${tableSlots} + ${no}`
  const turn = '-ifnull((SELECT seq FROM entry_open), 0)'
  // What was there first is what the index holds.
  const change = (row: string) => `INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, ${placeOf(row)}, ${turn}, json_array(${columns.map(column => `OLD.${column}`).join(', ')}))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;`
  const begun = 'EXISTS (SELECT 1 FROM search_begun)'
  const changed = columns.map(column => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
  // The state of a case is kept with everything in it.
  const others =
    name === 'case_file'
      ? `INSERT OR IGNORE INTO search_stale (stands, place, turn) SELECT 1, place, ${turn}
         FROM search_item WHERE case_no = NEW.rowid AND OLD.state IS NOT NEW.state;`
      : ''
  return `
    CREATE ${kind}TRIGGER ${on}_insert_is_searched AFTER INSERT ON ${on} WHEN ${begun}
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, ${placeOf('NEW')}, ${turn}); END;
    CREATE ${kind}TRIGGER ${on}_update_is_searched AFTER UPDATE ON ${on} WHEN (${changed}) AND ${begun}
      BEGIN ${change('NEW')} ${others} END;
    CREATE ${kind}TRIGGER ${on}_delete_is_searched AFTER DELETE ON ${on} WHEN ${begun}
      BEGIN ${change('OLD')} END;`
}

/** What can be searched (ADR 0038). */
export const search: Migration = {
  version: 24,
  up: db => void db.exec([...indexTables('main'), ...watched.map(one => marking(one, 'main'))].join(';\n')),
}
