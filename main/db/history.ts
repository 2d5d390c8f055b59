/** `CASE` over one column: nothing where it stayed, and its name, old and new value as JSON where it did not. */
const field = (column: string, [old, now]: readonly [string, string]) =>
  `CASE WHEN ${old} IS NOT ${now} THEN ',' || json_array('${column.replaceAll('"', '')}', CAST(${old} AS TEXT), ` +
  `CAST(${now} AS TEXT)) ELSE '' END`

/**
 * The triggers that write every written row of a table to `change_open` (ADR 0006, 0039): one row for each, with the columns
 * that changed as a JSON array of `[column, old, new]`, every value as text. From there they go to `change`, packed.
 *
 * A write outside an open entry aborts: the door alone opens entries. While rows only move between what everybody of the
 * vault reads and what named people read, `entry_moving` holds a row, inside that transaction (ADR 0029).
 *
 * @param columns every column but `id`, in the order of the table.
 * @returns SQL for a migration.
 */
export function historyOf(table: string, columns: readonly string[]): string {
  const trigger = (event: string, on: string, values: (column: string) => readonly [string, string]) => `
    CREATE TRIGGER ${table}_${event.toLowerCase()}_is_history AFTER ${event} ON ${table}
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), '${table}', ${on}.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        ${columns.map(column => field(column, values(column))).join(' ||\n        ')} AS said)
      WHERE said <> '';
    END;`
  return [
    trigger('INSERT', 'NEW', column => ['NULL', `NEW.${column}`]),
    trigger('UPDATE', 'NEW', column => [`OLD.${column}`, `NEW.${column}`]),
    trigger('DELETE', 'OLD', column => [`OLD.${column}`, 'NULL']),
  ].join('\n')
}

/** Triggers that keep rows of a table as they were written. They may move (`historyOf`). */
export function neverChanged(table: string): string {
  return `
    CREATE TRIGGER ${table}_is_never_changed BEFORE UPDATE ON ${table}
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
    CREATE TRIGGER ${table}_is_never_removed BEFORE DELETE ON ${table}
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`
}

/**
 * Triggers that keep rows of a table as they were written. They go only when the package that brought them is undone
 * (ADR 0024): `entry_undoing` holds a row for as long as that takes, inside its transaction.
 */
export function addedOnly(table: string): string {
  return `
    CREATE TRIGGER ${table}_is_never_changed BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
    CREATE TRIGGER ${table}_is_never_removed BEFORE DELETE ON ${table}
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`
}
