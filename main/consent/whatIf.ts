import { linesOf } from '../../shared/brief/lines.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import type { Hypothetical, WhatIf } from '../../shared/consent/whatIf.ts'
import { gate } from '../../shared/gate/rules.ts'
import { ConsentId } from '../../shared/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { briefs } from '../brief/repository.ts'
import type { BriefRow } from '../brief/repository.ts'
import { standingFor } from '../gate/standing.ts'
import type { QueryContext } from '../handler.ts'
import { caseView } from '../views/caseView.ts'

interface Asked {
  readonly caseId: CaseId
  readonly draft: Hypothetical
}

type BriefIf = WhatIf['briefs'][number]

/** What one more answer would change in each brief that has not left: the gate asked twice, nothing recorded. */
export function whatIf(context: QueryContext, { caseId, draft }: Asked): WhatIf {
  const { db, now, today } = context
  const content = caseView(db, { caseId, now, today })
  const lines = linesOf(content)
  const judge = (brief: BriefRow, log: readonly ConsentDecision[]) =>
    gate({
      ...standingFor(db, {
        content,
        item: { id: brief.id, personIds: [draft.personId], keys: [], hasSafetyReason: false },
      }),
      gate: 'G5',
      ...addressOf(brief),
      lines,
      withheld: brief.draft.withheld,
      log,
      conditionsMet: brief.draft.conditionsMet,
      approval: brief.approval,
      author: brief.author,
      fingerprint: '',
      content: '',
    }).lines
  const briefIf = (brief: BriefRow): BriefIf => {
    const nowVerdicts = judge(brief, content.consents)
    const thenVerdicts = judge(brief, [...content.consents, asAnswer(draft, context, caseId)])
    const { purpose, recipient, channel } = addressOf(brief)
    return {
      briefId: brief.id,
      copy: brief.copy,
      forRole: brief.draft.forRole,
      sameAddress: purpose === draft.purpose && recipient === draft.recipient && channel === draft.channel,
      ...addressOf(brief),
      lines: lines.flatMap((line, index) => {
        const [before, after] = [nowVerdicts[index], thenVerdicts[index]]
        if (!before || !after || !line.personIds.includes(draft.personId)) return []
        const { key, fact, label, about } = line
        return [
          { key, fact, label, about, now: before.verdict, would: after.verdict, findings: after.findings },
        ]
      }),
    }
  }
  return {
    briefs: briefs
      .ofCase(db, caseId)
      .filter(({ sent }) => !sent)
      .map(briefIf),
  }
}

const addressOf = ({ draft: { purpose, recipient, channel } }: BriefRow) => ({ purpose, recipient, channel })

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
