import { describe, expect, it } from 'vitest'
import type { Duty } from '../../shared/vault/model.ts'
import { passphrase } from '../support.ts'
import { checkHarm, withCase } from './support.ts'

const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

/** A share by FP-1 that lacks nothing but an approval, in a vault of two people. */
async function ready(duties: Duty[] = ['head_of_presence']) {
  const { here, thereAtHere, caseId } = await withCase()
  const { app } = here
  await app.get('vault.addPerson', { role: 'HOP-1', duties, passphrase: theirs() })
  const { shareId } = await app.get('share.start', { caseId, colleagueId: thereAtHere })
  await checkHarm(app, caseId, shareId)
  const handTo = async (who: 'FP-1' | 'HOP-1') => {
    await app.get('vault.lock', {})
    await app.get('vault.unlock', { passphrase: who === 'HOP-1' ? theirs() : passphrase() })
  }
  return { app, shareId, handTo, caseId }
}

const asked = { kind: 'asked', by: 'FP-1', words: 'Before Friday.', code: expect.any(String) as string }

describe('approving a share', () => {
  it('somebody else is asked, finds it under what waits, and approves it', async () => {
    const { app, shareId, handTo } = await ready()
    await app.get('share.askApproval', { shareId, words: 'Before Friday.' })
    expect(await app.get('share.waiting', {})).toEqual([])
    await handTo('HOP-1')
    expect(await app.get('share.waiting', {})).toMatchObject([{ ...asked, shareId, role: 'FP-2' }])
    await app.get('share.approve', { shareId, sole: false, statement: 'Agreed.' })
    await handTo('FP-1')
    expect(await app.get('share.waiting', {})).toMatchObject([{ kind: 'approved', by: 'HOP-1', shareId }])
    expect((await app.get('share.view', { shareId })).gate.open).toBe(true)
  })

  it('nobody approves what they prepared themselves', async () => {
    const { app, shareId } = await ready()
    const own = await app.call('share.approve', { shareId, sole: false, statement: 'Agreed.' })
    expect(own).toMatchObject({ ok: false, code: 'brief/author-cannot-approve' })
    const alone = await app.call('share.approve', { shareId, sole: true, statement: 'Agreed.' })
    expect(alone).toMatchObject({ ok: false, code: 'brief/not-alone' })
  })

  it('whoever has not the duty neither approves nor declines', async () => {
    const { app, shareId, handTo } = await ready(['first_respondent'])
    await handTo('HOP-1')
    const no = { ok: false, code: 'brief/not-your-approval' }
    expect(await app.call('share.approve', { shareId, sole: false, statement: 'Yes.' })).toMatchObject(no)
    expect(await app.call('share.declineApproval', { shareId, words: 'No.' })).toMatchObject(no)
  })

  it('a "no" comes back with what has to change, and a change ends it', async () => {
    const { app, shareId, handTo } = await ready()
    await app.get('share.askApproval', { shareId, words: '' })
    await handTo('HOP-1')
    await app.get('share.declineApproval', { shareId, words: 'Without the region.' })
    expect(await app.get('share.waiting', {})).toEqual([])
    await handTo('FP-1')
    expect(await app.get('share.waiting', {})).toMatchObject([
      { kind: 'declined', by: 'HOP-1', words: 'Without the region.' },
    ])
    app.moveTo('2026-03-02T13:00:00.000Z')
    const { draft } = await app.get('share.view', { shareId })
    await app.get('share.change', { shareId, draft: { ...draft, identityLevel: 'role_only' } })
    expect(await app.get('share.waiting', {})).toEqual([])
    expect((await app.get('share.view', { shareId })).asking).toBe(null)
  })

  it('whoever changes it last answers for it', async () => {
    const { app, shareId, handTo } = await ready()
    await handTo('HOP-1')
    const { draft } = await app.get('share.view', { shareId })
    await app.get('share.change', { shareId, draft: { ...draft, note: 'Please call.' } })
    expect((await app.get('share.view', { shareId })).author).toBe('HOP-1')
    const own = await app.call('share.approve', { shareId, sole: false, statement: 'Agreed.' })
    expect(own).toMatchObject({ ok: false, code: 'brief/author-cannot-approve' })
  })
})
