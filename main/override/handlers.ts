import { OverrideId } from '../../shared/model.ts'
import type { BriefId, PersonId } from '../../shared/model.ts'
import { canLift, liftedBy, mayAskOverride, mayGrantOverride } from '../../shared/gate/override.ts'
import type { Overrider } from '../../shared/gate/override.ts'
import type { Finding } from '../../shared/gate/model.ts'
import { OverrideCode } from '../../shared/override/model.ts'
import type {
  OverrideAnswer,
  OverrideAsking,
  OverrideView,
  WaitingOverride,
} from '../../shared/override/model.ts'
import { findingsOf, lacksOf, liftableOf, replyTo } from '../../shared/override/rules.ts'
import { Refused } from '../../shared/refusal.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import { briefs } from '../brief/repository.ts'
import { cases, changed } from '../case/repository.ts'
import { itemOf } from '../gate/outgoing.ts'
import type { Item } from '../gate/outgoing.ts'
import { shortCode } from '../gate/shortCode.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { labelOf, lineOf } from './lines.ts'
import { answers, askedOf, askings, unanswered } from './repository.ts'
import type { Asked } from './repository.ts'

/** Whoever is at the desk. */
const atDesk = ({ actor: role, duties }: Pick<QueryContext, 'actor' | 'duties'>): Overrider => ({
  role,
  duties,
})

const askerOf = ({ by: role, duties }: OverrideAsking): Overrider => ({ role, duties })

/** Why whoever is at the desk cannot ask for an override of these findings, or `null`. */
const mayAsk = (context: QueryContext, item: Item, findings: readonly Finding[]): RefusalCode | null =>
  item.left ? 'override/item-left' : mayAskOverride(atDesk(context), { ...item, kind: item.action, findings })

/** Whom the chosen lines are about; with no line chosen, everybody the item tells of. */
const peopleIn = ({ lines }: Item, keys: readonly string[]): PersonId[] => [
  ...new Set(
    lines.filter(({ key }) => keys.length === 0 || keys.includes(key)).flatMap(({ personIds }) => personIds),
  ),
]

/** The asking, while it waits. @throws Refused `override/gone`, `override/answered` */
function waitingOne({ db }: Pick<QueryContext, 'db'>, overrideId: OverrideId): Asked {
  const caseId = askings.byId(db, overrideId)?.caseId
  const asked = caseId && askedOf(db, caseId).find(({ id }) => id === overrideId)
  if (!asked) throw new Refused('override/gone')
  if (asked.answer) throw new Refused('override/answered')
  return asked
}

/** @throws Refused `override/item-left`, `override/changed-since` */
function mustBeTheSame(context: QueryContext, { itemId, of }: OverrideAsking): void {
  const item = itemOf(context, itemId)
  if (item.left) throw new Refused('override/item-left')
  if (item.content !== of) throw new Refused('override/changed-since')
}

/** Why whoever is at the desk cannot answer an asking, or `null`. Whoever asked may take it back. */
const mayAnswer = (context: QueryContext, asking: OverrideAsking, grants: boolean): RefusalCode | null =>
  !grants && asking.by === context.actor ? null : mayGrantOverride(atDesk(context), askerOf(asking))

function keepAnswer(
  context: CommandContext,
  { id: overrideId, caseId }: OverrideAsking,
  answer: Omit<OverrideAnswer, 'at'>,
): null {
  answers.insert(context.db, { ...answer, id: context.newId(), caseId, overrideId, at: context.now })
  changed(context, caseId)
  context.because(answer.words)
  return null
}

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

function viewOf(context: QueryContext, item: Item): OverrideView {
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
        same: asked.of === content,
        cannotAnswer: mayAnswer(context, asked, true),
        replies: repliesTo(context, asked),
      })),
  }
}

/** Everything that waits for whoever is at the desk and is still the same. */
const waitingFor = (context: QueryContext): WaitingOverride[] =>
  unanswered(context.db).flatMap(asked => {
    if (mayAnswer(context, asked, true) !== null) return []
    const item = itemOf(context, asked.itemId)
    if (item.left || item.content !== asked.of) return []
    const { id: overrideId, caseId, itemId, by, reason, at } = asked
    const code = cases.byId(context.db, caseId)?.code ?? ''
    return [{ overrideId, caseId, itemId, ...labelOf(context.db, itemId), code, by, reason, at }]
  })

/** The answer a reply gives. @throws Refused `override/no-such-answer`, `override/needs-two` */
function answerOf(context: QueryContext, asked: Asked, briefId: BriefId): Omit<OverrideAnswer, 'at'> {
  const brief = briefs.byId(context.db, briefId)
  if (brief?.caseId !== asked.caseId) throw new Refused('override/no-such-answer')
  const said = replyTo(asked, brief)
  if (typeof said === 'string') throw new Refused(said)
  return { ...said, briefId }
}

export const overrideHandlers: HandlersFor<'override'> = {
  'override.view': (context, { itemId }) => viewOf(context, itemOf(context, itemId)),

  'override.ask': (context, draft) => {
    const { db, actor: by, now: at } = context
    const item = itemOf(context, draft.itemId)
    const { gate, caseId, content: of, result } = item
    const findings = findingsOf(result, draft.keys)
    const liftable = liftableOf(gate, result)
    const no = mayAsk(context, item, findings) ?? lacksOf({ ...draft, gate })
    if (no) throw new Refused(no)
    if (!draft.keys.every(key => liftable.includes(key))) throw new Refused('override/not-these-lines')
    const asking: OverrideAsking = {
      ...draft,
      id: OverrideId.parse(context.newId()),
      caseId,
      gate,
      of,
      by,
      at,
      code: OverrideCode.parse(
        shortCode(
          'OV',
          context.random,
          askings.all(db).map(({ code }) => code),
        ),
      ),
      personIds: peopleIn(item, draft.keys),
      findings: findings.filter(one => liftedBy([{ gate }], one)),
      duties: (['focal_point', 'head_of_presence'] as const).filter(duty => context.duties.includes(duty)),
    }
    askings.insert(db, asking)
    if (gate === 'G5') keepAnswer(context, asking, { by, grants: true, words: draft.reason, briefId: null })
    changed(context, caseId)
    context.because(draft.reason)
    return { overrideId: asking.id, code: asking.code }
  },

  'override.answer': (context, { overrideId, grants, words }) => {
    const asked = waitingOne(context, overrideId)
    const no = mayAnswer(context, asked, grants)
    if (no) throw new Refused(no)
    if (grants) mustBeTheSame(context, asked)
    return keepAnswer(context, asked, { by: context.actor, grants, words, briefId: null })
  },

  'override.answerByReply': (context, { overrideId, briefId }) => {
    const asked = waitingOne(context, overrideId)
    const answer = answerOf(context, asked, briefId)
    if (answer.grants) mustBeTheSame(context, asked)
    return keepAnswer(context, asked, answer)
  },

  'override.waiting': context => waitingFor(context).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
}
