import { describe, expect, it } from 'vitest'
import { another, answeredByFile, askFor, handOver, relocating } from './support.ts'

/** An asking by the only officer, and the reply somebody elsewhere gives to a brief about it. */
async function asked() {
  const app = await relocating()
  const { overrideId, code } = await app.get('override.ask', askFor(app.actionId, app.keys))
  app.moveTo('2026-03-02T12:30:00.000Z')
  return { ...app, overrideId, code }
}

const approve = { decision: 'approve', words: 'Yes, at once.', decidedBy: 'Head of presence' } as const
const isOpen = async ({ get, actionId }: Awaited<ReturnType<typeof asked>>) =>
  (await get('action.view', { actionId })).result.open

describe('an officer who is alone', () => {
  it('can ask, and opens nothing with it', async () => {
    const app = await asked()
    const { overrideId } = app
    expect(
      await app.call('override.answer', { overrideId, grants: true, words: 'I am alone.' }),
    ).toMatchObject({ code: 'override/needs-two' })
    expect(await isOpen(app)).toBe(false)
  })

  it('gets the second answer by file: a brief that names the code comes back approved', async () => {
    const app = await asked()
    const { overrideId, code } = app
    const briefId = await answeredByFile(app, `Decide today whether to grant ${code}.`, approve)
    const { askings } = await app.get('override.view', { itemId: app.actionId })
    expect(askings[0]?.replies).toMatchObject([{ briefId, by: 'Head of presence', grants: true }])
    await app.get('override.answerByReply', { overrideId, briefId })
    expect(await isOpen(app)).toBe(true)
    const { overrides } = await app.get('case.view', { caseId: app.caseId })
    expect(overrides[0]?.answer).toMatchObject({ by: 'Head of presence', grants: true, briefId })
  })

  it('takes a declined brief for a no', async () => {
    const app = await asked()
    const { overrideId, code } = app
    const no = { ...approve, decision: 'decline' } as const
    const briefId = await answeredByFile(app, `Decide today whether to grant ${code}.`, no)
    await app.get('override.answerByReply', { overrideId, briefId })
    expect(await isOpen(app)).toBe(false)
  })

  it('gets nothing from a brief that does not name the code, or comes back with a condition', async () => {
    const unnamed = await asked()
    const { overrideId } = unnamed
    const briefId = await answeredByFile(unnamed, 'Decide today.', approve)
    expect(await unnamed.call('override.answerByReply', { overrideId, briefId })).toMatchObject({
      code: 'override/no-such-answer',
    })
    const app = await asked()
    const perhaps = { ...approve, decision: 'approve_with_conditions' } as const
    const conditional = await answeredByFile(app, `Grant ${app.code}?`, perhaps)
    expect(
      await app.call('override.answerByReply', { overrideId: app.overrideId, briefId: conditional }),
    ).toMatchObject({ code: 'override/no-such-answer' })
  })

  it('cannot answer their own asking under their own role by file', async () => {
    const app = await asked()
    const { overrideId, code } = app
    const briefId = await answeredByFile(app, `Grant ${code}?`, { ...approve, decidedBy: 'fp-1' })
    expect(await app.call('override.answerByReply', { overrideId, briefId })).toMatchObject({
      code: 'override/needs-two',
    })
  })

  it('gets nothing from a brief that left before the asking', async () => {
    const app = await relocating()
    const briefId = await answeredByFile(app, 'Decide today.', approve)
    app.moveTo('2026-03-02T15:00:00.000Z')
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    expect(await app.call('override.answerByReply', { overrideId, briefId })).toMatchObject({
      code: 'override/no-such-answer',
    })
  })

  it('is no longer alone when a second person is added', async () => {
    const app = await asked()
    await another(app)
    await handOver(app, 'other')
    expect(await app.get('override.waiting', {})).toHaveLength(1)
  })
})
