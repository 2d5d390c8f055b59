import { apartCases } from '../db/apartKeys.ts'
import { isShown } from '../db/apartView.ts'
import { prepare } from '../db/handles.ts'
import type { Connection, ReadDb } from '../db/handles.ts'

/**
 * Where lines are kept: those of cases that everybody of the vault reads in the vault, those of cases for named people in
 * the memory of this connection alone, for as long as it is open (ADR 0037).
 */
export interface Place {
  readonly isApart: boolean
  readonly line: string
  readonly due: string
  readonly stale: string
  /** How cases stand in the annual reports. */
  readonly report: string
  /** Where the cases stand whose lines these are. */
  readonly file: string
}

export const inVault: Place = {
  isApart: false,
  line: 'main.case_line',
  due: 'main.due_line',
  stale: 'main.line_stale',
  report: 'main.report_line',
  file: 'main.case_file',
}

const inMemory: Place = {
  isApart: true,
  line: 'temp.apart_case_line',
  due: 'temp.apart_due_line',
  stale: 'temp.apart_line_stale',
  report: 'temp.apart_report_line',
  file: 'temp.apart_case_file',
}

/** Every place there are lines in, for whoever is at the desk. */
export function placesOf(db: ReadDb): readonly Place[] {
  if (apartCases(db).size === 0 || !isShown(db)) return [inVault]
  const made = prepare<[]>(db, `SELECT 1 FROM temp.sqlite_schema WHERE name = 'apart_case_line'`).get()
  if (made === undefined) makeInMemory(db)
  return [inVault, inMemory]
}

interface SchemaItem {
  readonly tbl_name: string
  readonly sql: string
}

const isStaleTrigger = `SELECT tbl_name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND name LIKE '%!_is!_stale' ESCAPE '!'`

const linesTables = `SELECT tbl_name, sql FROM main.sqlite_schema
  WHERE type = 'table' AND name IN ('case_line', 'due_line', 'line_stale', 'report_line')`

/** The same tables in memory, made stale by the opened rows as those of the vault are by the others. */
function makeInMemory(db: ReadDb): void {
  const connection = db as unknown as Connection
  for (const { sql } of prepare<[], SchemaItem>(db, linesTables).all())
    connection.exec(sql.replace(/^CREATE TABLE /, 'CREATE TEMP TABLE apart_'))
  for (const { tbl_name, sql } of prepare<[], SchemaItem>(db, isStaleTrigger).all())
    connection.exec(
      sql
        .replace(/^CREATE TRIGGER /, 'CREATE TEMP TRIGGER apart_')
        .replace(` ON ${tbl_name} `, ` ON apart_${tbl_name} `)
        .replaceAll('line_stale', 'apart_line_stale'),
    )
  connection.exec(`
    CREATE TEMP TRIGGER apart_line_goes AFTER DELETE ON apart_case_line BEGIN
      DELETE FROM apart_due_line WHERE id BETWEEN OLD.n * 65536 AND OLD.n * 65536 + 65535; END;
    CREATE TEMP TRIGGER apart_file_takes_its_line AFTER DELETE ON apart_case_file BEGIN
      DELETE FROM apart_case_line WHERE case_id = OLD.id; DELETE FROM apart_line_stale WHERE case_id = OLD.id;
      DELETE FROM apart_report_line WHERE case_id = OLD.id; END;
    CREATE TEMP TRIGGER apart_contribution_makes_stale AFTER INSERT ON main.contribution_sent BEGIN
      INSERT INTO apart_line_stale (case_id, gone) SELECT id, 0 FROM apart_case_file WHERE true ON CONFLICT DO NOTHING; END;
    CREATE TEMP TRIGGER apart_clock_setting_makes_stale AFTER INSERT ON main.clock_setting BEGIN
      INSERT INTO apart_line_stale (case_id, gone) SELECT id, 0 FROM apart_case_file WHERE true ON CONFLICT DO NOTHING; END;
    INSERT INTO temp.apart_line_stale (case_id, gone) SELECT id, 0 FROM temp.apart_case_file;`)
}
