import { findLeaks } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { Json } from '../../shared/exchange/version.ts'
import { mostBytes, mostCases, mostOriginals } from '../../shared/handover/document.ts'
import type { HandedCase, HandoverDocument } from '../../shared/handover/document.ts'
import { inOrder, missingIn, saidNo } from '../../shared/handover/rules.ts'
import type { Entry } from '../../shared/exchange/tar.ts'
import type { CaseId, ColleagueId, PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import { wrapKeyOf } from '../access/wrapKey.ts'
import { cases } from '../case/repository.ts'
import { mustBeVerified } from '../exchange/colleagues.ts'
import { writeJsonInSlices } from '../exchange/json.ts'
import { compileRows, handedLines, identityKey } from '../exchange/merge/compile.ts'
import { consentsInOrder } from '../exchange/merge/known.ts'
import type { QueryContext } from '../handler.ts'
import { identitiesOf, identitySecrets } from '../leak/secrets.ts'
import { persons } from '../person/repository.ts'
import { isPracticeVault } from '../practice/place.ts'
import { sealedWords } from '../plan/repository.ts'
import { openWords } from '../plan/words.ts'
import type { Step } from '../working.ts'
import type { HandoverRow } from './repository.ts'

/** One case as it would leave. */
export interface Packed {
  readonly caseId: CaseId
  readonly document: HandedCase
  readonly originals: Uint8Array
  /** Every row or thing it mentions, with what it is called there. */
  readonly refs: ReadonlyMap<string, string>
  /** Keys of the lines that go. */
  readonly said: readonly string[]
  /** Who those are whose name stays. */
  readonly secrets: readonly Secret[]
  /** Whether what goes tells that name. */
  readonly isLeaking: boolean
}

/** A caseload as it would leave. */
export interface Assembled {
  readonly document: HandoverDocument
  /** The document as it is written. */
  readonly text: Uint8Array
  readonly files: readonly Entry[]
  readonly packed: readonly Packed[]
}

/** Persons of a case who said no to sharing inside the office, by neutral code. */
export function unnamedIn({ db }: Pick<QueryContext, 'db'>, caseId: CaseId): PersonId[] {
  const nos = saidNo(consentsInOrder(db, caseId))
  return persons.ofCase(db, caseId).flatMap(({ id }) => (nos.has(id) ? [id] : []))
}

/** Whether what a case says gives away who somebody is whose name stays. */
export function givesAway(context: QueryContext, file: Pick<CaseFile, 'id'>): boolean {
  const unnamed = unnamedIn(context, file.id)
  if (identitiesOf(context, unnamed).size === 0) return false
  return packCase(context, { caseId: file.id, to: null, at: 0 }).isLeaking
}

const isLeaking = ({ secrets, document }: Omit<Packed, 'isLeaking'>): boolean =>
  secrets.length > 0 &&
  findLeaks(secrets, [{ where: document.code, text: textsIn(document.rows).join('\n') }]).length > 0

/** Every text of a value. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The whole caseload as it may leave now, case by case. @throws Refused `handover/…`, `exchange/colleague-…` */
export function* assemble(
  context: QueryContext,
  { colleagueId, draft }: HandoverRow,
): Generator<Step, Assembled> {
  const { db, actor } = context
  const colleague = mustBeVerified(db, colleagueId)
  if (colleague.recipientClass !== 'same_office') throw new Refused('handover/not-same-office')
  if (missingIn(draft).length > 0) throw new Refused('handover/unanswered')
  const packed = yield* packAll(context, { to: colleagueId, leftOut: draft.leftOut })
  const bytes = Buffer.concat(packed.map(({ originals }) => originals))
  const document: HandoverDocument = {
    format: 'vigil-handover/1',
    fromRole: actor,
    checklist: { answers: inOrder(draft.answers), first: draft.first },
    note: draft.note,
    cases: packed.map(one => one.document),
    ...(isPracticeVault(db) ? { practice: true } : {}),
  }
  mustNotGiveAway(packed, document)
  const text = yield* writeJsonInSlices(document, 'cases')
  if (text.length + bytes.length > mostBytes) throw new Refused('handover/in-parts')
  const files = bytes.length === 0 ? [] : [{ name: 'originals', bytes: new Uint8Array(bytes) }]
  return { document, text, files, packed }
}

interface Caseload {
  readonly to: ColleagueId
  readonly leftOut: HandoverRow['draft']['leftOut']
}

function* packAll(context: QueryContext, { to, leftOut }: Caseload): Generator<Step, Packed[]> {
  const left = new Set<string>(leftOut.map(({ caseId }) => caseId))
  const going = cases.all(context.db).filter(({ id }) => !left.has(id))
  if (going.length === 0) throw new Refused('handover/no-cases')
  if (going.length > mostCases) throw new Refused('handover/in-parts')
  let at = 0
  const packed: Packed[] = []
  for (const { id } of going) {
    yield { done: packed.length, all: going.length }
    const one = packCase(context, { caseId: id, to, at })
    at += one.originals.length
    if (at > mostOriginals) throw new Refused('handover/in-parts')
    packed.push(one)
  }
  return packed
}

/**
 * Each case is searched for its own people: two people in different cases may bear one name, and the one who goes is no leak of
 * the other. What was typed for the handover itself is searched for everybody who goes without a name.
 *
 * @throws Refused `handover/leak`
 */
function mustNotGiveAway(packed: readonly Packed[], { checklist, note }: HandoverDocument): void {
  const typed = [checklist.first, note, ...checklist.answers.map(({ why }) => why)].join('\n')
  const secrets = packed.flatMap(one => one.secrets)
  const places =
    packed.filter(one => one.isLeaking).length + findLeaks(secrets, [{ where: 'typed', text: typed }]).length
  if (places > 0) throw new Refused('handover/leak', { places })
}

interface Packing {
  readonly caseId: CaseId
  readonly to: ColleagueId | null
  /** Where its originals begin in the file of all of them. */
  readonly at: number
}

/** Everything of one case, but for who somebody is who said no. @throws Refused `handover/in-parts` */
function packCase(context: QueryContext, { caseId, to, at }: Packing): Packed {
  const { db } = context
  const unnamed = unnamedIn(context, caseId)
  const stays = new Set(unnamed.map(identityKey))
  const said = handedLines(db, caseId)
    .map(({ key }) => key)
    .filter(key => !stays.has(key))
  const { told, files, refs } = compileRows(context, { caseId, to, said: new Set(said) })
  const file = cases.byId(db, caseId)
  if (!file) throw new Refused('case/gone')
  const { code, state, retentionReviewOn } = file
  const refOf = (id: string) => refs.get(id) ?? ''
  const document: HandedCase = {
    ...told,
    originals: told.originals.map(one => ({ ...one, at: one.at + at })),
    code,
    state,
    retentionReviewOn,
    words: wordsOf(context, caseId, unnamed).map(({ id, words }) => ({ ref: refOf(id), words })),
    unnamed: unnamed.map(refOf),
  }
  const secrets = [...identitiesOf(context, unnamed)].flatMap(([id, identity]) =>
    identitySecrets(id, identity, false),
  )
  const originals = files[0]?.bytes ?? new Uint8Array()
  const packed = { caseId, document, originals, refs, said, secrets }
  return { ...packed, isLeaking: isLeaking(packed) }
}

function wordsOf(context: QueryContext, caseId: CaseId, unnamed: readonly PersonId[]) {
  const { db } = context
  return persons.ofCase(db, caseId).flatMap(({ id }) => {
    const sealed = unnamed.includes(id) ? null : sealedWords(db, id)
    return sealed
      ? [{ id, words: openWords(sealed, { personId: id, vaultKey: wrapKeyOf(context, id) }) }]
      : []
  })
}
