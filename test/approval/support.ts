import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forReading } from '../../main/db/handles.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { ownKeys } from '../../main/exchange/keyring.ts'
import { runSeal } from '../../main/exchange/run.ts'
import type { ActionDraft } from '../../shared/action/model.ts'
import type { TalkRow } from '../../shared/consent/talk.ts'
import type { ColleagueClass } from '../../shared/exchange/colleague.ts'
import type { InReplyTo } from '../../shared/exchange/manifest.ts'
import { PackageId } from '../../shared/model.ts'
import type { CaseId, ColleagueId, ItemId, OverrideId, PersonId } from '../../shared/model.ts'
import type { AnswerDocument, Asks, FileDecision, RequestDocument } from '../../shared/approval/model.ts'
import { briefDraft, row, talkWith } from '../consent/support.ts'
import { adds, looksAt } from '../exchange/offices.ts'
import type { Office } from '../exchange/offices.ts'
import { inDanger, relocation, thought } from '../override/support.ts'
import { freshFolder, passphrase, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

/** A way for files of one office. */
const pathIn = (folder: string) => (name: string) => join(folder, name)

/** A vault elsewhere, of somebody with this role code. */
export async function elsewhere(officer = 'HOP-2'): Promise<Office> {
  const app = testApp()
  await app.get('vault.create', { passphrase: passphrase(), officer })
  return { app, path: pathIn(freshFolder()) }
}

/** A vault with a case, and a head of presence with another. */
export interface Apart extends TestApp {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly here: Office
  readonly there: Office
  /** The head of presence, as the vault with the case knows them. */
  readonly colleagueId: ColleagueId
}

/** An officer who is alone with a case, and a head of presence elsewhere; they compared each other's keys. */
export async function apartOffices({
  recipientClass = 'UN_entity',
  role = 'HOP-2',
}: { readonly recipientClass?: ColleagueClass; readonly role?: string } = {}): Promise<Apart> {
  const desk = await inDanger()
  const here: Office = { app: desk, path: pathIn(freshFolder()) }
  const there = await elsewhere()
  const colleagueId = await adds(here, there, { role, office: 'Office B', recipientClass })
  await adds(there, here, { role: 'FP-1', office: 'Office A' })
  return { ...desk, here, there, colleagueId }
}

/** What a reader of the presence and the colleague may both know. */
export const bothMayKnow = (change: Partial<TalkRow> = {}): TalkRow[] => [
  row({ ...change }),
  row({ purpose: 'share_UN_security', ...change }),
]

/** An action to security officials that lacks nothing but approval. */
export async function planned(app: Apart, change: Partial<ActionDraft> = {}, rows = bothMayKnow()) {
  const { get, caseId, personId } = app
  await get('consent.recordTalk', talkWith(personId, {}, rows))
  const { actionId } = await get('action.plan', {
    caseId,
    draft: relocation({ personIds: [personId], facts: ['who', 'wishes', 'danger'], ...change }),
  })
  await thought(app, actionId)
  return actionId
}

/** A brief that lacks nothing but approval. */
export async function written(app: Apart, rows = bothMayKnow()) {
  const { get, caseId, personId } = app
  await get('consent.recordTalk', talkWith(personId, {}, rows))
  const { briefId } = await get('brief.start', { caseId, draft: briefDraft() })
  const { gate } = await get('brief.view', { briefId })
  const withheld = gate.lines.filter(({ verdict }) => verdict === 'blocked').map(({ key }) => key)
  await get('brief.change', { briefId, draft: briefDraft({ withheld }) })
  await thought(app, briefId)
  return briefId
}

interface Question {
  readonly itemId: ItemId
  readonly asks?: Asks
  readonly overrideId?: OverrideId | null
  readonly colleagueId?: ColleagueId
  readonly duty?: 'focal_point' | 'head_of_presence'
  readonly question?: string
}

const whole = (app: Apart, { itemId, asks = 'approval', overrideId = null, ...rest }: Question) => ({
  itemId,
  asks,
  overrideId,
  colleagueId: rest.colleagueId ?? app.colleagueId,
  duty: rest.duty ?? ('head_of_presence' as const),
})

let files = 0

/** Writes the question to a file, or is told no. */
export async function asks(app: Apart, question: Question) {
  const file = app.here.path(`question-${files++}.age`)
  app.shell.dialogs.push(file)
  const reply = await app.call('approval.ask', {
    ...whole(app, question),
    question: question.question ?? 'May this go out?',
  })
  app.shell.dialogs.splice(0)
  return { file, reply }
}

/** What the colleague would be shown. */
export const previewOf = (app: Apart, question: Question) => app.get('approval.preview', whole(app, question))

/** The other office opens a question and answers it with a file. */
export async function answers(
  { app, path }: Office,
  file: string,
  decision: FileDecision = 'granted',
  words = 'Read. It may go out.',
) {
  const looked = await looksAt({ app, path }, file)
  if (!looked.ok) return { file: '', reply: looked }
  const answer = path(`answer-${files++}.age`)
  app.shell.dialogs.push(answer)
  const reply = await app.call('approval.answer', { decision, words })
  app.shell.dialogs.splice(0)
  return { file: answer, reply }
}

/** The office that asked opens an answer and takes it in. */
export async function takes(app: Apart, file: string) {
  const looked = await looksAt(app.here, file)
  return looked.ok ? app.call('approval.takeIn', {}) : looked
}

/** The whole way: asked, answered, taken in. */
export async function throughFile(app: Apart, question: Question, decision: FileDecision = 'granted') {
  const asked = await asks(app, question)
  if (!asked.reply.ok) return asked.reply
  const answered = await answers(app.there, asked.file, decision)
  return answered.reply.ok ? takes(app, answered.file) : answered.reply
}

/** The keys of whoever is at the desk of an office. */
export function keysOf({ app }: Office) {
  const { vault, officerId } = app.app.desk
  if (!vault) throw new Error('locked')
  return ownKeys({ db: forReading(vault.db), officerId, ownKey: name => vault.ownKey(name) })
}

/** What the other office read in a question, without answering it. */
export async function questionAt(there: Office, file: string) {
  await looksAt(there, file)
  const { document } = await there.app.get('approval.request', {})
  const { arrived } = there.app.app.desk
  if (!arrived) throw new Error('nothing arrived')
  return {
    document,
    about: { packageId: arrived.manifest.packageId, manifestSha256: arrived.manifestSha256 },
  }
}

interface Forged {
  readonly from: Office
  readonly to: Office
  readonly about: InReplyTo
  readonly document: unknown
}

/** A file that Vigil itself would never write: signed with real keys of an office, saying anything. */
export async function forged({ from, to, about, document }: Forged): Promise<string> {
  const { file } = await runSeal({
    draft: {
      kind: 'approval',
      packageId: PackageId.parse(from.app.app.newId()),
      origin: '00'.repeat(16),
      entries: 1,
      head: 'ab'.repeat(32),
      sentAt: from.app.app.clock(),
      about,
    },
    files: [{ name: 'approval.json', bytes: writeJson(document) }],
    signingSeed: keysOf(from).signingSeed,
    lock: { recipients: [keysOf(to).recipient] },
  })
  const path = from.path(`forged-${files++}.age`)
  writeFileSync(path, file)
  return path
}

/** An answer as it would be, but for what a test changes. */
export const answerTo = (
  { code, of, asDuty: duty }: Pick<RequestDocument, 'code' | 'of' | 'asDuty'>,
  change: Partial<Record<keyof AnswerDocument, unknown>> = {},
) => ({
  format: 'vigil-approval/1',
  code,
  of,
  decision: 'granted',
  words: 'Yes.',
  role: 'HOP-2',
  duty,
  ...change,
})
