import { OverrideId } from '../../shared/model.ts'
import type { BriefId, PersonId } from '../../shared/model.ts'
import { liftedBy } from '../../shared/gate/override.ts'
import { OverrideCode } from '../../shared/override/model.ts'
import type { OverrideAnswer, OverrideAsking, OverrideDraft } from '../../shared/override/model.ts'
import { findingsOf, lacksOf, liftableOf, replyTo } from '../../shared/override/rules.ts'
import { Refused } from '../../shared/refusal.ts'
import { briefs } from '../brief/repository.ts'
import { changed } from '../case/repository.ts'
import { consents } from '../consent/repository.ts'
import { itemOf } from '../gate/outgoing.ts'
import type { Item } from '../gate/outgoing.ts'
import { shortCode } from '../gate/shortCode.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { answers, askedOf, askings } from './repository.ts'
import type { Asked } from './repository.ts'
import { isAsAsked, mayAnswer, mayAsk, viewOf, waitingFor } from './view.ts'

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
function mustBeTheSame(context: QueryContext, asking: OverrideAsking): void {
  const item = itemOf(context, asking.itemId)
  if (item.left) throw new Refused('override/item-left')
  if (!isAsAsked(context, asking, item.content)) throw new Refused('override/changed-since')
}

function keepAnswer(
  context: CommandContext,
  { id: overrideId, caseId }: OverrideAsking,
  answer: Omit<OverrideAnswer, 'at' | 'byFile'>,
): null {
  answers.insert(context.db, { ...answer, id: context.newId(), caseId, overrideId, at: context.now })
  changed(context, caseId)
  context.because(answer.words)
  return null
}

/** The answer a reply gives. @throws Refused `override/no-such-answer`, `override/needs-two` */
function answerOf(
  context: QueryContext,
  asked: Asked,
  briefId: BriefId,
): Omit<OverrideAnswer, 'at' | 'byFile'> {
  const brief = briefs.byId(context.db, briefId)
  if (brief?.caseId !== asked.caseId) throw new Refused('override/no-such-answer')
  const said = replyTo(asked, brief)
  if (typeof said === 'string') throw new Refused(said)
  return { ...said, briefId }
}

/**
 * Takes what a colleague answered by file for the answer. Who they are and that they may was decided before.
 *
 * @throws Refused `override/gone`, `override/answered`, `override/item-left`, `override/changed-since`
 */
export function answerByFile(
  context: CommandContext,
  overrideId: OverrideId,
  answer: Pick<OverrideAnswer, 'by' | 'grants' | 'words'>,
): null {
  const asked = waitingOne(context, overrideId)
  if (answer.grants) mustBeTheSame(context, asked)
  return keepAnswer(context, asked, { ...answer, briefId: null })
}

const two = ['focal_point', 'head_of_presence'] as const

/** What is kept of an asking: for the item as it is now, with everything it would stand in for. */
function askingFor(context: CommandContext, item: Item, draft: OverrideDraft): OverrideAsking {
  const { caseId, gate, content: of, result } = item
  const taken = askings.all(context.db).map(({ code }) => code)
  return {
    ...draft,
    id: OverrideId.parse(context.newId()),
    caseId,
    gate,
    of,
    by: context.actor,
    at: context.now,
    code: OverrideCode.parse(shortCode('OV', context.random, taken)),
    personIds: peopleIn(item, draft.keys),
    findings: findingsOf(result, draft.keys).filter(one => liftedBy([{ gate }], one)),
    duties: two.filter(duty => context.duties.includes(duty)),
    answersBefore: consents.ofCase(context.db, caseId).length,
  }
}

export const overrideHandlers: HandlersFor<'override'> = {
  'override.view': (context, { itemId }) => viewOf(context, itemOf(context, itemId)),

  'override.ask': (context, draft) => {
    const item = itemOf(context, draft.itemId)
    const { gate, result } = item
    const no = mayAsk(context, item, findingsOf(result, draft.keys)) ?? lacksOf({ ...draft, gate })
    if (no) throw new Refused(no)
    const liftable = liftableOf(gate, result)
    if (!draft.keys.every(key => liftable.includes(key))) throw new Refused('override/not-these-lines')
    const asking = askingFor(context, item, draft)
    const { id: overrideId, caseId, code, by, reason } = asking
    askings.insert(context.db, asking)
    if (gate === 'G5') keepAnswer(context, asking, { by, grants: true, words: reason, briefId: null })
    changed(context, caseId)
    context.because(reason)
    return { overrideId, code }
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
