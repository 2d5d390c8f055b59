import type { RequestDocument } from '../../shared/approval/model.ts'
import { purposeFor } from '../../shared/approval/rules.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import type { Address } from '../../shared/gate/consent.ts'
import type { GateResult, GrantedOverride } from '../../shared/gate/model.ts'
import type { PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { actions } from '../action/repository.ts'
import { briefs } from '../brief/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Item } from '../gate/outgoing.ts'
import { standingFor } from '../gate/standing.ts'
import type { QueryContext } from '../handler.ts'
import { caseView } from '../views/caseView.ts'
import { colleagueFor, subjectOf } from './asked.ts'
import type { Subject, Wanted } from './asked.ts'
import { documentFor } from './document.ts'
import { secretsFor } from './secrets.ts'
import { refusalToTell, toldTo } from './told.ts'

/** A question for one colleague, ready to leave. */
export interface Compiled {
  readonly item: Item
  readonly document: RequestDocument
  readonly address: Address
  readonly colleague: Colleague
  /** What the gate says of every line for this colleague. */
  readonly result: GateResult
  readonly personIds: readonly PersonId[]
  readonly answersBefore: number
  /** Everything that must not be in it. Never leaves the vault process. */
  readonly secrets: readonly Secret[]
}

/** What would leave if the answer is yes: what may already, and what the override would open. */
const leavingOf = ({ item: { lines, result }, override }: Subject): BriefLine[] =>
  lines.filter(
    ({ key }, at) => result.lines[at]?.verdict === 'said' || (override?.keys.includes(key) ?? false),
  )

const addressOf = ({ recipientClass }: Colleague): Address => ({
  purpose: recipientClass === 'UN_expert' ? 'onward_transfer' : purposeFor[recipientClass],
  recipient: recipientClass,
  channel: 'encrypted_message',
})

/** A focal point lets a file out where an answer is missing, never against a "no" (G5); the reason is that of the override. */
function grantedBy({ duties }: QueryContext, { item, override }: Subject): GrantedOverride[] {
  if (override === null || !duties.includes('focal_point')) return []
  return [{ id: override.id, gate: 'G5', of: item.content, keys: [...override.keys] }]
}

const peopleOf = (lines: readonly BriefLine[]): PersonId[] => [
  ...new Set(lines.flatMap(({ personIds }): PersonId[] => personIds)),
]

/** The assessed danger of everybody some lines tell of, where they do not tell it themselves. */
function dangerBeside(content: CaseView, leaving: readonly BriefLine[]): BriefLine[] {
  const people = peopleOf(leaving)
  const isTold = (line: BriefLine) => leaving.some(({ key }) => key === line.key)
  return linesOf(content).filter(
    line =>
      line.label === 'brief.line.risk' && line.personIds.every(id => people.includes(id)) && !isTold(line),
  )
}

const conditionsMet = (db: ReadDb, { itemId }: Item) =>
  (briefs.byId(db, itemId) ?? actions.byId(db, itemId))?.draft.conditionsMet ?? []

/**
 * Compiles what one colleague would be shown of one thing: redacted for them, on data, before anything is sealed (ADR 0025).
 *
 * @throws Refused why it may not be asked of them, or may not leave.
 */
export function compile(context: QueryContext, wanted: Wanted): Compiled {
  const { db, now, today } = context
  const subject = subjectOf(context, wanted)
  const { item, override } = subject
  const colleague = colleagueFor(context, wanted, subject)
  const content = caseView(db, { caseId: item.caseId, now, today })
  const leaving = leavingOf(subject)
  const personIds = override?.personIds ?? peopleOf(leaving)
  const address = addressOf(colleague)
  const keys = leaving.map(({ key }) => key)
  const result = toldTo({
    item,
    address,
    leaving,
    standing: standingFor(db, {
      content,
      item: { id: item.itemId, personIds, keys, hasSafetyReason: false },
    }),
    danger: dangerBeside(content, leaving),
    conditionsMet: conditionsMet(db, item),
    granted: grantedBy(context, subject),
  })
  const document = documentFor(context, { ...subject, wanted, content, leaving, result })
  const no = refusalToTell(result, document)
  if (no) throw new Refused(no)
  const answersBefore = content.consents.length
  const secrets = secretsFor(context, { content, lines: item.lines, result, document })
  return { item, document, address, colleague, result, personIds, answersBefore, secrets }
}
