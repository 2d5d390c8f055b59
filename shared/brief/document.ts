import { isPast, isYes, latest } from '../consent/rules.ts'
import type { ConsentDecision } from '../consent/model.ts'
import { approverOf } from '../gate/approver.ts'
import type { Approval, GateResult } from '../gate/model.ts'
import { dayOf } from '../gate/rules.ts'
import { valueOf } from '../model.ts'
import type { Day, PersonId } from '../model.ts'
import type { OverrideLine } from '../override/model.ts'
import { situationOf } from '../case/rules.ts'
import type { BriefContent } from './lines.ts'
import type {
  BriefDocument,
  BriefDraft,
  BriefLine,
  ConsentLimit,
  DocumentLine,
  Piece,
  RiskLine,
} from './model.ts'

/** What a document is made of. Nothing else gets in. */
export interface DocumentInput {
  /** Whether the case is invented. */
  readonly practice?: boolean
  readonly draft: BriefDraft
  readonly content: BriefContent & {
    readonly consents: readonly ConsentDecision[]
    /** Every override of the case; none where it has none. */
    readonly overrides?: readonly OverrideLine[]
  }
  readonly lines: readonly BriefLine[]
  readonly verdicts: GateResult['lines']
  /** Names of the persons whose name the gate let out. */
  readonly names: ReadonlyMap<PersonId, string>
  readonly copy: string
  readonly author: string
  readonly approval: Pick<Approval, 'by' | 'sole' | 'file'> | null
  readonly today: Day
  /** What the office has words of its own for, by text key, in the language of the document: the reader's program has not. */
  readonly words?: Readonly<Record<string, string>>
}

/** The brief as data: only what the gate let out is in it; the rest stands there as "withheld" and nothing more. */
export function documentOf(input: DocumentInput): BriefDocument {
  const { practice, draft, content, copy, author, approval, today } = input
  const {
    withheld: _withheld,
    conditionsMet: _met,
    purpose: _p,
    recipient: _r,
    channel: _c,
    notMeant: _not,
    accepted: _accepted,
    ...written
  } = draft
  return {
    format: 'vigil-brief/1',
    caseCode: content.case.code,
    copy,
    date: today,
    ...written,
    authorRole: author,
    approvedBy: approval ? approverOf(approval) : '',
    soleApproval: approval?.sole ?? false,
    lines: documentLines(input),
    limits: limitsOf(input),
    risks: riskLines(input),
    ...toldWithout(input),
    ...(practice ? { practice } : {}),
  }
}

const isSaid = ({ lines, verdicts }: DocumentInput, key: string) =>
  verdicts[lines.findIndex(line => line.key === key)]?.verdict === 'said'

/**
 * Risk and own view stand side by side in a part of their own when our view is said. When only the person's own view may
 * be said it stays a line: it never disappears with ours.
 */
function inRisks(line: BriefLine, input: DocumentInput): boolean {
  if (line.label !== 'brief.line.risk' && line.label !== 'brief.line.ownView') return false
  return line.personIds.every(personId => isSaid(input, `person:${personId}:risk`))
}

function documentLines(input: DocumentInput): DocumentLine[] {
  return input.lines.flatMap((line, index): DocumentLine[] => {
    const { fact, label, about } = line
    if (input.verdicts[index]?.verdict !== 'said') return [{ fact, label, about, withheld: true }]
    return inRisks(line, input) ? [] : [{ fact, label, about, said: piecesOf(line, input) }]
  })
}

function piecesOf(line: BriefLine, { names, words = {} }: DocumentInput): BriefLine['pieces'] {
  const [personId] = line.personIds
  const name = line.element === 'name' && personId ? names.get(personId) : undefined
  if (name !== undefined) return [{ text: name }]
  return line.pieces.map(piece => inOwnWords(piece, words))
}

/** A code in the words the office has for it: a code it added means nothing to the program of the reader. */
function inOwnWords(piece: Piece, words: Readonly<Record<string, string>>): Piece {
  const own = 'code' in piece ? words[piece.code] : undefined
  return own === undefined ? piece : { text: own }
}

function riskLines(input: DocumentInput): RiskLine[] {
  const { persons, risks } = input.content
  return persons.flatMap(person => {
    const risk = situationOf(risks, person.id)
    if (!risk || !isSaid(input, `person:${person.id}:risk`)) return []
    const mayShowView = isSaid(input, `person:${person.id}:ownView`)
    return [
      {
        about: person.label,
        band: risk.band,
        assessedOn: dayOf(risk.assessedAt),
        ownView: mayShowView || valueOf(risk.ownView) === null ? risk.ownView : null,
        differs: mayShowView && risk.differs,
      },
    ]
  })
}

/** The overrides without which lines that are said would not be; nothing when there are none. */
function toldWithout({ content, verdicts }: DocumentInput): Pick<BriefDocument, 'overrides'> {
  const used = new Set(verdicts.map(({ overrideId }) => overrideId))
  const overrides = (content.overrides ?? []).flatMap(({ id, personIds, by, answer, reason }) => {
    if (!used.has(id) || answer === null) return []
    const about = content.persons.filter(person => personIds.includes(person.id)).map(({ label }) => label)
    return [{ about, by, grantedBy: answer.by, reason }]
  })
  return overrides.length > 0 ? { overrides } : {}
}

/** What may be said onward and what may not, of everybody the brief says something about. */
function limitsOf(input: DocumentInput): ConsentLimit[] {
  const { persons, consents } = input.content
  const spoken = new Set(input.lines.flatMap(line => (isSaid(input, line.key) ? line.personIds : [])))
  return latest(consents)
    .filter(row => spoken.has(row.personId) && row.decision !== 'not_asked')
    .map(row => ({
      about: persons.find(person => person.id === row.personId)?.label ?? '',
      may: isYes(row) && !isPast(row, input.today),
      purpose: row.purpose,
      recipient: row.recipient,
      channel: row.channel,
      identityLevel: row.identityLevel,
      scope: row.scope,
      facts: row.facts,
      conditions: row.conditions.map(condition => condition.kind),
      until: row.validUntil,
    }))
}
