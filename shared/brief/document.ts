import { isPast, isYes, latest } from '../consent/rules.ts'
import type { ConsentDecision } from '../consent/model.ts'
import type { GateResult } from '../gate/model.ts'
import { dayOf } from '../gate/rules.ts'
import { valueOf } from '../model.ts'
import type { Day, PersonId } from '../model.ts'
import { situationOf } from '../case/rules.ts'
import type { BriefContent } from './lines.ts'
import type { BriefDocument, BriefDraft, BriefLine, ConsentLimit, DocumentLine, RiskLine } from './model.ts'

/** What a document is made of. Nothing else gets in. */
export interface DocumentInput {
  /** Whether the case is invented. */
  readonly practice?: boolean
  readonly draft: BriefDraft
  readonly content: BriefContent & { readonly consents: readonly ConsentDecision[] }
  readonly lines: readonly BriefLine[]
  readonly verdicts: GateResult['lines']
  /** Names of the persons whose name the gate let out. */
  readonly names: ReadonlyMap<PersonId, string>
  readonly copy: string
  readonly author: string
  readonly approval: { readonly by: string; readonly sole: boolean } | null
  readonly today: Day
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
    ...written
  } = draft
  return {
    format: 'vigil-brief/1',
    caseCode: content.case.code,
    copy,
    date: today,
    ...written,
    authorRole: author,
    approvedBy: approval?.by ?? '',
    soleApproval: approval?.sole ?? false,
    lines: documentLines(input),
    limits: limitsOf(input),
    risks: riskLines(input),
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

function piecesOf(line: BriefLine, { names }: DocumentInput): BriefLine['pieces'] {
  const [personId] = line.personIds
  const name = line.element === 'name' && personId ? names.get(personId) : undefined
  return name === undefined ? line.pieces : [{ text: name }]
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
