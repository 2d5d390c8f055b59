/**
 * The triggers that write every changed field of a table to `change` (ADR 0006).
 *
 * A write outside an open entry aborts: the door alone opens entries. While rows only move between what everybody of the
 * vault reads and what named people read, `entry_moving` holds a row, inside that transaction (ADR 0029).
 *
 * @param columns every column but `id`, in the order of the table.
 * @returns SQL for a migration.
 */
export function historyOf(table: string, columns: readonly string[]): string {
  const note = (on: string, column: string, [old, now]: readonly [string, string]) =>
    `INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), '${table}', ${on}.id, ` +
    `'${column.replaceAll('"', '')}', CAST(${old} AS TEXT), CAST(${now} AS TEXT) WHERE ${old} IS NOT ${now};`
  const trigger = (event: string, on: string, values: (column: string) => readonly [string, string]) => `
    CREATE TRIGGER ${table}_${event.toLowerCase()}_is_history AFTER ${event} ON ${table}
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      ${columns.map(column => note(on, column, values(column))).join('\n      ')}
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
