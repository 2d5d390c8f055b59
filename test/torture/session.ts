import { writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../main/db/handles.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import type { AppDesk } from '../bench/desk.ts'
import { passphraseOf } from '../bench/desk.ts'
import {
  actOf,
  briefOf,
  consentOf,
  engagementOf,
  harmAnswers,
  identityOf,
  inDays,
  intakeOf,
  personOf,
  riskOf,
} from '../bench/drafts.ts'
import type { State } from './state.ts'

/** What a worker says on its standard output, one JSON a line. */
export type Said =
  /** From here on it may be killed. */
  | { readonly ready: true }
  | { readonly doing: string }
  /** An operation was acknowledged, or is half-way where it says so itself: this is what the vault holds now. */
  | (State & { readonly did: string; readonly passphrase: number })
  | { readonly failed: string }

export const say = (said: Said) => void writeSync(1, `${JSON.stringify(said)}\n`)

/** One office at work. */
export interface Session {
  readonly desk: AppDesk
  readonly outbox: string
  /** An age recipient briefs are sealed for. */
  readonly recipient: string
  /** The number of the passphrase in force. */
  passphrase: number
  /** Counts everything that is made, so that no two are alike. */
  count: number
  /** Says "done" before doing it: what the checks must notice. */
  readonly isLying: boolean
  readonly makesCopies: boolean
  /** How what the vault holds is told when something was acknowledged. */
  readonly stateOf: (db: Connection) => State
}

/** Does one thing, and says so before and after. */
async function step(session: Session, name: string, work: () => Promise<unknown>): Promise<void> {
  say({ doing: name })
  if (session.isLying) acknowledge(session, name, 1)
  await work()
  acknowledge(session, name)
}

/** Says what the vault holds now, as acknowledged. */
export function acknowledge(session: Session, did: string, ahead = 0): void {
  const db = session.desk.app.desk.vault?.db
  if (!db) return
  const state = session.stateOf(db)
  const { passphrase } = session
  say({ did, passphrase, ...state, entries: state.entries + ahead })
}

/** Everything that happens to one case, from an e-mail to a brief that left, and what happens beside it. */
export async function workOnCase(session: Session): Promise<void> {
  const { desk, outbox } = session
  const { get } = desk
  const n = session.count++
  const caseId = await startCase(session, n)
  const personId = await addPerson(session, { caseId, n })
  const key = `person:${caseId}`
  await step(session, 'vault.keepDraft', () =>
    get('vault.keepDraft', { key, value: `"half a thought ${n}"` }),
  )
  await step(session, 'engagement.add', () =>
    get('engagement.add', { caseId, engagement: engagementOf(n, [personId]) }),
  )
  await step(session, 'act.add', () => get('act.add', { caseId, act: actOf(n, [personId]) }))
  await step(session, 'vault.changePassphrase', async () => {
    const old = passphraseOf(session.passphrase)
    await get('vault.changePassphrase', { old, new: passphraseOf(session.passphrase + 1) })
    session.passphrase += 1
  })
  await step(session, 'consent.record', () => get('consent.record', consentOf(personId)))
  await step(session, 'risk.assess', () => get('risk.assess', riskOf(n, personId)))
  await step(session, 'import.addEmail', () => addEmail(session, caseId))
  await step(session, 'case.change', () => get('case.change', { caseId, intake: intakeOf(n + 1) }))
  // Every third case: a document takes longer to make than everything else together.
  if (n % 3 === 0)
    await sendBrief(session, { caseId, personId, path: join(outbox, `brief-${process.pid}-${n}.age`) })
  await step(session, 'vault.dropDraft', () => get('vault.dropDraft', { key }))
  await step(session, 'vault.setIdle', () => get('vault.setIdle', { minutes: 1 + (n % 15) }))
  if (session.makesCopies && n % 4 === 1) await makeCopy(session, n)
  await edit(session, { caseId, n })
  if (n % 3 === 2) await forget(session, { caseId, personId })
}

/** The whole vault in one file, which is opened again to prove it. */
const makeCopy = (session: Session, n: number) =>
  step(session, 'vault.makeCopy', () => {
    session.desk.dialogs.push(join(session.outbox, `copy-${process.pid}-${n}.vgb`))
    return session.desk.get('vault.makeCopy', { label: '' })
  })

/** How many times a case is edited after it stands: a person types, pauses, saves. */
export const editsOfACase = 20

async function edit(session: Session, { caseId, n }: { readonly caseId: CaseId; readonly n: number }) {
  const { get } = session.desk
  for (let i = 0; i < editsOfACase; i++) {
    const value = JSON.stringify(`half a sentence ${n} ${i}`)
    await step(session, 'vault.keepDraft', () => get('vault.keepDraft', { key: `case:${caseId}`, value }))
    await step(session, 'case.change', () => get('case.change', { caseId, intake: intakeOf(n + 2 + i) }))
  }
}

const said = { answer: 'yes', note: '' } as const

/** An identity is asked to be destroyed and, as there is nobody else, destroyed. */
async function forget(
  session: Session,
  { caseId, personId }: { readonly caseId: CaseId; readonly personId: PersonId },
): Promise<void> {
  const { get } = session.desk
  const conditions = { retentionMet: said, noHold: said, notNeeded: said, informed: said }
  await step(session, 'person.askForget', () =>
    get('person.askForget', { personId, reason: 'asked for it', conditions }),
  )
  const request = (await get('case.view', { caseId })).forgettings.at(-1)?.id ?? ''
  await step(session, 'person.answerForget', () =>
    get('person.answerForget', { request, agree: true, words: 'Alone here.' }),
  )
}

/** The file of the e-mail every case is started from. */
export const emailIn = (outbox: string) => join(outbox, 'allegation.eml')

async function readEmail({ desk, outbox }: Session) {
  desk.dialogs.push(emailIn(outbox))
  const fileId = (await desk.get('import.chooseEmail', {}))?.fileId ?? ''
  await desk.get('import.readEmail', { fileId })
  return fileId
}

async function startCase(session: Session, n: number): Promise<CaseId> {
  let caseId: CaseId | undefined
  const fileId = await readEmail(session)
  await step(session, 'case.start', async () => {
    caseId = (await session.desk.get('case.start', { intake: intakeOf(n), fileId })).caseId
  })
  if (!caseId) throw new Error('a case was started')
  return caseId
}

const addEmail = async (session: Session, caseId: CaseId) =>
  session.desk.get('import.addEmail', { caseId, fileId: await readEmail(session) })

async function addPerson(
  session: Session,
  { caseId, n }: { readonly caseId: CaseId; readonly n: number },
): Promise<PersonId> {
  const { get } = session.desk
  let personId: PersonId | undefined
  await step(session, 'person.add', async () => {
    personId = (await get('person.add', { caseId, person: personOf(n) })).personId
  })
  if (!personId) throw new Error('a person was added')
  const identity = { personId, identity: identityOf(n), basis: 'To call back' }
  await step(session, 'person.identify', () => get('person.identify', identity))
  return personId
}

/** Writes a brief, checks that it does no harm, approves it and exports it to `path`. */
export async function sendBrief(
  session: Session,
  { caseId, personId, path }: { readonly caseId: CaseId; readonly personId: PersonId; readonly path: string },
): Promise<void> {
  const { get, dialogs } = session.desk
  let briefId = ''
  await step(session, 'brief.start', async () => {
    briefId = (await get('brief.start', { caseId, draft: briefOf(personId) })).briefId
  })
  const check = {
    caseId,
    itemId: briefId,
    answers: harmAnswers(),
    decidedBy: '',
    decisionReason: '',
    validUntil: inDays(9),
  }
  await step(session, 'risk.checkHarm', () => get('risk.checkHarm', check))
  await step(session, 'brief.approve', () =>
    get('brief.approve', { briefId, sole: true, statement: 'Alone here.' }),
  )
  await step(session, 'brief.export', () => {
    dialogs.push(path)
    return get('brief.export', { briefId, sealFor: { keys: [session.recipient] } })
  })
}
