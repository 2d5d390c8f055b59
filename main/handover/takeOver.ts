import type { Input, Output } from '../../shared/contract.ts'
import type { MergeChange, MergeDecision } from '../../shared/exchange/preview.ts'
import { HandedCase, HandoverDocument, mostCases } from '../../shared/handover/document.ts'
import type { HandoverCasePreview } from '../../shared/handover/model.ts'
import type { Json } from '../../shared/exchange/version.ts'
import { HandoverId, PersonId } from '../../shared/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { wrapKeyOf } from '../access/wrapKey.ts'
import { courseOf } from '../case/courseRepository.ts'
import { cases, mustExist } from '../case/repository.ts'
import { arrivalOf, keepArrived, onDesk } from '../exchange/arrive.ts'
import type { Arrived } from '../exchange/arrive.ts'
import { cardWords } from '../exchange/card.ts'
import { planTold } from '../exchange/merge/incoming.ts'
import type { Planned } from '../exchange/merge/incoming.ts'
import { idOf } from '../exchange/merge/refs.ts'
import { choosingIn, keepPlanned } from '../exchange/merge/takeIn.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { keepWords, sealedWords } from '../plan/repository.ts'
import { openWords, sealWords } from '../plan/words.ts'
import { inSlices } from '../working.ts'
import type { Step } from '../working.ts'
import { received } from './repository.ts'
import { mustBeTheirs } from './send.ts'

/** What lies on the desk is read once: there may be thousands of rows. */
const readBefore = new WeakMap<Arrived, HandoverDocument>()

/** What a caseload is beside its cases, which are held to their schema one by one. */
const Frame = HandoverDocument.extend({ cases: z.array(z.unknown()).min(1).max(mostCases) })

/** The caseload a package tells, as it was signed. @throws Refused `exchange/newer-than-app`, `exchange/not-a-package` */
function* caseloadIn(arrived: Arrived): Generator<Step, HandoverDocument> {
  const known = readBefore.get(arrived)
  if (known) return known
  const { document } = arrived
  const frame = Frame.safeParse(document)
  const told = frame.data?.cases ?? []
  const cases: HandedCase[] = []
  for (const one of told) {
    const read = HandedCase.safeParse(one)
    if (!read.success) break
    cases.push(read.data)
    yield { done: 0, all: told.length }
  }
  const isDistinct = new Set(cases.map(one => one.case)).size === told.length
  if (frame.success && isDistinct) {
    const whole = { ...frame.data, cases }
    readBefore.set(arrived, whole)
    return whole
  }
  const format = (document as { readonly format?: unknown } | null)?.format
  const isNewer = typeof format === 'string' && /^vigil-handover\/([2-9]|[1-9]\d+)$/.test(format)
  throw new Refused(isNewer ? 'exchange/newer-than-app' : 'exchange/not-a-package')
}

const toldIn = ({ fromRole, checklist, note }: HandoverDocument) => ({ fromRole, ...checklist, note })

/** What taking over would do. Nothing is changed. @throws Refused `exchange/stopped` once somebody said so */
export async function previewHandover({ app, vault }: TaskContext): Promise<Output<'handover.preview'>> {
  const context = vault()
  const arrived = onDesk(app, 'handover')
  return inSlices(app, 'comparing', function* () {
    const document = yield* caseloadIn(arrived)
    return { ...toldIn(document), cases: yield* previews(context, document) }
  })
}

function* previews(
  context: QueryContext,
  document: HandoverDocument,
): Generator<Step, HandoverCasePreview[]> {
  const cases: HandoverCasePreview[] = []
  const all = document.cases.length
  for (const one of document.cases) {
    yield { done: cases.length, all }
    cases.push(previewOf(context, one))
  }
  return cases
}

const looking = { decisions: [], newId: (ref: string) => ref, newWrite: () => '0'.repeat(16) }

function previewOf(context: QueryContext, document: HandedCase): HandoverCasePreview {
  const { plan, it } = planTold(context, document, looking)
  const count = (...kinds: MergeChange['kind'][]) =>
    plan.changes.filter(({ kind }) => kinds.includes(kind)).length
  const label = (ref: string) => labelIn(document, ref)
  return {
    caseId: it.caseId,
    code: it.caseId ? mustExist(context.db, it.caseId).code : document.code,
    state: document.state,
    persons: document.rows.filter(({ table }) => table === 'person').length,
    added: count('added'),
    changed: count('changed', 'gone', 'identity'),
    conflicts: count('conflict'),
    identities: plan.changes
      .filter(({ kind }) => kind === 'identity-conflict')
      .map(change => ({ ...change, label: change.label || label(change.key.split(':')[1] ?? '') })),
    unnamed: document.unnamed.map(label),
    otherWords: document.words.filter(one => hasOtherWords(context, one)).map(({ ref }) => label(ref)),
  }
}

/** The neutral code of a person, as the package says it. */
function labelIn({ rows }: HandedCase, ref: string): string {
  const value: Json | undefined = rows.find(row => row.table === 'person' && row.ref === ref)?.fields['label']
    ?.heads[0]?.value
  return typeof value === 'string' ? value : ''
}

type Words = HandedCase['words'][number]

function hasOtherWords(context: QueryContext, { ref, words }: Words): boolean {
  const { db } = context
  const personId = PersonId.safeParse(idOf(db, ref)).data
  const sealed = personId ? sealedWords(db, personId) : null
  if (!personId || !sealed) return false
  const here = openWords(sealed, { personId, vaultKey: wrapKeyOf(context, personId) })
  return JSON.stringify(here) !== JSON.stringify(words)
}

/**
 * Takes a caseload over: every case, or none; one entry of the record. Each case is merged by its own history and can be taken
 * out again by itself. Case by case, so that it can be stopped: then nothing of it was taken over.
 *
 * @throws Refused
 */
export async function takeOver(
  { app, writeInSlices }: TaskContext,
  { decisions, statement }: Input<'handover.takeOver'>,
): Promise<Output<'handover.takeOver'>> {
  const arrived = onDesk(app, 'handover')
  const taken = await writeInSlices(function* (context) {
    const document = yield* caseloadIn(arrived)
    return yield* taking(context, { arrived, document, decisions, statement })
  })
  app.desk.arrived = null
  return taken
}

interface Caseload extends Input<'handover.takeOver'> {
  readonly arrived: Arrived
  readonly document: HandoverDocument
}

function* taking(
  context: CommandContext,
  { arrived, document, decisions, statement }: Caseload,
): Generator<Step, Output<'handover.takeOver'>> {
  mustBeTheirs(context)
  const { from, sentAt } = arrivalOf(context, arrived)
  if (from.recipientClass !== 'same_office') throw new Refused('handover/not-same-office')
  const packageRow = keepArrived(context, arrived, null)
  const all = document.cases.length
  let [done, conflicts] = [0, 0]
  for (const one of document.cases) {
    yield { done, all }
    conflicts += takeCase(context, one, { arrived, decisions, packageRow }).conflicts
    done += 1
  }
  yield { done, all }
  const id = HandoverId.parse(context.newId())
  const signature = { role: document.fromRole, at: sentAt, words: cardWords(from) }
  const { now: at, actor: by } = context
  received.insert(context.db, { id, packageRow, told: toldIn(document), signature, statement, by, at })
  return { handoverId: id, cases: all, conflicts }
}

interface Taking {
  readonly arrived: Arrived
  readonly decisions: readonly MergeDecision[]
  readonly packageRow: string
}

function takeCase(context: CommandContext, document: HandedCase, { arrived, decisions, packageRow }: Taking) {
  const all = [...decisions, ...holdsOf(context, document)]
  const planned = planTold(context, document, choosingIn(context, all))
  const { files } = arrived
  const { state, retentionReviewOn } = document
  const born = { state, retentionReviewOn }
  const kept = keepPlanned(context, planned, { decisions: all, files, born, packageRow: () => packageRow })
  keepState(context, planned)
  for (const one of planned.it.document.words) keepTheirWords(context, planned.caseId, one)
  return kept
}

/** A case that is not here has nothing that two offices wrote. */
const holdsOf = (context: CommandContext, document: HandedCase): MergeDecision[] =>
  idOf(context.db, document.case) === null ? [] : holdsIn(planTold(context, document, looking))

/** A hold for safety is never lost between two writings that did not know of each other. */
const holdsIn = ({ plan }: Planned<HandedCase>): MergeDecision[] =>
  plan.changes
    .filter(
      ({ kind, table, field, ours, theirs }) =>
        kind === 'conflict' &&
        table === 'case_course' &&
        field === 'hold' &&
        ours === null &&
        theirs !== null,
    )
    .map(({ key }) => ({ key, take: 'theirs' }))

/** A case that is new came with its state; one that is here keeps its own, but a hold goes as the case's course says. */
function keepState({ db }: CommandContext, { it, caseId }: Planned<HandedCase>): void {
  if (it.caseId === null) return undefined
  const file = mustExist(db, caseId)
  const isHeld = courseOf(db, caseId).hold !== null
  if (isHeld) return cases.update(db, { ...file, state: 'on_hold' })
  return file.state === 'on_hold' ? cases.update(db, { ...file, state: it.document.state }) : undefined
}

/** Seals the words of somebody who has none here. Those that are here stay. @throws Refused `exchange/damaged` for a person of another case */
function keepTheirWords(context: CommandContext, caseId: CaseId, { ref, words }: Words): void {
  const { db, random } = context
  const personId = PersonId.parse(ref)
  if (persons.byId(db, personId)?.caseId !== caseId) throw new Refused('exchange/damaged')
  if (sealedWords(db, personId)) return
  keepWords(db, {
    personId,
    ...sealWords(words, { personId, vaultKey: wrapKeyOf(context, personId), random }),
  })
}
