import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JobFailed } from '../../main/ask.ts'
import { docxOf } from '../../main/docx/docxOf.ts'
import { runOpen } from '../../main/exchange/run.ts'
import { sayIn } from '../../main/text.ts'
import type { BriefDocument, BriefDraft } from '../../shared/brief/model.ts'
import type { ConsentDraft } from '../../shared/consent/model.ts'
import { Day } from '../../shared/model.ts'
import type { BriefId, CaseId, PersonId } from '../../shared/model.ts'
import type { RiskDraft } from '../../shared/risk/model.ts'
import { sampleEmail } from '../samples/email.ts'
import { freshFolder, intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const words = (text: string) => new TextEncoder().encode(text)
const day = (text: string) => Day.parse(text)

const consent = (personId: PersonId, change: Partial<ConsentDraft> = {}): ConsentDraft => ({
  personId,
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  identityLevel: 'role_and_region',
  scope: 'whole_case',
  facts: [],
  document: '',
  decision: 'given',
  form: { value: 'oral_witnessed' },
  givenBy: { value: 'victim' },
  decidedOn: day('2026-03-01'),
  askedBy: 'FP-1',
  language: { value: 'ar' },
  interpreter: { value: false },
  risksExplained: { value: true },
  conditions: [],
  validUntil: day('2026-09-01'),
  reviewOn: null,
  evidence: '',
  ...change,
})

const risk = (personId: PersonId): RiskDraft => ({
  personId,
  about: 'situation',
  actionId: null,
  likelihood: 3,
  impact: 3,
  residualLikelihood: 2,
  residualImpact: 3,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: '',
  ownView: { value: { band: 'critical', words: 'أخاف على أختي', language: 'ar', translation: '' } },
})

const draft = (change: Partial<BriefDraft> = {}): BriefDraft => ({
  forRole: 'Head of presence',
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: day('2026-03-20'),
  asked: 'decision',
  bottomLine: 'Decide whether to raise the matter quietly.',
  answerBy: null,
  unknowns: '',
  stateView: '',
  riskOfActing: '',
  riskOfNotActing: '',
  actionsSoFar: '',
  options: [],
  talkingPoints: ['People who speak with us must be safe.'],
  followUp: '',
  withheld: [],
  conditionsMet: [],
  ...change,
})

interface Desk extends TestApp {
  readonly caseId: CaseId
  readonly personId: PersonId
}

/** A case taken in from an e-mail, with one person, an engagement, an act, a risk and an identity. */
async function desk(): Promise<Desk> {
  const app = testApp()
  await app.create()
  const path = join(freshFolder(), 'allegation.eml')
  writeFileSync(path, await sampleEmail({ language: 'ar', marker: 'MARKER-IN-EMAIL' }))
  app.shell.dialogs.push(path)
  const chosen = await app.get('import.chooseEmail', {})
  const fileId = chosen?.fileId ?? ''
  await app.get('import.readEmail', { fileId })
  const { caseId } = await app.get('case.start', { intake: intake(), fileId })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  await app.get('person.identify', {
    personId,
    identity: { name: 'Zyxwa Markerine', otherNames: '', contact: '', documents: '' },
    basis: 'To reach the family while consent is sought.',
  })
  const when = { said: '2026', precision: 'year', from: day('2026-01-01'), to: day('2026-12-31') } as const
  await app.get('engagement.add', {
    caseId,
    engagement: {
      personIds: [personId],
      kind: 'attended_meeting',
      status: 'completed',
      entity: 'HRC',
      when,
      locus: { none: 'unknown' },
      publicity: { none: 'unknown' },
      note: '',
    },
  })
  await app.get('risk.assess', risk(personId))
  return { ...app, caseId, personId }
}

/** A brief ready to leave but for the consent, with its do-no-harm check. */
async function prepared(app: Desk, change: Partial<BriefDraft> = {}): Promise<BriefId> {
  const { briefId } = await app.get('brief.start', {
    caseId: app.caseId,
    draft: draft({ withheld: [`person:${app.personId}:name`], ...change }),
  })
  await app.get('risk.checkHarm', {
    caseId: app.caseId,
    itemId: briefId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: day('2026-03-10'),
  })
  return briefId
}

describe('from a received e-mail to a decided brief', () => {
  it('keeps the e-mail, its headers and both attachments with their fingerprints', async () => {
    const app = await desk()
    const view = await app.get('case.view', { caseId: app.caseId })
    expect(view.messages).toHaveLength(1)
    expect(view.messages[0]?.headers.length).toBeGreaterThan(4)
    expect(view.attachments).toHaveLength(2)
    for (const attachment of view.attachments)
      expect(await app.get('evidence.check', { attachmentId: attachment.id })).toEqual({
        sha256: attachment.sha256,
        same: true,
      })
  })

  it('blocks a brief without consent, says whom to ask, and does not export', async () => {
    const app = await desk()
    const briefId = await prepared(app)
    const view = await app.get('brief.view', { briefId })
    expect(view.gate.open).toBe(false)
    expect(view.gate.lines.find(line => line.key.endsWith(':roles'))).toMatchObject({
      verdict: 'blocked',
      findings: [{ reason: 'not-asked', place: 'consent', personId: app.personId }],
    })
    expect(await app.call('brief.approve', { briefId, sole: true, statement: '' })).toMatchObject({
      code: 'brief/gate-closed',
    })
    expect(
      await app.call('brief.export', { briefId, sealFor: { passphrase: words('six words') } }),
    ).toMatchObject({
      code: 'brief/gate-closed',
    })
  })

  it('goes all the way: export, read without a vault, decide, receive', async () => {
    const app = await desk()
    await app.get('consent.record', consent(app.personId))
    const briefId = await prepared(app)
    await app.get('brief.approve', { briefId, sole: true, statement: 'Nobody else is here.' })

    const folder = freshFolder()
    app.shell.dialogs.push(join(folder, 'brief.age'))
    const receipt = await app.get('brief.export', {
      briefId,
      sealFor: { passphrase: words('lamp river window') },
    })
    expect(receipt).toMatchObject({ name: 'brief.age' })
    expect((await app.get('brief.view', { briefId })).state).toBe('sent')
    expect(await app.call('brief.change', { briefId, draft: draft() })).toMatchObject({
      code: 'brief/already-sent',
    })

    const reader = testApp('2026-03-03T08:00:00.000Z')
    reader.shell.dialogs.push(join(folder, 'brief.age'))
    const chosen = await reader.get('exchange.chooseBrief', {})
    const reading = await reader.get('exchange.openBrief', {
      fileId: chosen?.fileId ?? '',
      with: { passphrase: words('lamp river window') },
    })
    if (!('document' in reading)) throw new Error('a notice, not a brief')
    expect(reading.document.soleApproval).toBe(true)
    expect(JSON.stringify(reading)).not.toContain('Zyxwa')
    expect(reading.document.lines).toContainEqual({
      fact: 'who',
      label: 'brief.line.name',
      about: 'P1',
      withheld: true,
    })
    expect(reading.document.risks[0]).toMatchObject({ differs: true, band: 'medium' })

    reader.shell.dialogs.push(join(folder, 'reply.age'))
    await reader.get('exchange.reply', {
      decision: 'approve_with_conditions',
      words: 'Not in writing.',
      decidedBy: 'HoP',
    })

    app.shell.dialogs.push(join(folder, 'reply.age'))
    const reply = await app.get('brief.chooseReply', {})
    const received = await app.get('brief.receiveReply', { fileId: reply?.fileId ?? '', caseId: app.caseId })
    expect(received.reply).toMatchObject({ decision: 'approve_with_conditions', words: 'Not in writing.' })
    const view = await app.get('case.view', { caseId: app.caseId })
    expect(view.briefs[0]).toMatchObject({ state: 'decided' })
    const entries = await app.get('record.list', { caseId: app.caseId, before: null })
    expect(entries.map(entry => entry.operation).slice(0, 2)).toEqual(['brief.receiveReply', 'brief.export'])
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()

    const again = await app.call('brief.receiveReply', { fileId: reply?.fileId ?? '', caseId: app.caseId })
    expect(again).toMatchObject({ ok: false, code: 'brief/already-answered' })
  })

  it('does not leave when what was printed cannot be read back', async () => {
    const app = await desk()
    await app.get('consent.record', consent(app.personId))
    const briefId = await prepared(app)
    await app.get('brief.approve', { briefId, sole: true, statement: '' })
    const path = join(freshFolder(), 'brief.age')
    app.shell.dialogs.push(path)
    const { runJob } = app.app.ask
    app.app.ask.runJob = (name, input) =>
      name === 'pdf-text' ? Promise.reject(new JobFailed('crash')) : runJob(name, input)
    expect(
      await app.call('brief.export', { briefId, sealFor: { passphrase: words('lamp river window') } }),
    ).toMatchObject({ code: 'brief/unreadable-pdf' })
    expect(existsSync(path)).toBe(false)
  })

  /** A brief that may leave, and how it goes when the Word file is made in another way. */
  async function leavingWith(
    make: (document: BriefDocument) => Promise<unknown>,
    change: Partial<BriefDraft> = {},
  ) {
    const app = await desk()
    await app.get('consent.record', consent(app.personId))
    const briefId = await prepared(app, change)
    await app.get('brief.approve', { briefId, sole: true, statement: '' })
    const path = join(freshFolder(), 'brief.age')
    app.shell.dialogs.push(path)
    const { runJob } = app.app.ask
    app.app.ask.runJob = (name, input) =>
      name === 'docx' ? make((input as { document: BriefDocument }).document) : runJob(name, input)
    const sealFor = { passphrase: words('lamp river window') }
    return { reply: await app.call('brief.export', { briefId, sealFor }), path }
  }
  const wordFileOf = (document: BriefDocument) => docxOf(document, sayIn(document.language))

  it.each(['ar', 'zh'] as const)(
    'carries the brief as data, as pages and as a Word file (%s)',
    async language => {
      let made: Uint8Array | null = null
      const { reply, path } = await leavingWith(async document => (made = await wordFileOf(document)), {
        language,
      })
      expect(reply).toMatchObject({ ok: true })
      const key = { passphrase: words('lamp river window') }
      const { files } = await runOpen({ file: readFileSync(path), key })
      expect([...files.keys()]).toEqual(['brief.json', 'brief.pdf', 'brief.docx'])
      expect(Buffer.from(files.get('brief.docx') ?? []).equals(made ?? new Uint8Array())).toBe(true)
    },
  )

  it('does not leave when any part of the Word file says what is withheld, or when it cannot be checked', async () => {
    const told = await leavingWith(document => wordFileOf({ ...document, followUp: 'Zyxwa Markerine' }))
    const marked = await leavingWith(document => wordFileOf({ ...document, copy: 'Zyxwa Markerine' }))
    for (const { reply, path } of [told, marked]) {
      expect(reply).toMatchObject({ code: 'brief/leak' })
      expect(existsSync(path)).toBe(false)
    }
    const crashed = await leavingWith(() => Promise.reject(new JobFailed('crash')))
    const broken = await leavingWith(async document => (await wordFileOf(document)).subarray(1))
    const nothing = await leavingWith(() => Promise.resolve(null))
    for (const { reply, path } of [crashed, broken, nothing]) {
      expect(reply).toMatchObject({ code: 'brief/unreadable-docx' })
      expect(existsSync(path)).toBe(false)
    }
  })

  it('refuses a reply on any case but its own', async () => {
    const app = await desk()
    await app.get('consent.record', consent(app.personId))
    const briefId = await prepared(app)
    await app.get('brief.approve', { briefId, sole: true, statement: '' })
    const folder = freshFolder()
    app.shell.dialogs.push(join(folder, 'brief.age'))
    await app.get('brief.export', { briefId, sealFor: { passphrase: words('lamp river window') } })
    const reader = testApp()
    reader.shell.dialogs.push(join(folder, 'brief.age'), join(folder, 'reply.age'))
    const chosen = await reader.get('exchange.chooseBrief', {})
    const key = { passphrase: words('lamp river window') }
    await reader.get('exchange.openBrief', { fileId: chosen?.fileId ?? '', with: key })
    await reader.get('exchange.reply', { decision: 'approve', words: '', decidedBy: 'HoP' })

    const other = await app.get('case.start', { intake: intake(), fileId: null })
    app.shell.dialogs.push(join(folder, 'reply.age'))
    const reply = await app.get('brief.chooseReply', {})
    expect(
      await app.call('brief.receiveReply', { fileId: reply?.fileId ?? '', caseId: other.caseId }),
    ).toMatchObject({
      code: 'brief/reply-to-another-case',
    })
    app.shell.dialogs.push(join(folder, 'brief.age'))
    const brief = await app.get('brief.chooseReply', {})
    expect(await app.call('brief.receiveReply', { fileId: brief?.fileId ?? '', caseId: null })).toMatchObject(
      { code: 'brief/not-a-reply' },
    )
    const stranger = testApp()
    await stranger.create()
    stranger.shell.dialogs.push(join(folder, 'reply.age'))
    const theirs = await stranger.get('brief.chooseReply', {})
    expect(
      await stranger.call('brief.receiveReply', { fileId: theirs?.fileId ?? '', caseId: null }),
    ).toMatchObject({
      code: 'exchange/not-for-you',
    })
  })

  it('refuses to export what gives away something withheld, and writes no file', async () => {
    const app = await desk()
    await app.get('consent.record', consent(app.personId))
    const briefId = await prepared(app, { bottomLine: 'Decide about Zyxwa today.' })
    const view = await app.get('brief.view', { briefId })
    expect(view.leaks).toEqual([{ key: `identity:${app.personId}`, where: 'bottomLine' }])
    expect(await app.call('brief.approve', { briefId, sole: true, statement: '' })).toMatchObject({
      code: 'brief/leak',
    })
    const path = join(freshFolder(), 'brief.age')
    app.shell.dialogs.push(path)
    expect(await app.call('brief.export', { briefId, sealFor: { passphrase: words('x') } })).toMatchObject({
      code: 'brief/leak',
    })
    expect(() => readFileSync(path)).toThrow(/ENOENT/)
  })

  it('says "sent" only when the file is wholly there: a folder that cannot be written changes nothing', async () => {
    const app = await desk()
    await app.get('consent.record', consent(app.personId))
    const briefId = await prepared(app)
    await app.get('brief.approve', { briefId, sole: true, statement: '' })
    app.shell.dialogs.push(join(freshFolder(), 'no', 'such', 'folder', 'brief.age'))
    const refused = await app.call('brief.export', { briefId, sealFor: { passphrase: words('lamp') } })
    expect(refused).toMatchObject({ ok: false, code: 'file/cannot-write' })
    expect((await app.get('brief.view', { briefId })).state).toBe('approved')
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('stops what an approval covered when anything that would leave changes', async () => {
    const app = await desk()
    await app.get('consent.record', consent(app.personId))
    const briefId = await prepared(app)
    await app.get('brief.approve', { briefId, sole: true, statement: '' })
    expect((await app.get('brief.view', { briefId })).gate.open).toBe(true)
    await app.get(
      'consent.record',
      consent(app.personId, { decision: 'withdrawn', decidedOn: day('2026-03-02') }),
    )
    const view = await app.get('brief.view', { briefId })
    expect(view.gate.open).toBe(false)
    expect(JSON.stringify(view.document)).not.toContain('vocabulary.victimRole.lawyer')
  })

  it('keeps drafts through the lock, encrypted, and everything else too', async () => {
    const app = await desk()
    await app.get('vault.keepDraft', { key: 'person:new', value: '{"note":"half a thought"}' })
    await app.get('vault.lock', {})
    expect(await app.call('case.list', {})).toEqual({ ok: false, code: 'vault/locked' })
    const again = testApp('2026-03-02T13:00:00.000Z', app.folder)
    await again.unlock()
    expect(await again.get('vault.draft', { key: 'person:new' })).toBe('{"note":"half a thought"}')
    expect((await again.get('case.list', {})).lines).toHaveLength(1)
    for (const file of ['case.db', 'keys.vk', 'seal.vs'])
      expect(readFileSync(join(app.folder, file)).toString('latin1')).not.toMatch(
        /half a thought|MARKER|Zyxwa/,
      )
  })
})
