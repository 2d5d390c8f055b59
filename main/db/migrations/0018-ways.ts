import { kept } from '../columns.ts'
import type { Migration } from '../migration.ts'

/**
 * The ways into a vault, and what stands by for whoever lost theirs (ADR 0030). `recovery` says which shares were made and
 * when they were tried, never what stands in them. `escrow` holds nothing anybody can read here: each person's own key,
 * locked for whoever comes with the shares; it has no history, because an old box is of no use to anybody.
 */
export const ways: Migration = {
  version: 18,
  up: db =>
    void db.exec(`
      ${kept('recovery', [
        "slot TEXT NOT NULL UNIQUE CHECK (slot <> '')",
        'shares TEXT NOT NULL',
        'needed INTEGER NOT NULL CHECK (needed BETWEEN 2 AND 5)',
        'total INTEGER NOT NULL CHECK (total BETWEEN needed AND 7)',
        "made_by TEXT NOT NULL CHECK (made_by <> '')",
        'made_at TEXT NOT NULL',
        'rehearsed_at TEXT',
        'used_at TEXT',
        'used_for TEXT',
        'ended_at TEXT',
      ])}
      CREATE TABLE escrow (
        slot TEXT NOT NULL,
        holder TEXT NOT NULL,
        box BLOB NOT NULL,
        PRIMARY KEY (slot, holder)
      ) STRICT;`),
}
