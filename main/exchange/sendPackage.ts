import { createHash, createHmac } from 'node:crypto'
import { basename } from 'node:path'
import type { Receipt } from '../../shared/brief/contract.ts'
import { leakFinder } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import type { ColleagueKind, InReplyTo } from '../../shared/exchange/manifest.ts'
import { PackageId } from '../../shared/model.ts'
import type { CaseId, ColleagueId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { takeAway, writeDurablySync } from '../file/writeDurably.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { isPracticeVault } from '../practice/place.ts'
import { chainHead, entriesOf } from '../record/entry.ts'
import { farthestSeenOf } from '../record/repository.ts'
import { sealApart } from './apart.ts'
import { mustBeVerified } from './colleagues.ts'
import { writeJson } from './json.ts'
import { ownKeys } from './keyring.ts'
import { keepExchanged, sentUnder } from './log.ts'
import { packageName } from './packageName.ts'
import type { SealOutput } from './run.ts'
import type { Entry } from '../../shared/exchange/tar.ts'
import { inSlices, whole } from '../working.ts'
import type { Step } from '../working.ts'

/** What is to leave for colleagues, made from the vault as it is now. */
export interface Outgoing {
  readonly kind: ColleagueKind
  /** Whom it is sealed for; each must be verified. */
  readonly to: readonly ColleagueId[]
  /** What it says: a value of the kind's own strict schema, with its `format`. */
  readonly document: { readonly format: string }
  /** The same as `writeJson` writes it, where that was done already. */
  readonly text?: Uint8Array
  readonly files?: readonly Entry[]
  /** The package it speaks of or takes the place of. */
  readonly about: InReplyTo | null
  readonly caseId: CaseId | null
  /** Every text that must not be in it. */
  readonly secrets: readonly Secret[]
  /** A moment, in milliseconds, from which on it must be prepared anew though nobody wrote anything. */
  readonly until?: number | null
  /** Of how many cases it is told how far it is; nothing where it does not take long. */
  readonly cases?: number
}

/** A package that was sealed and is about to be written. */
export interface Sealed {
  readonly packageId: PackageId
  readonly manifestSha256: string
  /** Of the file, hex. */
  readonly sha256: string
  readonly to: readonly Colleague[]
}

interface Sending<O extends Outgoing> {
  /** Decides that it may leave, and what leaves. Asked twice: before sealing, and when it is written. @throws Refused */
  readonly prepare: (context: QueryContext) => O
  /** The same step by step, where it takes long. Until its moment it depends on nothing but the record, the day and who is at the desk. */
  readonly prepareInSlices?: (context: QueryContext) => Generator<Step, O>
  /** Writes down what left: the disclosure, and the thing's own state. `leaving`: as it was prepared when it is written. */
  readonly record: (context: CommandContext, sealed: Sealed & { readonly leaving: O }) => void
  /** In place of that, step by step, where it takes long; only beside `prepareInSlices`. */
  readonly recordInSlices?: (
    context: CommandContext,
    sealed: Sealed & { readonly leaving: O },
  ) => Generator<Step, void>
}

/** This vault, as packages call it: 16 bytes in hexadecimal that mean nothing elsewhere. */
export const originOf = ({ key }: Pick<QueryContext, 'key'>): string =>
  createHmac('sha256', key('origin')).update('origin').digest('hex').slice(0, 32)

/** The name of a kind's document inside its package. */
export const documentName = (kind: ColleagueKind): string => `${kind}.json`

/**
 * Sends one package to colleagues: may it leave, seal, search for what must stay, place, may it still leave, record and file.
 *
 * Like a brief (main/brief/export.ts): the file is written inside the transaction that records it.
 *
 * @returns `null` when the dialog was closed.
 * @throws Refused what `prepare` refuses; `exchange/colleague-…`, `exchange/no-key`, `exchange/leak`, `file/…`.
 */
export async function sendPackage<O extends Outgoing>(
  task: TaskContext,
  { prepare, prepareInSlices, record, recordInSlices }: Sending<O>,
): Promise<(Receipt & { readonly packageId: PackageId }) | null> {
  const { app } = task
  const asOf = standOf(task.vault())
  const ready = prepareInSlices
    ? await inSlices(app, 'compiling', () => prepareInSlices(task.vault()))
    : prepare(task.vault())
  const packageId = PackageId.parse(app.newId())
  const { file, ...sealedAs } = await seal(task, { ready, packageId })
  const searching = () => mustNotLeak(ready, sealedAs)
  if (prepareInSlices) await inSlices(app, 'compiling', searching)
  else whole(searching())
  const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName: packageName(app.random(8)) })
  if (path === null) return null

  const sha256 = createHash('sha256').update(file).digest('hex')
  // What took long is not worked out again while the record says that nothing was written since.
  const isAsItWas = (context: CommandContext) =>
    prepareInSlices && standOf(context) === asOf && isBefore(context, ready)
  const sealed = (context: CommandContext, leaving: O) => {
    if (leaving !== ready && fingerprintOf(leaving) !== fingerprintOf(ready))
      throw new Refused('exchange/changed-meanwhile')
    const to = ready.to.map(id => mustBeVerified(context.db, id))
    keepSent(context, { ready, sealedAs, sha256, to })
    return { packageId, manifestSha256: sealedAs.manifestSha256, sha256, to, leaving }
  }
  try {
    if (prepareInSlices && recordInSlices)
      await task.writeInSlices(function* (context) {
        const leaving = isAsItWas(context) ? ready : yield* prepareInSlices(context)
        yield* recordInSlices(context, sealed(context, leaving))
        writeDurablySync(path, file)
      })
    else
      task.write(context => {
        const leaving = isAsItWas(context) ? ready : prepare(context)
        record(context, sealed(context, leaving))
        writeDurablySync(path, file)
      })
  } catch (error) {
    if (!isRecorded(task, packageId)) takeAway(path, file)
    throw error
  }
  return { name: basename(path), size: file.byteLength, sha256, packageId }
}

const isBefore = ({ now }: QueryContext, { until = null }: Outgoing): boolean =>
  until === null || Date.parse(now) < until

/** What a caseload is made of: the record so far, the day, and who is at the desk. */
const standOf = ({ db, today, officerId }: QueryContext): string =>
  [entriesOf(db), chainHead(db), today, officerId].join(' ')

interface Ready {
  readonly ready: Outgoing
  readonly packageId: PackageId
}

function seal({ app, vault }: TaskContext, { ready, packageId }: Ready): Promise<SealOutput> {
  const context = vault()
  const { db } = context
  const to = ready.to.map(id => mustBeVerified(db, id))
  const practice = isPracticeVault(db) ? { practice: true } : {}
  return sealApart(app.ask, {
    draft: {
      kind: ready.kind,
      packageId,
      origin: originOf(context),
      entries: entriesOf(db),
      head: chainHead(db),
      sentAt: app.clock(),
      about: ready.about,
      ...seenOf(db, to),
    },
    files: [
      { name: documentName(ready.kind), bytes: ready.text ?? writeJson({ ...ready.document, ...practice }) },
      ...(ready.files ?? []),
    ],
    signingSeed: ownKeys(context).signingSeed,
    lock: { recipients: to.map(({ recipient }) => recipient) },
  })
}

/** What this vault has seen of the receiver's record; nothing when there are several, or they never sent anything. */
function seenOf(db: QueryContext['db'], to: readonly Colleague[]) {
  const [only, ...others] = to
  const seen = only && others.length === 0 ? farthestSeenOf(db, only.id) : null
  return seen ? { seen } : {}
}

/** So many texts are searched for at once. */
const atOnce = 200

/** What is withheld is searched for in everything that would leave; one hit refuses. */
function* mustNotLeak(
  { secrets, document, cases = 0 }: Outgoing,
  { manifest }: Omit<SealOutput, 'file'>,
): Generator<Step, void> {
  if (secrets.length === 0) return
  const find = leakFinder([
    { where: 'manifest', text: JSON.stringify(manifest) },
    { where: 'document', text: strings(document).join('\n') },
  ])
  let places = 0
  for (let at = 0; at < secrets.length; at += atOnce) {
    yield { done: Math.floor((at / secrets.length) * cases), all: cases }
    places += find(secrets.slice(at, at + atOnce)).length
  }
  if (places > 0) throw new Refused('exchange/leak', { places })
}

/** Every text of a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

const fingerprintOf = ({ kind, to, document, about, files = [] }: Outgoing): string => {
  const hash = createHash('sha256').update(JSON.stringify([kind, to, document, about]))
  for (const { name, bytes } of files) hash.update(name).update(bytes)
  return hash.digest('hex')
}

interface Keeping {
  readonly ready: Outgoing
  readonly sealedAs: Omit<SealOutput, 'file'>
  readonly sha256: string
  readonly to: readonly Colleague[]
}

function keepSent(context: CommandContext, { ready, sealedAs, sha256, to }: Keeping): void {
  const { manifest, manifestSha256 } = sealedAs
  if (!('origin' in manifest)) return
  const { packageId, kind, origin, entries, head, sentAt } = manifest
  for (const { id: colleagueId } of to)
    keepExchanged(context.db, {
      id: context.newId(),
      direction: 'sent',
      packageId,
      kind,
      colleagueId,
      caseId: ready.caseId,
      manifestSha256,
      sha256,
      about: ready.about?.packageId ?? null,
      origin,
      entries,
      head,
      sentAt,
      by: context.actor,
      at: context.now,
    })
}

/** Whether it counts as sent after all. What cannot be read now is what will be rolled back. */
function isRecorded(task: TaskContext, packageId: PackageId): boolean {
  try {
    return sentUnder(task.vault().db, packageId).length > 0
  } catch {
    return false
  }
}
