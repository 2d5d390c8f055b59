import type { CaseId, ColleagueId, Instant, PackageId } from '../model.ts'
import type {
  PackageStanding,
  RecallDecisionKind,
  RecallDraft,
  RecallStanding,
  ReceiptSays,
} from '../notice/model.ts'
import type { ColleagueKind } from './manifest.ts'
import type { ExchangedPackage } from './packages.ts'

/** One package of the log, as far as its state depends on it. */
export type Logged = Pick<
  ExchangedPackage,
  'direction' | 'packageId' | 'kind' | 'colleagueId' | 'manifestSha256' | 'about' | 'entries' | 'sentAt'
>

/** What every notice between colleagues has: which file it is, of whom, about which package exactly. */
interface Notified {
  readonly direction: 'sent' | 'received'
  readonly packageId: PackageId
  readonly colleagueId: ColleagueId
  readonly about: PackageId
  readonly aboutSha256: string
  readonly sentAt: Instant
}

/** A receipt that came or was written. */
export interface ReceiptNotice extends Notified {
  readonly kind: 'receipt'
  readonly says: ReceiptSays
}

/** A recall that came or was written. */
export interface RecallNotice extends Notified {
  readonly kind: 'recall'
  readonly says: RecallDraft
}

/** A receipt or a recall, sent or received. */
export type Notice = ReceiptNotice | RecallNotice

/** Everything that is known, in any order. */
export interface Known<L extends Logged = Logged, N extends Notice = Notice> {
  readonly log: readonly L[]
  readonly notices: readonly N[]
}

/** What became of one package. */
export interface PackageState<L, N> {
  readonly standing: PackageStanding
  readonly receipt: ReceiptSays | null
  /** In the order of their sending. */
  readonly recalls: readonly N[]
  readonly supersededBy: L | null
  readonly takesPlaceOf: L | null
}

const before = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** Whether a notice speaks of exactly this package, and came from or went to the one it concerns. */
export const speaksOf = (
  notice: Omit<Notified, 'direction' | 'packageId' | 'sentAt'>,
  one: Pick<Logged, 'packageId' | 'manifestSha256' | 'colleagueId'>,
): boolean =>
  notice.about === one.packageId &&
  notice.aboutSha256 === one.manifestSha256 &&
  notice.colleagueId === one.colleagueId

/**
 * What became of a package, from the log and every notice (ADR 0027).
 *
 * The order of either does not matter: notices arrive late, twice and before what they speak of. What was taken in stays
 * taken in, whatever a later file says; a recall is never lifted by a receipt.
 */
export function stateOf<L extends Logged, N extends Notice>(
  one: Logged,
  { log, notices }: Known<L, N>,
): PackageState<L, Extract<N, RecallNotice>> {
  const about = notices.filter(notice => speaksOf(notice, one))
  const recalls = about.filter(isRecall).filter(({ direction }) => direction === one.direction)
  const plain: readonly Notice[] = about
  const receipts = plain.flatMap(notice => (notice.kind === 'receipt' ? [notice] : []))
  const answers = receipts.filter(({ direction }) => direction !== one.direction)
  const receipt = answers.toSorted(firstReceipt)[0]?.says ?? null
  const same = log.filter(other => isSameWay(other, one))
  const supersededBy = same.filter(other => other.about === one.packageId).toSorted(latestFirst)[0] ?? null
  const takesPlaceOf = same.find(({ packageId }) => packageId === one.about) ?? null
  const standing = standingOf(one, { receipt, isRecalled: recalls.length > 0, isOld: supersededBy !== null })
  return { standing, receipt, recalls: recalls.toSorted(inOrder), supersededBy, takesPlaceOf }
}

const isRecall = <N extends Notice>(notice: N): notice is Extract<N, RecallNotice> => notice.kind === 'recall'

/** Of one kind, to or from one colleague, and not itself. */
const isSameWay = (a: Logged, b: Logged) =>
  a.direction === b.direction &&
  a.kind === b.kind &&
  a.colleagueId === b.colleagueId &&
  a.packageId !== b.packageId

/** Taken in before declined, then the earliest day. */
const firstReceipt = (a: ReceiptNotice, b: ReceiptNotice): number =>
  Number(a.says.outcome === 'declined') - Number(b.says.outcome === 'declined') ||
  before(a.says.receivedOn, b.says.receivedOn) ||
  before(a.packageId, b.packageId)

const inOrder = (a: Notice, b: Notice): number =>
  before(a.sentAt, b.sentAt) || before(a.packageId, b.packageId)

const latestFirst = (a: Logged, b: Logged): number =>
  b.entries - a.entries || before(b.sentAt, a.sentAt) || before(b.packageId, a.packageId)

interface Told {
  readonly receipt: ReceiptSays | null
  readonly isRecalled: boolean
  readonly isOld: boolean
}

function standingOf({ direction }: Logged, { receipt, isRecalled, isOld }: Told): PackageStanding {
  if (isRecalled) return 'recalled'
  if (isOld) return 'superseded'
  if (direction === 'received') return 'received'
  return receipt?.outcome ?? 'sent'
}

/** Whether the sender of a package called exactly this one back: then it is not taken in. */
export const isRecalled = (
  one: Pick<Logged, 'packageId' | 'manifestSha256' | 'colleagueId'>,
  notices: readonly Notice[],
): boolean =>
  notices.some(notice => isRecall(notice) && notice.direction === 'received' && speaksOf(notice, one))

/** Kinds nobody answers with a receipt or calls back. */
const bare: readonly ColleagueKind[] = ['receipt']
const last: readonly ColleagueKind[] = ['receipt', 'recall']

/** Whether a receipt may be written for what came: receipts of receipts do not exist. */
export const mayReceipt = ({ direction, kind }: Pick<Logged, 'direction' | 'kind'>): boolean =>
  direction === 'received' && !bare.includes(kind)

/** Whether what was sent may be called back. */
export const mayRecall = ({ direction, kind }: Pick<Logged, 'direction' | 'kind'>): boolean =>
  direction === 'sent' && !last.includes(kind)

/** What was decided about a recall, and how far it is done. */
interface Decided {
  /** The latest decision, or `null`. */
  readonly decision: RecallDecisionKind | null
  /** Whether taking it in was undone. */
  readonly undone: boolean
  /** Whether anybody of the case can still be identified. */
  readonly identities: boolean
}

/** How far a recall is settled here. */
export function recallStanding({ decision, undone, identities }: Decided): RecallStanding {
  switch (decision) {
    case null:
      return undone ? 'undone' : 'undecided'
    case 'keep':
      return 'kept'
    case 'set-aside':
      return 'set-aside'
    case 'undo':
      return undone ? 'undone' : 'to-undo'
    case 'destroy':
      return identities ? 'to-destroy' : 'destroyed'
  }
}

/** Whether nothing of the case may leave because of a recall: until it is kept for a reason of our own, or undone. */
export const isShutBy = (standing: RecallStanding): boolean => standing !== 'kept' && standing !== 'undone'

/** Whether somebody must still decide or act. */
export const isWaiting = (standing: RecallStanding): boolean =>
  standing === 'undecided' || standing === 'to-undo' || standing === 'to-destroy'

/** What may be decided: of a case, or of something that is none. */
export const decisionsFor = (caseId: CaseId | null): readonly RecallDecisionKind[] =>
  caseId === null ? ['keep', 'set-aside'] : ['keep', 'undo', 'destroy']
