import { join } from 'node:path'
import type { ActionDraft } from '../../shared/action/model.ts'
import type { ReplyDraft } from '../../shared/brief/model.ts'
import { Day } from '../../shared/model.ts'
import type { ActionId, BriefId, ItemId } from '../../shared/model.ts'
import type { OverrideDraft } from '../../shared/override/model.ts'
import type { Duty } from '../../shared/vault/model.ts'
import { briefDraft, desk, row, talkWith } from '../consent/support.ts'
import { freshFolder, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

/** The passphrase of the second person, and of files. */
export const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

/** Somebody to be brought to safety: a step that saves a life. */
export const relocation = (change: Partial<ActionDraft> = {}): ActionDraft => ({
  kind: 'emergency_relocation',
  detail: '',
  personIds: [],
  to: 'Security adviser',
  purpose: 'share_UN_security',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  identityLevel: 'role_only',
  facts: ['who', 'situation', 'danger'],
  withheld: [],
  conditionsMet: [],
  expected: '',
  riskOfActing: '',
  riskOfNotActing: '',
  safetyReason: '',
  owner: 'FP-1',
  deadline: null,
  answerBy: null,
  ...change,
})

/** Why, as somebody would write it. */
export const reason = 'Taken from home this morning; relatives fear for the life of P1.'

const reach = {
  could: 'not_reached',
  tried: 'Both safe channels were tried twice; the lawyer does not answer either.',
} as const

/** An asking for these lines. */
export const askFor = (
  itemId: ItemId,
  keys: readonly string[],
  change: Partial<OverrideDraft> = {},
): OverrideDraft => ({ itemId, keys: [...keys], danger: 'killing', reason, reach, ...change })

/** Our own thinking, done: the danger and the do-no-harm check of one item. */
export async function thought({ get, caseId }: TestApp & { readonly caseId: string }, itemId: ItemId) {
  await get('risk.checkHarm', {
    caseId,
    itemId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: '2026-03-20',
  })
}

/** A vault with one person in danger whom nobody has asked anything. */
export async function inDanger() {
  const app = await desk()
  await app.get('risk.assess', {
    personId: app.personId,
    about: 'situation',
    likelihood: 5,
    impact: 5,
    residualLikelihood: 5,
    residualImpact: 5,
    threats: [],
    vulnerabilities: [],
    capacities: [],
    uncertainties: [],
    confidence: 'medium',
    why: '',
    ownView: { none: 'not-asked' },
  })
  return app
}

type InDanger = Awaited<ReturnType<typeof inDanger>>

/** An action that saves a life and lacks only what others would give. */
export async function relocating(change: Partial<ActionDraft> = {}) {
  const app = await inDanger()
  const { caseId, personId } = app
  const { actionId } = await app.get('action.plan', {
    caseId,
    draft: relocation({ personIds: [personId], ...change }),
  })
  await thought(app, actionId)
  return { ...app, actionId, keys: await shutIn(app, actionId) }
}

/** A brief nobody was asked about. */
export async function briefing() {
  const app = await inDanger()
  const { briefId } = await app.get('brief.start', { caseId: app.caseId, draft: briefDraft() })
  await thought(app, briefId)
  return { ...app, briefId, keys: await shutIn(app, briefId) }
}

/** Keys of the lines that an override could open. */
export const shutIn = async ({ get }: TestApp, itemId: ActionId | BriefId): Promise<string[]> =>
  (await get('override.view', { itemId })).liftable

/** A second person in the vault. */
export const another = ({ get }: TestApp, duties: Duty[] = ['head_of_presence']) =>
  get('vault.addPerson', { role: 'HOP-1', duties, passphrase: theirs() })

/** The laptop is handed over: one locks, the other opens. */
export async function handOver({ get, unlock }: TestApp, to: 'author' | 'other') {
  await get('vault.lock', {})
  await (to === 'author' ? unlock() : get('vault.unlock', { passphrase: theirs() }))
}

/** A brief with this bottom line that leaves, is read elsewhere and comes back answered. */
export async function answeredByFile(app: InDanger, bottomLine: string, reply: ReplyDraft): Promise<BriefId> {
  const { get, caseId, personId, shell } = app
  await get('consent.recordTalk', talkWith(personId, {}, [row()]))
  const { briefId } = await get('brief.start', { caseId, draft: briefDraft({ bottomLine }) })
  const { gate } = await get('brief.view', { briefId })
  const withheld = gate.lines.filter(({ verdict }) => verdict === 'blocked').map(({ key }) => key)
  await get('brief.change', { briefId, draft: briefDraft({ bottomLine, withheld }) })
  await thought(app, briefId)
  await get('brief.approve', { briefId, sole: true, statement: '' })
  const folder = freshFolder()
  shell.dialogs.push(join(folder, 'brief.age'))
  await get('brief.export', { briefId, sealFor: { passphrase: theirs() } })
  await readElsewhere(folder, reply)
  shell.dialogs.push(join(folder, 'reply.age'))
  const chosen = await get('brief.chooseReply', {})
  await get('brief.receiveReply', { fileId: chosen?.fileId ?? '', caseId })
  return briefId
}

async function readElsewhere(folder: string, reply: ReplyDraft) {
  const reader = testApp('2026-03-02T13:00:00.000Z')
  reader.shell.dialogs.push(join(folder, 'brief.age'), join(folder, 'reply.age'))
  const chosen = await reader.get('exchange.chooseBrief', {})
  await reader.get('exchange.openBrief', { fileId: chosen?.fileId ?? '', with: { passphrase: theirs() } })
  await reader.get('exchange.reply', reply)
}

/** A day as these tests write it. */
export const day = (text: string) => Day.parse(text)
