import { describe, expect, it } from 'vitest'
import { checkHarm, draftFor, ready } from './support.ts'
import type { Planned } from './support.ts'

const reasons = async ({ get, actionId }: Planned) =>
  (await get('action.view', { actionId })).result.findings
    .filter(({ place }) => place === 'harm')
    .map(({ reason }) => reason)

describe('a do-no-harm check of an action', () => {
  it('does not count for another reader, another way, another name or another step', async () => {
    const app = await ready()
    const { actionId, personId, get } = app
    const others = [
      { to: 'Minister' },
      { recipient: 'member_state_other' },
      { channel: 'phone' },
      { identityLevel: 'full_name' },
      { facts: ['who', 'danger', 'acts'] },
      { kind: 'urgent_appeal' },
    ] as const
    expect(await reasons(app)).toEqual([])
    for (const other of others) {
      const { facts = ['who', 'danger'], ...rest } = { facts: undefined, ...other }
      await get('action.change', { actionId, draft: draftFor([personId], { ...rest, facts: [...facts] }) })
      expect(await reasons(app)).toEqual(['harm-of-something-else'])
    }
    await checkHarm(app, app)
    expect(await reasons(app)).toEqual([])
  })

  it('still counts when only our own notes on it change', async () => {
    const app = await ready()
    const { actionId, personId, get } = app
    const notes = { expected: 'That they may travel.', owner: 'HOP-1', detail: 'Before the session.' }
    await get('action.change', { actionId, draft: draftFor([personId], notes) })
    expect(await reasons(app)).toEqual([])
  })
})
