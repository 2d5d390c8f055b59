import { describe, expect, it } from 'vitest'
import { forReading } from '../../main/db/handles.ts'
import { verification } from '../../main/record/verify.ts'
import { testApp } from '../support.ts'
import { tampers, writes } from './support.ts'

/** A vault with so many entries that a check of it takes several turns. */
async function long(entries = 450) {
  const here = testApp()
  await here.create()
  for (let at = 1; at < entries; at++) await writes(here, 1 + (at % 15))
  return here
}

describe('checking the record', () => {
  it('goes through it a run at a time and says how far it is', async () => {
    const here = await long()
    const steps = [...verification(forReading(here.app.desk.vault!.db))]
    expect(steps).toEqual([
      { done: 200, all: 450 },
      { done: 400, all: 450 },
      { done: 450, all: 450 },
    ])
  }, 60_000)

  it('keeps what it found, with who asked and when, and makes no entry', async () => {
    const here = await long(3)
    expect((await here.get('record.standing', {})).lastCheck).toBeNull()
    const found = await here.get('record.verify', {})
    expect(found).toMatchObject({ entries: 3, by: 'FP-1', at: here.app.clock(), unfit: 0, disorders: 0 })
    const { lastCheck, entries } = await here.get('record.standing', {})
    expect(lastCheck).toEqual(found)
    expect(entries).toBe(3)
    expect(await here.get('record.checking', {})).toEqual({ done: 0, all: 0 })
  })

  it('answers others meanwhile, can be stopped, and runs once at a time', async () => {
    const here = await long(3)
    // As while one runs: the same place it keeps how far it is in.
    here.app.desk.checking = { done: 1, all: 3, stop: false }
    expect(await here.call('record.verify', {})).toEqual({ ok: false, code: 'record/being-checked' })
    expect(await here.get('record.checking', {})).toEqual({ done: 1, all: 3 })
    await here.get('record.stopChecking', {})
    expect(here.app.desk.checking.stop).toBe(true)
    here.app.desk.checking = null
    expect((await here.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('ends without a result when it is stopped on the way', async () => {
    const here = await long(900)
    const checking = here.call('record.verify', {})
    const asking = async () => {
      await new Promise(resolve => setImmediate(resolve))
      await here.get('record.stopChecking', {})
    }
    const [checked] = await Promise.all([checking, asking()])
    // A machine that is quick enough is done before anybody can stop it.
    if (!checked.ok) expect(checked).toEqual({ ok: false, code: 'record/check-stopped' })
    else expect(checked.value.brokenAt).toBeNull()
    expect(await here.get('record.checking', {})).toEqual({ done: 0, all: 0 })
  }, 60_000)

  it.each([
    ['missing', 'DELETE FROM entry WHERE seq = 2'],
    ['not-next', `UPDATE entry SET before = zeroblob(4) WHERE seq = 2`],
    ['changes', `UPDATE change SET said = CAST('[["value",null,"9"]]' AS BLOB) WHERE entry = 2`],
    ['said', `UPDATE entry SET actor = 'FP-9' WHERE seq = 2`],
    ['stray', `INSERT INTO change (entry, tbl, row) VALUES (99, 'x', 'x')`],
  ])('says that what does not fit is: %s', async (why, sql) => {
    const here = await long(4)
    tampers(here, sql)
    expect(await here.get('record.verify', {})).toMatchObject({ why, brokenAt: why === 'stray' ? 5 : 2 })
  })
})
