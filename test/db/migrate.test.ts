import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../main/db/migrate.ts'
import type { Connection } from '../../main/db/handles.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { openDatabase } from '../../main/db/open.ts'
import { freshFolder } from '../support.ts'

const empty = () => openDatabase(join(freshFolder(), 'case.db'), new Uint8Array(32).fill(7), { create: true })

const schemaOf = (db: Connection) =>
  (
    db.prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`).all() as {
      sql: string
    }[]
  )
    .map(({ sql }) => `${sql};`)
    .join('\n\n')

/** A released step is never edited: SHA-256 of the schema after each version. Add a line, never change one. */
const released: readonly string[] = []

describe('the schema', () => {
  it('goes up one version at a time, without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('is STRICT in every table', () => {
    const db = empty()
    migrate(db)
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(loose).toEqual([])
  })

  it('keeps the history of every table that holds case data', () => {
    const db = empty()
    migrate(db)
    const outside = [
      'entry',
      'entry_open',
      'entry_undoing',
      'access_key',
      'sealed_row',
      'entry_moving',
      'exchange_ref',
      'exchange_told',
      'change',
      'change_open',
      'original',
      'identity_key',
      'protection_key',
      'brief_package',
      'officer_secret',
      'draft',
      'label_gone',
      'search_item',
      'search_word',
      'search_sound',
      'search_stale',
      'search_begun',
      'record_check',
      'said_words',
      'clock_floor',
      'escrow',
      // Made of all the others, and made again when they are lost (ADR 0037).
      'case_line',
      'due_line',
      'due_tally',
      'line_stale',
      'line_tally',
      'line_time',
      'code_part',
      'code_tally',
      'action_planned',
      'report_window',
      'report_line',
      'report_tally',
      'report_codes',
      'contribution_told',
    ]
    const tables = db
      .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[]
    const kept = db
      .prepare(
        `SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_is_history'`,
      )
      .pluck()
      .all() as string[]
    expect(tables.filter(name => !kept.includes(name)).toSorted()).toEqual(outside.toSorted())
  })

  it('is written down in resources/schema.sql, so that a change of it is seen in review', () => {
    const db = empty()
    migrate(db)
    const path = 'resources/schema.sql'
    const written = `${schemaOf(db)}\n`
    if (process.env.CI === undefined) writeFileSync(path, written)
    expect(readFileSync(path, 'utf8')).toBe(written)
  })

  it('has not changed in any released version', () => {
    const db = empty()
    for (const [index, hash] of released.entries()) {
      migrate(db, migrations.slice(0, index + 1))
      expect(createHash('sha256').update(schemaOf(db)).digest('hex')).toBe(hash)
    }
  })

  it('refuses a vault that a newer Vigil wrote, and leaves it as it is', () => {
    const db = empty()
    migrate(db)
    db.pragma(`user_version = ${migrations.length + 1}`)
    expect(() => migrate(db)).toThrow('vault/newer-than-app')
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
  })

  it('leaves nothing behind when a step fails', () => {
    const db = empty()
    const broken = {
      version: migrations.length + 1,
      up: (on: Connection) => {
        on.exec('CREATE TABLE half (id TEXT) STRICT')
        throw new Error('power cut')
      },
    }
    expect(() => migrate(db, [...migrations, broken])).toThrow('power cut')
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0)
  })
})
