import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { history, nothingTold, play, settle } from './histories.ts'
import { refsOf, rulingOf, stateOf, verifies } from './merging.ts'
import { twoOffices } from './offices.ts'

describe('two offices that work on one case and exchange it by file', () => {
  it('come to the same in whatever order files come, lose nothing, and keep whole records', async () => {
    const { here, there } = await twoOffices()
    const { counts } = nothingTold()
    await fc.assert(
      fc.asyncProperty(history, async steps => {
        const told = { ...nothingTold(), counts }
        const desks = await play([here, there], { steps, told })
        await settle(desks)
        const [one, other] = desks
        if (one.caseId === null || other.caseId === null) throw new Error('a case was lost')
        expect(await one.app.get('exchange.conflicts', { caseId: one.caseId })).toEqual([])
        expect(await other.app.get('exchange.conflicts', { caseId: other.caseId })).toEqual([])
        expect(stateOf(other.app, other.caseId)).toEqual(stateOf(one.app, one.caseId))
        expect(rulingOf(other.app, other.caseId)).toEqual(rulingOf(one.app, one.caseId))
        const refs = refsOf(one.app, one.caseId)
        expect([...told.added].filter(ref => !told.removed.has(ref) && !refs.has(ref))).toEqual([])
      }),
      { numRuns: 1_000, endOnFailure: true },
    )
    await verifies(here.app)
    await verifies(there.app)
    // Every kind of trouble was met, or the histories were too tame.
    expect(Object.entries(counts).filter(([, met]) => met < 5)).toEqual([])
  }, 1_800_000)
})
