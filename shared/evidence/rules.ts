import type { Code } from '../vocabulary/index.ts'
import type { Claim, EvidenceSource, Information, Verification } from './claim.ts'

type Status = Code<'verificationStatus'>

/** Nothing was checked yet. */
export const nothingVerified: Verification = { sources: [], claims: [], information: [], proof: null }

/** A source with every source it has its information from, near or far, and whom or what of the case it is. */
function rootsOf(source: EvidenceSource, all: readonly EvidenceSource[]): ReadonlySet<string> {
  const roots = new Set<string>()
  const follow = (one: EvidenceSource) => {
    if (roots.has(one.id)) return
    roots.add(one.id)
    const { kind: _kind, ...item } = one.item
    Object.values(item).forEach(id => roots.add(id))
    all.filter(other => one.dependsOn.includes(other.id)).forEach(follow)
  }
  follow(source)
  return roots
}

const touch = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some(root => b.has(root))

/** The largest number of sets of which no two share anything. */
function mostApart(sets: readonly ReadonlySet<string>[]): number {
  const [first, ...rest] = sets.toSorted((a, b) => a.size - b.size)
  if (!first) return 0
  const apart = rest.filter(other => !touch(first, other))
  const withFirst = 1 + mostApart(apart)
  return apart.length === rest.length ? withFirst : Math.max(withFirst, mostApart(rest))
}

/**
 * How many of some sources are independent of each other: the most that can be taken without any two having their
 * information from one another, from a third in common, or being the same person, message or file.
 *
 * @param all every source of the case: what two depend on need not itself be among them.
 */
export function independent(some: readonly EvidenceSource[], all: readonly EvidenceSource[]): number {
  return mostApart([...new Set(some)].map(source => rootsOf(source, all)))
}

/** Reliable enough to corroborate. Where reliability cannot be judged, nothing is built on it by itself. */
const reliable: readonly EvidenceSource['reliability'][] = ['A', 'B', 'C']
/** Said in a way that supports the claim. */
const supporting: readonly Information['credibility'][] = ['1', '2', '3']
const documents: readonly Information['material'][] = ['official_document', 'court_record']

/** What the information on one claim comes to, each count apart. */
export interface Weight {
  /** Pieces of information there are. */
  readonly pieces: number
  /** Independent sources, reliable enough, that support it. */
  readonly support: number
  /** Independent sources, reliable enough and not of the State, that contradict it. */
  readonly against: number
  /** An authority contradicts it, however reliable. */
  readonly contested: boolean
  /** An official document or a court record supports it. */
  readonly document: boolean
}

/** Weighs the information on one claim. Reliability and credibility are two conditions here and never one number. */
export function weigh(claimId: Claim['id'], { sources, information }: Verification): Weight {
  const pieces = information.filter(one => one.claimId === claimId)
  const from = (some: readonly Information[]) =>
    sources.filter(source => some.some(({ sourceId }) => sourceId === source.id))
  const trusted = pieces.filter(({ sourceId }) =>
    sources.some(({ id, reliability }) => id === sourceId && reliable.includes(reliability)),
  )
  const support = trusted.filter(({ credibility }) => supporting.includes(credibility))
  const contradicting = (some: readonly Information[]) =>
    some.filter(({ credibility }) => credibility === '5')
  const ofState = (one: Information) =>
    one.material === 'government_statement' || from([one]).some(isAuthority)
  return {
    pieces: pieces.length,
    support: independent(from(support), sources),
    against: independent(from(contradicting(trusted).filter(one => !ofState(one))), sources),
    contested: contradicting(pieces).some(ofState),
    document: support.some(({ material }) => documents.includes(material)),
  }
}

const isAuthority = ({ connection }: EvidenceSource) =>
  'value' in connection && connection.value === 'authority'

/**
 * What the information on a claim suggests; the officer decides.
 *
 * One source alone never corroborates itself: one independent source more does, two or more do so further. One voice
 * against never refutes, and a denial by the State neither refutes nor takes away what others corroborate. That
 * something cannot be verified is never suggested.
 */
export function suggestedStatus({ pieces, support, against, contested, document }: Weight): Status {
  if (pieces === 0) return 'not_assessed'
  if (against > 0 && support > 0) return 'partly_refuted'
  if (against > 0) return against > 1 ? 'refuted' : 'under_verification'
  if (support > 2) return 'corroborated_two_plus'
  if (document) return 'official_document_seen'
  if (support === 2) return 'corroborated_one_independent'
  if (contested) return 'contested_by_state'
  return support === 1 ? 'consistent_uncorroborated' : 'under_verification'
}

/** Where a claim stands. */
export interface ClaimStanding extends Weight {
  readonly suggested: Status
  /** What the officer found; until then only that it is looked into, or not. */
  readonly status: Status
  /** What is suggested has changed since the officer decided. */
  readonly outdated: boolean
}

/** Where a claim stands now. Nothing that was only suggested counts as found. */
export function standingOf(claim: Claim, verification: Verification): ClaimStanding {
  const weight = weigh(claim.id, verification)
  const suggested = suggestedStatus(weight)
  const untilThen = weight.pieces > 0 ? 'under_verification' : 'not_assessed'
  return {
    ...weight,
    suggested,
    status: claim.assessment?.status ?? untilThen,
    outdated: claim.assessment !== null && claim.assessment.suggested !== suggested,
  }
}

/** What is still missing before a case counts as assessed. `claimId`, `actId`: what of. */
export type VerificationLack =
  | { readonly lack: 'no-claim' | 'no-proof' }
  | { readonly lack: 'act-without-claim'; readonly actId: string }
  | {
      readonly lack: 'no-information' | 'not-assessed' | 'assess-again' | 'about-nothing'
      readonly claimId: Claim['id']
    }

/** What verification looks at. */
export interface Verified {
  readonly acts: readonly { readonly id: string }[]
  readonly engagements: readonly { readonly id: string }[]
  readonly verification: Verification
}

/** What is still missing, in the order in which it is done. */
export function verificationLacks({ acts, engagements, verification }: Verified): VerificationLack[] {
  const { claims, proof } = verification
  if (claims.length === 0) return [{ lack: 'no-claim' }]
  const isOn = ({ about }: Claim) =>
    'actId' in about
      ? acts.some(({ id }) => id === about.actId)
      : engagements.some(({ id }) => id === about.engagementId)
  const covered = new Set<string>(claims.map(({ about }) => ('actId' in about ? about.actId : '')))
  return [
    ...acts
      .filter(({ id }) => !covered.has(id))
      .map(({ id }) => ({ lack: 'act-without-claim', actId: id }) as const),
    ...claims.flatMap((claim): VerificationLack[] => {
      if (!isOn(claim)) return [{ lack: 'about-nothing', claimId: claim.id }]
      const { pieces, outdated } = standingOf(claim, verification)
      if (claim.assessment === null)
        return [{ lack: pieces === 0 ? 'no-information' : 'not-assessed', claimId: claim.id }]
      return outdated ? [{ lack: 'assess-again', claimId: claim.id }] : []
    }),
    ...(proof === null ? [{ lack: 'no-proof' } as const] : []),
  ]
}

export type VerificationTrack = 'not_started' | 'in_progress' | 'assessed'

/** How far the case was checked. It never blocks protection: that may come before verification. */
export function verificationTrack(verified: Verified): VerificationTrack {
  const { sources, claims } = verified.verification
  if (sources.length === 0 && claims.length === 0) return 'not_started'
  return verificationLacks(verified).length === 0 ? 'assessed' : 'in_progress'
}
