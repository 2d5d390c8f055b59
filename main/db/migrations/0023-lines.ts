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
  `INSERT INTO line_stale (case_id) SELECT ${value} WHERE NOT EXISTS (SELECT 1 FROM line_stale WHERE case_id = ${value});`

/** Whatever is written of a case makes its line stale. */
const staleBy = (table: string, column: string) => `
  CREATE TRIGGER ${table}_insert_is_stale AFTER INSERT ON ${table} BEGIN ${stale(`NEW.${column}`)} END;
  CREATE TRIGGER ${table}_update_is_stale AFTER UPDATE ON ${table} BEGIN ${stale(`NEW.${column}`)} END;
  CREATE TRIGGER ${table}_delete_is_stale AFTER DELETE ON ${table} BEGIN ${stale(`OLD.${column}`)} END;`

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

/** Actions that neither went out nor were ended, which are all that can wait for somebody. */
const planned = `CREATE TABLE action_planned (id TEXT PRIMARY KEY) STRICT;
  CREATE TRIGGER action_is_planned AFTER INSERT ON action WHEN ${isPlanned('NEW.id')}
    BEGIN INSERT INTO action_planned (id) VALUES (NEW.id); END;
  CREATE TRIGGER action_is_gone AFTER DELETE ON action
    BEGIN DELETE FROM action_planned WHERE id = OLD.id; END;
  CREATE TRIGGER action_entry_ends_planning AFTER INSERT ON action_entry
    WHEN NEW.event ->> 'what' IN ('sent', 'ended')
    BEGIN DELETE FROM action_planned WHERE id = NEW.action_id; END;
  CREATE TRIGGER action_entry_begins_planning AFTER DELETE ON action_entry
    WHEN OLD.event ->> 'what' IN ('sent', 'ended')
    BEGIN INSERT INTO action_planned (id) SELECT id FROM action WHERE id = OLD.action_id AND ${isPlanned('OLD.action_id')}
      AND id NOT IN (SELECT id FROM action_planned); END;`

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
  CREATE TABLE line_stale (seq INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE line_time (one INTEGER PRIMARY KEY CHECK (one = 1), now INTEGER NOT NULL, today INTEGER NOT NULL) STRICT;

  CREATE TRIGGER case_line_is_counted AFTER INSERT ON case_line BEGIN${counted('case_line', '+', 'NEW')} END;
  CREATE TRIGGER case_line_is_counted_anew AFTER UPDATE OF facet ON case_line WHEN OLD.facet <> NEW.facet
    BEGIN${counted('case_line', '-', 'OLD')}${counted('case_line', '+', 'NEW')} END;
  CREATE TRIGGER case_line_goes AFTER DELETE ON case_line BEGIN${counted('case_line', '-', 'OLD')}
    DELETE FROM due_line WHERE id BETWEEN OLD.n * 65536 AND OLD.n * 65536 + 65535; END;
  CREATE TRIGGER due_line_is_counted AFTER INSERT ON due_line BEGIN${spanned('+', 'NEW')} END;
  CREATE TRIGGER due_line_is_counted_no_more AFTER DELETE ON due_line BEGIN${spanned('-', 'OLD')} END;
  CREATE TRIGGER case_file_takes_its_line AFTER DELETE ON case_file
    BEGIN DELETE FROM case_line WHERE case_id = OLD.id; END;
  CREATE TRIGGER clock_setting_makes_lines_stale AFTER INSERT ON clock_setting
    BEGIN INSERT INTO line_stale (case_id) SELECT id FROM case_file WHERE id NOT IN (SELECT case_id FROM line_stale); END;
  ${Object.entries(ofCases)
    .flatMap(([column, tables]) => tables.map(table => staleBy(table, column)))
    .join('')}

  CREATE INDEX brief_not_sent ON brief (id) WHERE sent = 'null';
  CREATE INDEX share_not_sent ON share (id) WHERE sent = 'null';
  ${planned}

  INSERT INTO line_stale (case_id) SELECT id FROM case_file ORDER BY rowid;
  INSERT INTO action_planned (id) SELECT id FROM action WHERE ${isPlanned('action.id')};
`),
}
