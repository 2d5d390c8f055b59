import { kept } from '../columns.ts'
import type { Migration } from '../migration.ts'

const hash = (column: string) => `${column} TEXT CHECK (length(${column}) = 64)`

/** Copies of the vault, the drills that proved them, and that this vault came from one. Where a copy is, nobody keeps. */
export const copies: Migration = {
  version: 20,
  up: db =>
    void db.exec(`
      ${kept('vault_copy', [
        'made_at TEXT NOT NULL',
        'made_by TEXT NOT NULL',
        'label TEXT NOT NULL',
        'bytes INTEGER NOT NULL CHECK (bytes > 0)',
        'entries INTEGER NOT NULL CHECK (entries > 0)',
        `${hash('head')} NOT NULL`,
      ])}
      ${kept('vault_drill', [
        'done_at TEXT NOT NULL',
        'done_by TEXT NOT NULL',
        `result TEXT NOT NULL CHECK (result IN ('proved', 'damaged', 'differs'))`,
        'copy_made_at TEXT',
        'entries INTEGER CHECK (entries > 0)',
        hash('head'),
      ])}
      ${kept('vault_restore', [
        'restored_at TEXT NOT NULL',
        'restored_by TEXT NOT NULL',
        'copy_made_at TEXT NOT NULL',
        'entries INTEGER NOT NULL CHECK (entries > 0)',
        `${hash('head')} NOT NULL`,
      ])}`),
}
