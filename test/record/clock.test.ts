import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forReading } from '../../main/db/handles.ts'
import { clockFloor } from '../../main/record/repository.ts'
import { clockFlag, ruleTime } from '../../shared/record/clock.ts'
import { Day, Instant } from '../../shared/model.ts'
import { testApp } from '../support.ts'
import { locks, machine, writes } from './support.ts'

describe('a clock that stands wrong', () => {
  it('changes nothing about the order of entries, and each odd time is flagged', async () => {
    const here = testApp('2026-03-02T12:00:00.000Z')
    await here.create()
    for (const at of ['1996-03-02T12:00:00.000Z', '2026-03-02T12:00:01.000Z', '2056-03-02T12:00:00.000Z']) {
      here.moveTo(at)
      await writes(here)
    }
    const entries = await here.get('record.list', { caseId: null, before: null })
    expect(entries.map(({ seq, clock }) => [seq, clock])).toEqual([
      [4, 'ahead'],
      [3, 'ahead'],
      [2, 'back'],
      [1, null],
    ])
    expect(await here.get('record.verify', {})).toMatchObject({ brokenAt: null, disorders: 3 })
  })

  it('is said when the vault is opened before its last entry, and nothing is written until somebody has looked', async () => {
    const here = machine('2026-03-02T12:00:00.000Z')
    await here.create()
    await locks(here)
    here.moveTo('2020-03-02T12:00:00.000Z')
    await here.unlock()
    const standing = await here.get('record.standing', {})
    expect(standing).toMatchObject({ clockBehind: '2026-03-02T12:00:00.000Z', lookFirst: true })
    expect(await here.call('vault.setIdle', { minutes: 3 })).toEqual({ ok: false, code: 'record/look-first' })
    await here.get('record.goOn', { reason: 'the battery of the clock is empty' })
    await expect(writes(here)).resolves.toBeNull()
    expect((await here.get('record.standing', {})).clockBehind).toBe('2026-03-02T12:00:00.000Z')
  })

  it('does not make the time of the rules go back, until somebody says that the clock is right', async () => {
    const here = testApp('2056-03-02T12:00:00.000Z')
    await here.create()
    here.moveTo('2026-03-02T12:00:00.000Z')
    await writes(here)
    const floor = () => clockFloor(forReading(here.app.desk.vault!.db))
    expect(floor()).toBe('2056-03-02T12:00:00.000Z')
    here.moveTo('2030-03-02T12:00:00.000Z')
    await writes(here)
    expect(floor()).toBe('2056-03-02T12:00:00.000Z')
    here.moveTo('2026-03-02T12:00:00.000Z')
    await here.get('record.confirmClock', { reason: 'compared with the watch of two colleagues' })
    expect(floor()).toBe('2026-03-02T12:00:00.000Z')
    here.moveTo('2026-03-03T12:00:00.000Z')
    await writes(here)
    expect(floor()).toBe('2026-03-03T12:00:00.000Z')
    expect((await here.get('record.standing', {})).clockBehind).toBeNull()
  })

  it('never gives the rules a time before the latest in the record, nor any other than the clock’s after it', () => {
    const instant = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map(date => Instant.parse(date.toISOString()))
    fc.assert(
      fc.property(instant, instant, (clock, floor) => {
        const today = Day.parse(clock.slice(0, 10))
        const time = ruleTime({ now: clock, today }, floor)
        expect(time.now).toBe(clock > floor ? clock : floor)
        expect(time.today >= today && time.today >= floor.slice(0, 10)).toBe(true)
        expect(clockFlag(floor, clock) === 'back').toBe(clock < floor)
      }),
    )
    expect(clockFlag(null, Instant.parse('1990-01-01T00:00:00.000Z'))).toBeNull()
  })
})
