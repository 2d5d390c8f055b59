import { describe, expect, it } from 'vitest'
import type { BriefDraft } from '../../shared/brief/model.ts'
import { briefDraft, desk, handedOver, row, talkWith } from '../consent/support.ts'

const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

const named = (name: string) => ({ name, otherNames: '', contact: '', documents: '' })

/**
 * One brief left without the name. The person now agrees to be named, and a second brief to the same reader is begun,
 * with the name and without the roles.
 */
async function second(change: Partial<BriefDraft> = {}) {
  const app = await handedOver()
  const { get, caseId, personId } = app
  await get('person.identify', { personId, identity: named('Samira Haddadin'), basis: 'They asked for it.' })
  app.moveTo('2026-03-03T12:00:00.000Z')
  await get('consent.recordTalk', talkWith(personId, {}, [row({ identityLevel: 'full_name' })]))
  const { briefId } = await get('brief.start', {
    caseId,
    draft: briefDraft({ withheld: [`person:${personId}:roles`], ...change }),
  })
  await get('risk.checkHarm', {
    caseId,
    itemId: briefId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: '2026-03-20',
  })
  const brief = () => get('brief.view', { briefId })
  const rewrite = async (part: Partial<BriefDraft>) =>
    get('brief.change', { briefId, draft: { ...(await brief()).draft, ...part } })
  const approve = () => app.call('brief.approve', { briefId, sole: true, statement: '' })
  return { ...app, briefId, brief, rewrite, approve, nameKey: `person:${personId}:name` }
}

const isStopped = (view: Awaited<ReturnType<Awaited<ReturnType<typeof second>>['brief']>>) =>
  view.gate.findings.some(({ reason }) => reason === 'together-unanswered')

describe('what a reader already has', () => {
  it('is nothing before the first brief, and nothing is asked', async () => {
    const { get, caseId } = await desk()
    const { briefId } = await get('brief.start', { caseId, draft: briefDraft() })
    const view = await get('brief.view', { briefId })
    expect(view.together).toEqual({ earlier: [], warnings: [] })
    expect(isStopped(view)).toBe(false)
  })

  it('is listed by label and day, never with a name', async () => {
    const { brief, personId } = await second()
    const { together } = await brief()
    expect(together.earlier).toMatchObject([
      { kind: 'brief', reader: 'same', toRole: 'Head of presence', gone: 0 },
    ])
    expect(together.earlier[0]?.lines).toContainEqual({ label: 'brief.line.roles', about: 'P1' })
    expect(JSON.stringify(together)).not.toContain('Samira')
    expect(together.warnings).toMatchObject([
      { code: 'name-joins', personIds: [personId], reason: null },
      { code: 'told-before', personIds: [personId], reason: null },
    ])
  })

  it('stops the brief until its author withholds the line or says why it may stay', async () => {
    const { brief, rewrite, approve, call, briefId, nameKey } = await second()
    expect(isStopped(await brief())).toBe(true)
    expect(await approve()).toMatchObject({ code: 'brief/gate-closed' })
    expect(await call('brief.askApproval', { briefId, words: '' })).toMatchObject({
      code: 'brief/together-unanswered',
    })
    await rewrite({ withheld: [nameKey] })
    expect((await brief()).together.warnings).toMatchObject([])
    expect(isStopped(await brief())).toBe(false)
    expect(await call('brief.askApproval', { briefId, words: '' })).toMatchObject({ ok: true })
  })

  it('may stay for a reason, which whoever approves sees and which holds for no more than it was given for', async () => {
    const { brief, rewrite, approve } = await second()
    const reason = 'P1 asked to be named to this reader.'
    await rewrite({ accepted: (await brief()).together.warnings.map(one => ({ ...one, reason })) })
    expect((await brief()).together.warnings).toMatchObject([{ reason }, { reason }])
    expect(await approve()).toMatchObject({ ok: true })
    await rewrite({ accepted: [] })
    expect((await brief()).approval?.current).toBe(false)
    expect(isStopped(await brief())).toBe(true)
  })

  it('is asked of another reader of the same kind too, and not of one of another kind', async () => {
    const { brief, rewrite } = await second({ forRole: 'Desk officer' })
    expect((await brief()).together).toMatchObject({
      earlier: [{ reader: 'peer' }],
      warnings: [{ reader: 'peer' }],
    })
    await rewrite({ recipient: 'UN_expert' })
    expect((await brief()).together).toEqual({ earlier: [], warnings: [] })
  })
})

describe('a brief with a withheld name in another spelling', () => {
  const withName = async (bottomLine: string) => {
    const app = await second({ bottomLine })
    await app.rewrite({ withheld: [app.nameKey] })
    return app
  }

  it.each(['Please call Самира Хаддадин soon.', 'اتصلوا بسميرة حدادين', 'Call Samirah Hadadin.'])(
    'is not approved: %s',
    async bottomLine => {
      const { brief, approve, personId } = await withName(bottomLine)
      expect((await brief()).alike).toMatchObject([
        { key: `identity:${personId}`, where: 'bottomLine', reason: null },
      ])
      expect(await approve()).toMatchObject({ code: 'brief/sounds-like' })
    },
  )

  it('is approved and leaves when somebody looked and says that it means somebody else', async () => {
    const { brief, rewrite, approve, call, get, shell, folder, briefId, personId } = await withName(
      'Ask the lawyer Sameera Hadadeen.',
    )
    const [{ found } = { found: '' }] = (await brief()).alike
    const answer = { key: `identity:${personId}`, found, reason: 'A lawyer of another town.' }
    await rewrite({ notMeant: [answer] })
    expect((await brief()).alike).toMatchObject([{ reason: answer.reason }])
    expect(await approve()).toMatchObject({ ok: true })
    shell.dialogs.push(`${folder}.second.age`)
    expect(await call('brief.export', { briefId, sealFor: { passphrase: theirs() } })).toMatchObject({
      ok: true,
    })
    const { document } = await get('brief.view', { briefId })
    expect(JSON.stringify(document)).not.toContain(answer.reason)
  })

  it('has no way out for the name as it is written', async () => {
    const { brief, rewrite, approve, personId } = await withName('Ask Samira Haddadin.')
    expect(await brief()).toMatchObject({ alike: [], leaks: [{ key: `identity:${personId}` }] })
    await rewrite({
      notMeant: [{ key: `identity:${personId}`, found: 'Samira Haddadin', reason: 'Somebody else.' }],
    })
    expect(await approve()).toMatchObject({ code: 'brief/leak' })
  })
})
