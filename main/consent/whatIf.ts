import { linesTold } from '../../shared/action/rules.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import type { Hypothetical, WhatIf } from '../../shared/consent/whatIf.ts'
import type { LineVerdict } from '../../shared/gate/model.ts'
import { gate } from '../../shared/gate/rules.ts'
import { ConsentId } from '../../shared/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { judge } from '../action/judge.ts'
import { actions } from '../action/repository.ts'
import { contentOf } from '../brief/assemble.ts'
import { briefs } from '../brief/repository.ts'
import type { BriefRow } from '../brief/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { standingFor } from '../gate/standing.ts'
import type { QueryContext } from '../handler.ts'
import { caseView } from '../views/caseView.ts'

interface Asked {
  readonly caseId: CaseId
  readonly draft: Hypothetical
}

type ItemIf = WhatIf['items'][number]
type Verdict = LineVerdict['verdict'] | undefined

/** One thing that has not left: to whom, and what the gate says of each of its lines under these answers. */
interface Unsent extends Omit<ItemIf, 'lines' | 'sameAddress'> {
  readonly lines: readonly BriefLine[]
  judge(log: readonly ConsentDecision[]): readonly LineVerdict[]
}

/** What one more answer would change in everything that has not left: the gate asked twice, nothing recorded. */
export function whatIf(context: QueryContext, { caseId, draft }: Asked): WhatIf {
  const { db, now, today } = context
  const content = caseView(db, { caseId, now, today })
  const imagined = [...content.consents, asAnswer(draft, context, caseId)]
  const all = [...plannedActions(db, content), ...unsentBriefs(db, content, draft.personId)]
  return {
    items: all.map(({ judge: verdictsOn, lines, ...item }) => {
      const [before, after] = [verdictsOn(content.consents), verdictsOn(imagined)]
      return {
        ...item,
        sameAddress: isSameAddress(item, draft),
        lines: lines
          .map((line, at) => ({ line, now: before[at]?.verdict, would: after[at] }))
          .filter(({ line }) => line.personIds.includes(draft.personId))
          .flatMap(one => lineIf(one)),
      }
    }),
  }
}

type Address = Pick<ItemIf, 'purpose' | 'recipient' | 'channel'>

const isSameAddress = (one: Address, other: Address) =>
  one.purpose === other.purpose && one.recipient === other.recipient && one.channel === other.channel

const addressOf = ({ purpose, recipient, channel }: Address): Address => ({ purpose, recipient, channel })

function lineIf({
  line: { key, fact, label, about },
  now,
  would,
}: {
  readonly line: BriefLine
  readonly now: Verdict
  readonly would: LineVerdict | undefined
}): ItemIf['lines'] {
  if (!now || !would) return []
  return [{ key, fact, label, about, now, would: would.verdict, findings: would.findings }]
}

function plannedActions(db: ReadDb, content: CaseView): Unsent[] {
  const all = linesOf(content)
  const planned = new Set(content.actions.filter(({ stage }) => stage === 'planned').map(({ id }) => id))
  return actions
    .ofCase(db, content.case.id)
    .filter(({ id }) => planned.has(id))
    .map(action => ({
      kind: 'action',
      itemId: action.id,
      code: action.label,
      toRole: action.draft.to,
      ...addressOf(action.draft),
      lines: linesTold(all, action.draft),
      judge: log => judge(db, { action, content: { ...content, consents: [...log] }, all }).result.lines,
    }))
}

function unsentBriefs(db: ReadDb, content: CaseView, personId: PersonId): Unsent[] {
  const lines = linesOf(content)
  const judgeBrief = ({ id, draft, approval, author }: BriefRow, log: readonly ConsentDecision[]) =>
    gate({
      ...standingFor(db, {
        content: { ...content, consents: [...log] },
        item: { id, personIds: [personId], keys: [], hasSafetyReason: false },
      }),
      gate: 'G5',
      isPackage: true,
      ...addressOf(draft),
      lines,
      withheld: draft.withheld,
      conditionsMet: draft.conditionsMet,
      approval,
      author,
      fingerprint: '',
      content: contentOf({ draft }, lines),
    }).lines
  return briefs
    .ofCase(db, content.case.id)
    .filter(({ sent }) => !sent)
    .map(brief => ({
      kind: 'brief',
      itemId: brief.id,
      code: brief.copy,
      toRole: brief.draft.forRole,
      ...addressOf(brief.draft),
      lines,
      judge: log => judgeBrief(brief, log),
    }))
}

/** An id that no answer has: those are random, this one is all zeros. */
const nobodys = ConsentId.parse('00000000-0000-0000-0000-000000000000')

/** The answer as if it had been given now: plain, for good, in a talk that lacked nothing. */
const asAnswer = (
  draft: Hypothetical,
  { now, today }: Pick<QueryContext, 'now' | 'today'>,
  caseId: CaseId,
): ConsentDecision => ({
  ...draft,
  id: nobodys,
  caseId,
  talkId: null,
  reviewWhen: [],
  form: { none: 'unknown' },
  givenBy: { none: 'unknown' },
  decidedOn: today,
  askedBy: '-',
  language: { none: 'unknown' },
  interpreter: { none: 'unknown' },
  risksExplained: { none: 'unknown' },
  conditions: [],
  validUntil: null,
  reviewOn: null,
  evidence: '',
  recordedAt: now,
})
