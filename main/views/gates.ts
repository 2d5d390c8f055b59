import { gateLines } from '../../shared/case/gates.ts'
import type { GateLine, Planned } from '../../shared/case/gates.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { CaseId } from '../../shared/model.ts'
import { judge } from '../action/judge.ts'
import { actions } from '../action/repository.ts'
import { assemble } from '../brief/assemble.ts'
import { briefs } from '../brief/repository.ts'
import type { QueryContext } from '../handler.ts'
import { assemble as assemblePaper } from '../paper/assemble.ts'
import { papers } from '../paper/repository.ts'
import { assemble as assembleShare } from '../share/assemble.ts'
import { shares } from '../share/repository.ts'
import { caseView } from './caseView.ts'

/** Every gate of a case, with what was planned and has not left judged as it stands now. */
export function gatesOf(context: QueryContext, caseId: CaseId): GateLine[] {
  const { db, now, today } = context
  const view = caseView(db, { caseId, now, today })
  return gateLines(view, [
    ...plannedActions(context, view),
    ...unsentBriefs(context, caseId),
    ...keptPapers(context, view),
    ...unsentShares(context, caseId),
  ])
}

function plannedActions({ db }: QueryContext, content: CaseView): Planned[] {
  const all = linesOf(content)
  const planned = new Set(content.actions.filter(({ stage }) => stage === 'planned').map(({ id }) => id))
  return actions
    .ofCase(db, content.case.id)
    .filter(({ id }) => planned.has(id))
    .map(action => {
      const { gateName, result } = judge(db, { action, content, all })
      return { gate: gateName, about: action.label, result, part: 'actions', item: action.id }
    })
}

const unsentBriefs = (context: QueryContext, caseId: CaseId): Planned[] =>
  briefs
    .ofCase(context.db, caseId)
    .filter(({ sent }) => sent === null)
    .map(({ id, copy }) => ({
      gate: 'G5',
      about: copy,
      result: assemble(context, id).gate,
      part: 'brief',
      item: id,
    }))

const keptPapers = (context: QueryContext, { case: { id }, persons }: CaseView): Planned[] =>
  papers
    .ofCase(context.db, id)
    .filter(({ left, printing }) => left === null && printing === null)
    .map(paper => ({
      gate: 'G5',
      about: persons.find(person => person.id === paper.personId)?.label ?? '',
      result: assemblePaper(context, paper.id).gate,
      part: 'paper',
      item: paper.id,
    }))

const unsentShares = (context: QueryContext, caseId: CaseId): Planned[] =>
  shares
    .ofCase(context.db, caseId)
    .filter(({ sent }) => sent === null)
    .map(({ id }) => {
      const { gate, colleague } = assembleShare(context, id)
      return { gate: 'G5', about: colleague.role, result: gate, part: 'share', item: id }
    })
