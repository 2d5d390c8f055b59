import { isPublic } from '../../shared/gate/needs.ts'
import { useCase } from '../openCase.ts'
import type { Outward } from '../outward.ts'
import { briefPlace, type StepPageProps } from './step.ts'
import { changeBrief, useBrief } from './useBrief.ts'

/** A brief as the pages that ask the gate show it. */
export function outwardOf({ view, brief }: StepPageProps): Outward {
  const { id, lines, gate: result, author, approval, asking, draft } = brief
  const page = { view, brief }
  const thenLoad = async (asked: Promise<unknown>) => {
    await asked
    await useBrief.getState().load(id)
    return useCase.getState().refusal === null
  }
  const { run } = useCase.getState()
  return {
    kind: 'brief',
    id,
    view,
    lines,
    result,
    author,
    approval,
    asking,
    withheld: draft.withheld,
    conditionsMet: draft.conditionsMet,
    places: {
      item: briefPlace(page),
      content: briefPlace(page, 'say'),
      harm: briefPlace(page, 'harm'),
      approval: briefPlace(page, 'approve'),
      publication: null,
      ...(isPublic(draft) ? {} : { override: `${briefPlace(page)}/override` }),
    },
    change: ({ withheld = draft.withheld, conditionsMet = draft.conditionsMet }) =>
      changeBrief(brief, { withheld: [...withheld], conditionsMet: [...conditionsMet] }),
    approve: given => thenLoad(run('brief.approve', { briefId: id, ...given })),
    ask: words => thenLoad(run('brief.askApproval', { briefId: id, words })),
    decline: words => thenLoad(run('brief.declineApproval', { briefId: id, words })),
  }
}
