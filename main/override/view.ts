import { consentsInOrder } from '../exchange/merge/known.ts'
import { canLift, mayAskOverride, mayGrantOverride } from '../../shared/gate/override.ts'
import type { Overrider } from '../../shared/gate/override.ts'
import type { Finding } from '../../shared/gate/model.ts'
import type { OverrideAsking, OverrideView, WaitingOverride } from '../../shared/override/model.ts'
import { findingsOf, isOvertaken, liftableOf, replyTo } from '../../shared/override/rules.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import { briefs } from '../brief/repository.ts'
import { cases } from '../case/repository.ts'
import { itemOf } from '../gate/outgoing.ts'
import type { Item } from '../gate/outgoing.ts'
import type { QueryContext } from '../handler.ts'
import { labelOf, lineOf } from './lines.ts'
import { askedOf, unanswered } from './repository.ts'
import type { Asked } from './repository.ts'

/** What deciding about an override needs to know of whoever is at the desk. */
type Desk = Pick<QueryContext, 'actor' | 'duties'>

/** Whoever is at the desk. */
const atDesk = ({ actor: role, duties }: Desk): Overrider => ({
  role,
  duties,
})

const askerOf = ({ by: role, duties }: OverrideAsking): Overrider => ({ role, duties })

/** Why whoever is at the desk cannot ask for an override of these findings, or `null`. */
export const mayAsk = (context: Desk, item: Item, findings: readonly Finding[]): RefusalCode | null =>
  item.left ? 'override/item-left' : mayAskOverride(atDesk(context), { ...item, kind: item.action, findings })

/** Why whoever is at the desk cannot answer an asking, or `null`. Whoever asked may take it back. */
export const mayAnswer = (context: Desk, asking: OverrideAsking, grants: boolean): RefusalCode | null =>
  !grants && asking.by === context.actor ? null : mayGrantOverride(atDesk(context), askerOf(asking))

/** Briefs of the case that say something to this asking. */
function repliesTo({ db }: QueryContext, asked: Asked) {
  if (asked.answer) return []
  return briefs.ofCase(db, asked.caseId).flatMap(brief => {
    const said = replyTo(asked, brief)
    return typeof said === 'string'
      ? []
      : [{ briefId: brief.id, copy: brief.copy, by: said.by, grants: said.grants }]
  })
}

/** Whether the content is what it was asked for, and nobody it is about has said "no" since. */
export const isAsAsked = (
  { db }: Pick<QueryContext, 'db'>,
  asking: OverrideAsking,
  content: string,
): boolean => asking.of === content && !isOvertaken(asking, consentsInOrder(db, asking.caseId))

/** One item and what an override could do for it. */
export function viewOf(context: QueryContext, item: Item): OverrideView {
  const { itemId, caseId, kind, label, gate, left, lines, result, content } = item
  const liftable = liftableOf(gate, result)
  const blocked = result.lines.filter(({ verdict }) => verdict === 'blocked').map(({ key }) => key)
  const askable = findingsOf(result, liftable.length > 0 ? liftable : blocked)
  const shown = { itemId, caseId, kind, label, gate, left, result, liftable }
  return {
    ...shown,
    lines: [...lines],
    liftsWhole: canLift(gate, result.findings),
    refusal: mayAsk(context, item, askable),
    askings: askedOf(context.db, caseId)
      .filter(asked => asked.itemId === itemId)
      .map(asked => ({
        ...lineOf(context.db, asked),
        same: isAsAsked(context, asked, content),
        cannotAnswer: mayAnswer(context, asked, true),
        replies: repliesTo(context, asked),
      })),
  }
}

/** Everything that waits for whoever is at the desk and is still the same. */
export const waitingFor = (context: QueryContext): WaitingOverride[] =>
  unanswered(context.db).flatMap(asked => {
    if (mayAnswer(context, asked, true) !== null) return []
    const item = itemOf(context, asked.itemId)
    if (item.left || !isAsAsked(context, asked, item.content)) return []
    const { id: overrideId, caseId, itemId, by, reason, at } = asked
    const code = cases.byId(context.db, caseId)?.code ?? ''
    return [{ overrideId, caseId, itemId, ...labelOf(context.db, itemId), code, by, reason, at }]
  })
