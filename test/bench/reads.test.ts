// oxlint-disable-next-line import/default -- CommonJS: `module.exports` is the class
import Driver from 'better-sqlite3-multiple-ciphers'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Connection } from '../../main/db/handles.ts'
import { contract, type Name } from '../../shared/contract.ts'
import { freshFolder } from '../support.ts'
import { newAppDesk, passphraseOf, quickKdf } from './desk.ts'
import { addBriefs } from './vault/briefs.ts'
import { firstDay, officer, today } from './vault/drawing.ts'
import { catchUp, clockFrom, opened } from './vault/kept.ts'
import { fillWith } from './vault/make.ts'
import { chance } from './vault/seed.ts'
import { notAsked, questionsOf } from './questions.ts'

/* What is asked when a screen is opened is looked up, and not read through: it takes no longer where there are more cases. */

afterEach(() => vi.restoreAllMocks())

async function aVault() {
  const folder = join(freshFolder(), 'vault.vigil')
  const clock = clockFrom(firstDay - 86_400_000)
  const making = newAppDesk({ folder, kdf: quickKdf, clock, random: chance(1).bytes })
  await making.get('vault.create', { passphrase: passphraseOf(0), officer })
  fillWith(opened(making), 24)
  await making.get('vault.lock', {})
  const desk = newAppDesk({ folder, kdf: quickKdf, clock: clockFrom(today) })
  await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
  await addBriefs(desk, 2)
  await catchUp(desk)
  return desk
}

/** Tables that are read from one end to the other, and why that is no matter. */
const readThrough: Readonly<Record<string, string>> = {
  sqlite_schema: 'the tables there are',
  shown: 'the packages of one case',
  theirs: 'the packages that came, once at unlocking: what colleagues saw of this record',
  line_stale: 'what is behind: nothing, but after something large was taken in',
  officer: 'the people of a vault, at most 26',
  officer_key: 'the keys of one person',
  recovery: 'the shares of one vault',
  record_check: 'one row',
  clock_floor: 'one row',
  line_time: 'one row',
  report_window: 'one row for each annual report that was asked for',
  search_begun: 'one row',
  line_tally: 'one row for each facet',
  setting_version: 'settings, changed now and then by hand',
  clock_setting: 'settings, changed now and then by hand',
  colleague: 'people one writes to',
  colleague_event: 'what happened to their keys',
  colleague_duty: 'what duties they were said to have',
  vault_copy: 'copies, each made by hand',
  vault_drill: 'drills, each made by hand',
  vault_restore: 'restores, each made by hand',
  tombstone: 'what remains of destroyed cases, shown whole',
  access_limit: 'what is for named people alone, shown whole',
  contribution_sent: 'one a year',
  contribution_received: 'one a year and presence',
  recall_decision: 'decisions on what was called back',
  handover: 'whole caseloads, each handed over by hand',
  handover_received: 'whole caseloads, each taken over by hand',
  answer_given: 'the list of answers given by file, shown whole',
  exchange_package: 'the log of packages, shown whole',
  exchange_notice: 'the log of packages, shown whole',
  exchange_declined: 'the log of packages, shown whole',
  exchange_merge: 'the log of packages, shown whole',
  // Of these only the askings without an answer are read whole; each was made by hand, and few cases have one.
  gate_override: 'askings for an override',
  file_asking: 'askings by file',
  forgetting: 'askings to forget somebody',
  disposal: 'askings to destroy a case',
  access_step: 'askings to name somebody',
  witness_sighting: 'what colleagues saw of this record',
}

/** Tables some of which only one question may read through. */
const onlyFor: Readonly<Record<string, readonly Name[]>> = {
  exchange_package: ['exchange.log', 'notice.log', 'handover.list'],
  exchange_notice: ['notice.log'],
  exchange_declined: ['notice.log'],
  exchange_merge: ['notice.log', 'handover.list'],
}

interface Step {
  readonly detail: string
}

/** What a statement reads from one end to the other; not what it reads in order until it has a page. */
function scannedBy(db: Connection, sql: string): string[] {
  if (
    /^\s*(PRAGMA|EXPLAIN|BEGIN|COMMIT|ROLLBACK|CREATE|DROP|ATTACH|DETACH|VACUUM|SAVEPOINT|RELEASE)/i.test(sql)
  )
    return []
  const steps = stepsOf(db, sql)
  const isSorted = steps.some(({ detail }) => detail.includes('TEMP B-TREE'))
  const isPage = /\bLIMIT\b/i.test(sql) && !isSorted
  return steps.flatMap(({ detail }) => {
    const [, table = '', index = ''] =
      /^SCAN (?:main\.|temp\.)?(\w+)(?:.* INDEX (\w+))?/.exec(detail.replace('CONSTANT ROW', '')) ?? []
    return table === '' || isPage || / VIRTUAL TABLE /.test(detail) || isPartial(db, index) ? [] : [table]
  })
}

/** An index of a few rows only: reading it is not reading the table. */
const isPartial = (db: Connection, index: string): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = ? AND sql LIKE '% WHERE %'`).get(index) !== undefined

function stepsOf(db: Connection, sql: string): Step[] {
  const names = [...sql.matchAll(/[@:$](\w+)/g)].map(([, name = '']) => [name, null])
  const statement = db.prepare<unknown[], Step>(`EXPLAIN QUERY PLAN ${sql}`)
  const values = Array.from({ length: sql.split('?').length - 1 }, () => null)
  return names.length > 0 ? statement.all(Object.fromEntries(names)) : statement.all(...values)
}

test('every question of the page is asked here, or it is said why not', async () => {
  const desk = await aVault()
  const asked = new Set<string>(questionsOf(opened(desk).db).map(({ name }) => name))
  const queries = (Object.keys(contract) as Name[]).filter(name => contract[name].kind === 'query')
  expect(queries.filter(name => !asked.has(name) && !(name in notAsked))).toEqual([])
  expect(Object.keys(notAsked).filter(name => asked.has(name))).toEqual([])
  await desk.get('vault.lock', {})
})

test('no question of the page reads through a table that grows with the cases', async () => {
  const desk = await aVault()
  const { db } = opened(desk)
  const of = new Map<string, Set<Name>>()
  let now: Name = 'case.list'
  const prepare = Driver.prototype.prepare
  vi.spyOn(Driver.prototype, 'prepare').mockImplementation(function (this: Connection, sql: string) {
    of.set(sql, (of.get(sql) ?? new Set<Name>()).add(now))
    return prepare.call(this, sql)
  })
  await desk.get('vault.lock', {})
  await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
  expect(db.open).toBe(false)
  const again = opened(desk).db
  for (const { name, input } of questionsOf(again)) {
    now = name
    expect(await desk.call(name, input as never), name).toMatchObject({ ok: true })
  }
  vi.restoreAllMocks()
  const found = [...of].flatMap(([sql, names]) =>
    scannedBy(again, sql)
      .filter(
        table =>
          !(table in readThrough) || [...names].some(name => !(onlyFor[table] ?? [name]).includes(name)),
      )
      .map(table => `${[...names].join(', ')} reads ${table}: ${sql.replaceAll(/\s+/g, ' ').slice(0, 120)}`),
  )
  expect(found).toEqual([])
  await desk.get('vault.lock', {})
})
