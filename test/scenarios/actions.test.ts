import { describe, expect, it } from 'vitest'
import { practicePatterns } from '../../main/practice/data.ts'
import { loadPattern } from '../../main/practice/load.ts'
import { actProof } from '../../shared/gate/needs.ts'
import { testApp } from '../support.ts'

/** One invented case, loaded as practice loads it. */
async function loaded(id: string) {
  const app = testApp()
  await app.create()
  const pattern = practicePatterns().find(one => one.pattern.id === id)?.pattern
  if (!pattern) throw new Error('no such pattern')
  const loading = { call: app.call, today: app.app.today(), officer: 'FP-1', brief: true }
  return { ...app, pattern, ...(await loadPattern(pattern, loading)) }
}

describe('what an invented case says was done', () => {
  it('is sent where the gate lets it, with the answer of the State and how far it went', async () => {
    const { view, actions } = await loaded('P14')
    expect(view.actions[0]).toMatchObject({
      label: 'M1',
      kind: 'allegation_letter',
      stage: 'answered',
      lastReply: { response: 'reply_partial' },
      adequacy: 'partly_adequate',
      soleApproval: true,
    })
    expect(view.disclosures).toMatchObject([{ kind: 'action', itemId: actions[0]?.id }])
  })

  it('stays planned where it does not: nothing is told that nobody agreed to', async () => {
    const { view } = await loaded('P16')
    expect(view.actions.map(({ stage, status }) => [stage, status])).toEqual([['planned', 'blocked_consent']])
    expect(view.disclosures).toEqual([])
  })

  it('rests on acts that stand as far verified as it says', async () => {
    for (const id of ['P05', 'P14', 'P25']) {
      const { view, pattern } = await loaded(id)
      expect(view.acts.map(act => actProof(act.id, view).status)).toEqual(
        view.acts.map(() => pattern.verification),
      )
    }
  })

  it('has what became of the person among its entries', async () => {
    const { actions, pattern } = await loaded('P04')
    expect(pattern).toMatchObject({ outcome: 'deceased' })
    expect(actions[0]?.entries.map(({ event }) => event)).toMatchObject([
      { what: 'outcome', outcome: 'deceased', accountability: ['none'] },
    ])
  })
})
