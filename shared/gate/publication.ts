import type { ConsentDecision } from '../consent/model.ts'
import type { Day, Instant } from '../model.ts'
import type { RiskAssessment } from '../risk/model.ts'
import { situationOf } from '../risk/rules.ts'
import type { Finding, GateReason, LineVerdict, Outgoing, PublicationCheck } from './model.ts'

/** What the rule looks at. */
interface Published {
  readonly lines: readonly Outgoing[]
  readonly log: readonly ConsentDecision[]
  readonly risks: readonly RiskAssessment[]
  readonly publication: PublicationCheck | null
  readonly publicationWindow: { readonly from: Day | null; readonly recheckDays: number }
  readonly author: string
  readonly fingerprint: string
  readonly now: Instant
}

/**
 * What publication lacks beside consent, verification and approval (6.2, G4): a "yes" confirmed within the report window,
 * a fresh look at the danger, nobody recognisable, and a second reader.
 */
export function publicationFindings(item: Published, verdicts: readonly LineVerdict[]): Finding[] {
  return [...unconfirmed(item, verdicts), ...notRechecked(item, verdicts), ...unread(item)]
}

const said = ({ lines }: Published, verdicts: readonly LineVerdict[]) =>
  lines.filter((_, at) => verdicts[at]?.verdict === 'said')

const peopleSaid = (item: Published, verdicts: readonly LineVerdict[]) => [
  ...new Set(said(item, verdicts).flatMap(line => line.personIds)),
]

/** Answers it rests on that were given before the window began: what was true last year may not be today. */
function unconfirmed(item: Published, verdicts: readonly LineVerdict[]): Finding[] {
  const { from } = item.publicationWindow
  const ids = new Set(verdicts.flatMap(({ consentIds }) => consentIds))
  const old = item.log.filter(row => ids.has(row.id) && (from === null || row.decidedOn < from))
  return [...new Map(old.map(row => [row.personId, row])).values()].map(row => ({
    reason: 'consent-before-window',
    place: 'consent',
    personId: row.personId,
    consentId: row.id,
  }))
}

function notRechecked(item: Published, verdicts: readonly LineVerdict[]): Finding[] {
  const { recheckDays } = item.publicationWindow
  const since = new Date(Date.parse(item.now) - recheckDays * 86_400_000).toISOString()
  return peopleSaid(item, verdicts).flatMap(personId => {
    const last = situationOf(item.risks, personId)
    return last && last.assessedAt >= since
      ? []
      : [{ reason: 'safety-not-rechecked', place: 'risk', personId, consentId: null } as const]
  })
}

/** Whether somebody looked for who could be recognised, and whether somebody else read it, as it is now. */
function unread({ publication, author, fingerprint }: Published): Finding[] {
  const check = publication?.of === fingerprint ? publication : null
  const { unrecognisable = null, secondReader = null } = check ?? {}
  return [
    ...(unrecognisable === null ? [at('identifiable-none')] : unrecognisable ? [] : [at('identifiable')]),
    ...(secondReader === null
      ? [at('second-reader-none')]
      : secondReader === author
        ? [at('second-reader-is-author')]
        : []),
  ]
}

const at = (reason: GateReason): Finding => ({
  reason,
  place: 'publication',
  personId: null,
  consentId: null,
})
