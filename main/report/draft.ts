import type { Action, ActionDraft } from '../../shared/action/model.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import { ActionId } from '../../shared/model.ts'
import { reportAddress } from '../../shared/report/coverage.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import { judge } from '../action/judge.ts'
import type { QueryContext } from '../handler.ts'
import { caseView } from '../views/caseView.ts'
import type { Standing } from './cases.ts'
import { leftOut } from './entry.ts'

/** Nobody yet: a plan that is only thought of has no number. */
const nobodys = ActionId.parse('00000000-0000-4000-8000-000000000000')

/** Whom the entry goes to, as a working word; the author may change it. */
const reader = 'Secretariat of the annual report'

/**
 * The plan an entry is written into: everybody concerned, at the level the case has now, with every line left out that
 * their answers do not let out. `null` where the case has no entry.
 *
 * What was written and left out before is kept.
 */
export function draftFor(
  context: QueryContext,
  standing: Standing,
  window: ReportWindow,
): ActionDraft | null {
  const { now, action } = standing
  if (now.level !== 'named' && now.level !== 'anonymised') return null
  const isNamed = now.level === 'named'
  const before = action?.draft.entry
  const plain: ActionDraft = {
    ...(action?.draft ?? blank(window)),
    ...reportAddress,
    kind: 'sg_report_entry',
    personIds: [...standing.personIds],
    purpose: isNamed ? 'sg_report_named' : standing.coverage.anonymisedFor,
    identityLevel: isNamed ? 'full_name' : standing.coverage.identityLevel,
    facts: ['who', 'engagement', 'acts', 'perpetrators'],
    withheld: [],
    entry: {
      ordinal: window.ordinal,
      level: now.level,
      annex: before?.annex ?? standing.proposal.annex,
      state: before?.state ?? null,
      text: before?.text ?? '-',
      references: before?.references ?? [],
      reply: before?.reply ?? 'not_asked',
    },
  }
  const already = before ? (action?.draft.withheld ?? []) : []
  return { ...plain, withheld: [...new Set([...already, ...withheldIn(context, standing, plain)])] }
}

const blank = ({ submissionsUntil }: ReportWindow) => ({
  detail: '',
  to: reader,
  conditionsMet: [],
  expected: '',
  riskOfActing: '',
  riskOfNotActing: '',
  safetyReason: '',
  owner: '' as const,
  deadline: submissionsUntil,
  answerBy: null,
})

function withheldIn(context: QueryContext, { file, action }: Standing, draft: ActionDraft): string[] {
  const { db, now, today, actor: author } = context
  const content = caseView(db, { caseId: file.id, now, today })
  const thought: Action = {
    id: action?.id ?? nobodys,
    caseId: file.id,
    label: 'M0',
    author,
    draft,
    approval: null,
    startedAt: now,
    changedAt: now,
  }
  const { lines, result } = judge(db, { action: thought, content, all: linesOf(content) })
  return leftOut(lines, result)
}
