import type { Migration } from '../migration.ts'

/** Tables from which the line of a case is made, by the column that says which case. */
const ofCases = {
  case_id: [
    'person',
    'act',
    'consent_decision',
    'consent_talk',
    'consent_event',
    'follow_up_task',
    'risk_assessment',
    'risk_event',
    'brief',
    'action',
    'action_entry',
    'case_mark',
    'identity_basis',
    'protection_plan',
    'check_in_plan',
    'check_in',
    'exchange_answer',
  ],
  id: ['case_file', 'case_course', 'scope_test'],
} as const

const stale = (value: string) =>
  `INSERT INTO line_stale (case_id, gone) VALUES (${value}, 0) ON CONFLICT DO NOTHING;`

const gone = (value: string) =>
  `INSERT INTO line_stale (case_id, gone) VALUES (${value}, 1) ON CONFLICT DO UPDATE SET gone = 1;`

/** The triggers by which whatever is written of a case makes its line stale. A case that goes takes its line with it. */
export const staleBy = (table: string, column: string): string => `
  CREATE TRIGGER ${table}_insert_is_stale AFTER INSERT ON ${table} BEGIN ${stale(`NEW.${column}`)} END;
  CREATE TRIGGER ${table}_update_is_stale AFTER UPDATE ON ${table} BEGIN ${stale(`NEW.${column}`)} END;${
    table === 'case_file'
      ? ''
      : `
  CREATE TRIGGER ${table}_delete_is_stale AFTER DELETE ON ${table} BEGIN ${gone(`OLD.${column}`)} END;`
  }`

/** What the list of cases is put in order by, and narrowed to. */
const sorts = ['code', 'state', 'danger', 'band', 'consent', 'risk', 'waiting', 'persons', 'acts', 'changed']

const counted = (table: string, sign: string, row: string) => `
  INSERT INTO line_tally (facet, n) VALUES (${row}.facet, ${sign}1) ON CONFLICT (facet) DO UPDATE SET n = n ${sign} 1;`

/** Days by the month of 32 days, the day and the hour they end in: so much of a stretch of time is counted at once. */
const spans = ['2764800000', '86400000', '3600000']

const spanned = (sign: string, row: string) =>
  spans
    .map(
      (ms, level) => `
  INSERT INTO due_tally (span, n) VALUES ((${row}.by_day * 4 + ${level}) * 1000000000 + ${row}.ends / ${ms}, ${sign}1)
    ON CONFLICT (span) DO UPDATE SET n = n ${sign} 1;`,
    )
    .join('')

const isPlanned = (id: string) =>
  `NOT EXISTS (SELECT 1 FROM action_entry WHERE action_id = ${id} AND event ->> 'what' IN ('sent', 'ended'))`

/** Whether somebody was ever asked about an action, or approved it. */
const isAsked = (action: string) =>
  `(${action}.approval <> 'null' OR EXISTS (SELECT 1 FROM approval_asking AS asked
    WHERE asked.case_id = ${action}.case_id AND asked.item_id = ${action}.id))`

/** Actions that neither went out nor were ended; those of them that somebody was asked about are all that can wait for anybody. */
const planned = `CREATE TABLE action_planned (id TEXT PRIMARY KEY, asked INTEGER NOT NULL) STRICT;
  CREATE INDEX action_planned_asked ON action_planned (asked, id) WHERE asked = 1;
  CREATE TRIGGER action_is_planned AFTER INSERT ON action WHEN ${isPlanned('NEW.id')}
    BEGIN INSERT INTO action_planned (id, asked) VALUES (NEW.id, ${isAsked('NEW')}); END;
  CREATE TRIGGER action_is_approved AFTER UPDATE OF approval ON action WHEN NEW.approval <> 'null'
    BEGIN UPDATE action_planned SET asked = 1 WHERE id = NEW.id AND asked = 0; END;
  CREATE TRIGGER action_is_asked_about AFTER INSERT ON approval_asking
    BEGIN UPDATE action_planned SET asked = 1 WHERE id = NEW.item_id AND asked = 0; END;
  CREATE TRIGGER action_is_gone AFTER DELETE ON action
    BEGIN DELETE FROM action_planned WHERE id = OLD.id; END;
  CREATE TRIGGER action_entry_ends_planning AFTER INSERT ON action_entry
    WHEN NEW.event ->> 'what' IN ('sent', 'ended')
    BEGIN DELETE FROM action_planned WHERE id = NEW.action_id; END;
  CREATE TRIGGER action_entry_begins_planning AFTER DELETE ON action_entry
    WHEN OLD.event ->> 'what' IN ('sent', 'ended')
    BEGIN INSERT INTO action_planned (id, asked) SELECT id, ${isAsked('action')} FROM action WHERE id = OLD.action_id AND ${isPlanned('OLD.action_id')}
      AND id NOT IN (SELECT id FROM action_planned); END;`

/** A code without its dash, from each of its letters on. */
const partsOf = (row: string) => [1, 2, 3, 4, 5, 6].map(at => `substr(replace(${row}.code, '-', ''), ${at})`)

const partsKept = `INSERT INTO code_part (part, n) VALUES ${partsOf('NEW')
  .map(part => `(${part}, NEW.n)`)
  .join(', ')};`

const partsGone = `DELETE FROM code_part WHERE n = OLD.n AND part IN (${partsOf('OLD').join(', ')});`

const lettersCounted = (sign: string, row: string) => `
  INSERT INTO code_tally (letter, facet, n) SELECT DISTINCT substr(part, 1, 1), ${row}.facet, ${sign}1
    FROM (${partsOf(row)
      .map((part, at) => `SELECT ${part}${at === 0 ? ' AS part' : ''}`)
      .join(' UNION ALL ')}) WHERE part <> ''
    ON CONFLICT (letter, facet) DO UPDATE SET n = n ${sign} 1;`

/** Where a part of a code is looked for: each code from each of its letters on; and how many codes have a letter at all. */
const codes = `CREATE TABLE code_part (part TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (part, n)) STRICT, WITHOUT ROWID;
  CREATE TABLE code_tally (letter TEXT NOT NULL, facet INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (letter, facet)) STRICT;
  CREATE TRIGGER case_line_has_a_code AFTER INSERT ON case_line BEGIN ${partsKept}${lettersCounted('+', 'NEW')} END;
  CREATE TRIGGER case_line_has_another_code AFTER UPDATE OF code ON case_line WHEN OLD.code <> NEW.code
    BEGIN ${partsGone} ${partsKept} END;
  CREATE TRIGGER case_line_counts_by_letter AFTER UPDATE OF code, facet ON case_line
    WHEN OLD.code <> NEW.code OR OLD.facet <> NEW.facet
    BEGIN${lettersCounted('-', 'OLD')}${lettersCounted('+', 'NEW')} END;
  CREATE TRIGGER case_line_has_no_code AFTER DELETE ON case_line BEGIN ${partsGone}${lettersCounted('-', 'OLD')} END;`

/**
 * The list of cases and what is due, ready to be read by page (ADR 0037): made from everything else, outside the record, and
 * made again whenever they are lost. Cases for named people have no line here.
 */
export const lines: Migration = {
  version: 23,
  up: db =>
    db.exec(`
  CREATE TABLE case_line (
    n INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    facet INTEGER NOT NULL,
    state INTEGER NOT NULL,
    danger INTEGER NOT NULL,
    band INTEGER NOT NULL,
    consent INTEGER NOT NULL,
    risk INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    started INTEGER NOT NULL,
    urgent INTEGER NOT NULL,
    differs INTEGER NOT NULL,
    ends TEXT NOT NULL,
    turns TEXT,
    turns_at INTEGER,
    turns_on INTEGER,
    since_at INTEGER NOT NULL,
    since_on INTEGER NOT NULL
  ) STRICT;
  ${sorts
    .map(
      column => `CREATE INDEX case_line_by_${column} ON case_line (${column}, n, facet);
  CREATE INDEX case_line_in_${column} ON case_line (facet, ${column}, n);`,
    )
    .join('\n  ')}
  CREATE INDEX case_line_turns_at ON case_line (turns_at) WHERE turns_at IS NOT NULL;
  CREATE INDEX case_line_turns_on ON case_line (turns_on) WHERE turns_on IS NOT NULL;
  CREATE TABLE due_line (
    id INTEGER PRIMARY KEY, -- the number of the line, times 65536, and that of the due thing in it
    by_day INTEGER NOT NULL,
    press INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    said TEXT NOT NULL
  ) STRICT;
  CREATE INDEX due_line_in_order ON due_line (by_day, press, ends, id);
  CREATE TABLE line_tally (facet INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;
  CREATE TABLE due_tally (span INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;
  CREATE TABLE line_stale (
    case_id TEXT PRIMARY KEY,
    gone    INTEGER NOT NULL CHECK (gone IN (0, 1)) -- whether something was taken out of the case
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX line_stale_gone ON line_stale (case_id) WHERE gone = 1;
  CREATE TABLE line_time (one INTEGER PRIMARY KEY CHECK (one = 1), now INTEGER NOT NULL, today INTEGER NOT NULL) STRICT;

  CREATE TRIGGER case_line_is_counted AFTER INSERT ON case_line BEGIN${counted('case_line', '+', 'NEW')} END;
  CREATE TRIGGER case_line_is_counted_anew AFTER UPDATE OF facet ON case_line WHEN OLD.facet <> NEW.facet
    BEGIN${counted('case_line', '-', 'OLD')}${counted('case_line', '+', 'NEW')} END;
  CREATE TRIGGER case_line_goes AFTER DELETE ON case_line BEGIN${counted('case_line', '-', 'OLD')}
    DELETE FROM due_line WHERE id BETWEEN OLD.n * 65536 AND OLD.n * 65536 + 65535; END;
  CREATE TRIGGER due_line_is_counted AFTER INSERT ON due_line BEGIN${spanned('+', 'NEW')} END;
  CREATE TRIGGER due_line_is_counted_no_more AFTER DELETE ON due_line BEGIN${spanned('-', 'OLD')} END;
  CREATE TRIGGER case_file_takes_its_line AFTER DELETE ON case_file
    BEGIN DELETE FROM case_line WHERE case_id = OLD.id; DELETE FROM line_stale WHERE case_id = OLD.id; END;
  CREATE TRIGGER clock_setting_makes_lines_stale AFTER INSERT ON clock_setting
    BEGIN INSERT INTO line_stale (case_id, gone) SELECT id, 0 FROM case_file WHERE true ON CONFLICT DO NOTHING; END;
  ${Object.entries(ofCases)
    .flatMap(([column, tables]) => tables.map(table => staleBy(table, column)))
    .join('')}

  CREATE INDEX brief_not_sent ON brief (sent) WHERE sent = 'null';
  CREATE INDEX share_not_sent ON share (sent) WHERE sent = 'null';
  CREATE INDEX exchange_notice_recalls ON exchange_notice (kind) WHERE kind = 'recall' AND direction = 'received';
  CREATE INDEX exchange_package_about ON exchange_package (about) WHERE about IS NOT NULL;
  CREATE INDEX disclosure_in_file ON disclosure (sha256);
  CREATE INDEX exchange_merge_of_package ON exchange_merge (package_row);
  ${planned}
  ${codes}

  INSERT INTO line_stale (case_id, gone) SELECT id, 0 FROM case_file;
  INSERT INTO action_planned (id, asked) SELECT id, ${isAsked('action')} FROM action WHERE ${isPlanned('action.id')};
`),
}
