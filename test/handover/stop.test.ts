import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeVault } from '../../main/vault/handlers.ts'
import { endWork } from '../../main/working.ts'
import { Instant, type ColleagueId } from '../../shared/model.ts'
import { passphrase } from '../support.ts'
import { verifies } from '../exchange/merging.ts'
import { aCase, answered, looksAt, prepared, sent, takesOver, twoOffices } from './support.ts'
import type { Office } from '../exchange/offices.ts'

let here: Office
let there: Office
let thereAtHere: ColleagueId

beforeEach(async () => {
  ;({ here, there, thereAtHere } = await twoOffices())
  for (let i = 0; i < 3; i++) await aCase(here, `Followed home, ${i}`)
})

const statement = 'I have taken over.'
const takes = ({ app }: Office) => app.call('handover.takeOver', { decisions: [], statement })

/** The caseload lies on the desk of the successor. */
async function isThere(): Promise<string> {
  const { path } = await sent({ office: here, colleagueId: thereAtHere, draft: answered })
  expect(await looksAt(there, path)).toMatchObject({ ok: true })
  return path
}

/** What stands in the vault: every row of it, by table. */
function everything({ app: { app } }: Office): string {
  const { vault } = app.desk
  if (!vault) throw new Error('locked')
  const names = vault.db
    .prepare<[], { name: string }>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'`,
    )
    .all()
  return JSON.stringify(
    names.map(({ name }) => [name, vault.db.prepare(`SELECT * FROM main."${name}"`).raw().all()]),
  )
}

const codes = async ({ app }: Office) => (await app.get('case.list', {})).lines.map(({ code }) => code)

describe('taking over a caseload', () => {
  it('tells how far it is, and that it is done', async () => {
    await isThere()
    const taken = takes(there)
    expect(await there.app.get('exchange.working', {})).toEqual({ stage: 'taking', done: 0, all: 3 })
    expect(await taken).toMatchObject({ ok: true, value: { cases: 3 } })
    expect(await there.app.get('exchange.working', {})).toBeNull()
  })

  it('is stopped at once, leaves nothing behind, and can be begun again', async () => {
    await isThere()
    const before = everything(there)
    const taken = takes(there)
    await there.app.get('exchange.stop', {})
    expect(await taken).toEqual({ ok: false, code: 'exchange/stopped' })
    expect(everything(there)).toBe(before)
    expect(await takes(there)).toMatchObject({ ok: true, value: { cases: 3 } })
    await verifies(there.app)
  })

  it('is stopped as well after its last case, and the record of the others goes too', async () => {
    await isThere()
    const before = everything(there)
    const { app } = there.app
    const start = Date.parse(app.clock())
    let looked = 0
    Object.assign(app, { clock: () => Instant.parse(new Date(start + 20 * looked++).toISOString()) })
    const taken = takes(there)
    for (let done = 0; done < 3;) {
      await setImmediate()
      done = app.desk.working?.done ?? 3
    }
    expect(app.desk.vault!.db.prepare('SELECT count(*) FROM change_open').pluck().get()).toBe(0)
    await there.app.get('exchange.stop', {})
    expect(await taken).toEqual({ ok: false, code: 'exchange/stopped' })
    expect(everything(there)).toBe(before)
    expect(await takes(there)).toMatchObject({ ok: true, value: { cases: 3 } })
    await verifies(there.app)
  })

  it('lets whoever asks or writes meanwhile wait until it is whole', async () => {
    await isThere()
    const taken = takes(there)
    const [list, own] = [codes(there), aCase(there)]
    expect(await list).toHaveLength(3)
    await own
    expect(await taken).toMatchObject({ ok: true })
    expect(await codes(there)).toHaveLength(4)
    await verifies(there.app)
  })

  it('refuses what waited for a dialog and would write in the middle of it', async () => {
    const { path } = await sent({ office: here, colleagueId: thereAtHere, draft: answered })
    const other = await there.app.get('colleague.list', {})
    await aCase(there)
    const handoverId = await prepared({ office: there, colleagueId: other[0]!.id })
    expect(await looksAt(there, path)).toMatchObject({ ok: true })
    const file = there.path('in-the-middle.age')
    const begun: ReturnType<typeof takes>[] = []
    const { ask } = there.app.app
    const choose = ask.chooseDestination
    ask.chooseDestination = async () => {
      begun.push(takes(there))
      await there.app.get('exchange.working', {})
      return file
    }
    expect(await there.app.call('handover.send', { handoverId })).toEqual({
      ok: false,
      code: 'exchange/busy',
    })
    ask.chooseDestination = choose
    expect(existsSync(file)).toBe(false)
    expect(await Promise.all(begun)).toMatchObject([{ ok: true, value: { cases: 3 } }])
    await verifies(there.app)
  })

  it('ends with a lock: nothing of it is there, and everything that was', async () => {
    await isThere()
    await aCase(there)
    const own = await codes(there)
    const taken = takes(there)
    await there.app.get('vault.lock', {})
    expect(await taken).toEqual({ ok: false, code: 'exchange/stopped' })
    await there.app.get('vault.unlock', { passphrase: passphrase() })
    expect(await codes(there)).toEqual(own)
    await verifies(there.app)
  })

  it('is taken back when the vault is closed under it', async () => {
    await isThere()
    const taken = takes(there)
    await there.app.get('exchange.working', {})
    closeVault(there.app.app)
    expect(await taken).toEqual({ ok: false, code: 'vault/locked' })
    await there.app.get('vault.unlock', { passphrase: passphrase() })
    expect(await codes(there)).toEqual([])
    await verifies(there.app)
  })

  it('loses no word that was typed when a lock comes in the middle', async () => {
    await isThere()
    const taken = takes(there)
    const typed = there.app.call('vault.keepDraft', { key: 'handover.statement', value: 'Half a sen' })
    await endWork(there.app.app)
    expect(await typed).toMatchObject({ ok: true })
    closeVault(there.app.app)
    expect(await taken).toMatchObject({ ok: false })
    await there.app.get('vault.unlock', { passphrase: passphrase() })
    expect(await there.app.get('vault.draft', { key: 'handover.statement' })).toBe('Half a sen')
  })
})

describe('looking at a caseload, and writing one', () => {
  it('is stopped, and nothing is written', async () => {
    await isThere()
    const looking = there.app.call('handover.preview', {})
    expect(await there.app.get('exchange.working', {})).toEqual({ stage: 'comparing', done: 0, all: 3 })
    expect(await takes(there)).toEqual({ ok: false, code: 'exchange/busy' })
    await there.app.get('exchange.stop', {})
    expect(await looking).toEqual({ ok: false, code: 'exchange/stopped' })

    const handoverId = await prepared({ office: here, colleagueId: thereAtHere })
    const before = everything(here)
    const writing = here.app.call('handover.send', { handoverId })
    expect(await here.app.get('exchange.working', {})).toMatchObject({ stage: 'compiling', all: 3 })
    await here.app.get('exchange.stop', {})
    expect(await writing).toEqual({ ok: false, code: 'exchange/stopped' })
    expect(everything(here)).toBe(before)
  })

  it('works it out once more when something was written while the file was being placed', async () => {
    const handoverId = await prepared({ office: here, colleagueId: thereAtHere })
    const { ask } = here.app.app
    const file = here.path('changed.age')
    const choose = ask.chooseDestination
    ask.chooseDestination = async () => {
      await aCase(here)
      return file
    }
    expect(await here.app.call('handover.send', { handoverId })).toEqual({
      ok: false,
      code: 'exchange/changed-meanwhile',
    })
    ask.chooseDestination = choose
    expect(existsSync(file)).toBe(false)
    await takesOver(there, (await sent({ office: here, colleagueId: thereAtHere })).path)
    expect(await codes(there)).toHaveLength(4)
  })
})
