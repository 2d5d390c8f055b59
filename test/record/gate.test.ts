import { describe, expect, it } from 'vitest'
import { oneKnown } from '../person/support.ts'
import { assess } from '../paper/support.ts'
import { writes } from './support.ts'

describe('a clock that was set back', () => {
  it('does not make an assessment current again that had run out', async () => {
    const here = await oneKnown()
    const { caseId, personId, get, moveTo } = here
    await assess(here, personId)
    const partOf = async () => (await get('case.view', { caseId })).parts.find(({ part }) => part === 'risk')
    const current = await partOf()
    moveTo('2028-03-02T12:00:00.000Z')
    const runOut = await partOf()
    expect(runOut).not.toEqual(current)
    await writes(here)
    moveTo('2026-03-02T13:00:00.000Z')
    expect(await partOf()).toEqual(runOut)
    await get('record.confirmClock', { reason: 'it stood two years ahead' })
    expect(await partOf()).toEqual(current)
  })
})
