import { isPublic } from '../../shared/gate/needs.ts'
import { isLifeSaving } from '../../shared/gate/override.ts'
import { useCase } from '../openCase.ts'
import type { Outward } from '../outward.ts'
import { placeOf } from '../part.ts'
import { actionPlace, type ActionPageProps } from './place.ts'
import { changeAction, thenLoad } from './useAction.ts'

/** An action as the pages that ask the gate show it. */
export function outwardOf({ view, action }: ActionPageProps): Outward {
  const { id, lines, result, author, approval, asking, draft } = action
  const { withheld, conditionsMet } = draft
  const page = { view, action }
  const { run } = useCase.getState()
  return {
    kind: 'action',
    id,
    view,
    lines,
    result,
    author,
    approval,
    asking,
    withheld,
    conditionsMet,
    places: {
      item: actionPlace(page),
      content: actionPlace(page, 'change'),
      harm: actionPlace(page, 'harm'),
      approval: actionPlace(page, 'approve'),
      ask: personId => placeOf(view, 'consent', `new-${personId}-${id}`),
      publication: isPublic(draft) ? actionPlace(page, 'publication') : null,
      ...(isLifeSaving(draft.kind, draft) ? { override: actionPlace(page, 'override') } : {}),
    },
    change: now =>
      changeAction(action, {
        withheld: [...(now.withheld ?? withheld)],
        conditionsMet: [...(now.conditionsMet ?? conditionsMet)],
      }),
    approve: given => thenLoad(id, run('action.approve', { actionId: id, ...given })),
    ask: words => thenLoad(id, run('action.askApproval', { actionId: id, words })),
    decline: words => thenLoad(id, run('action.declineApproval', { actionId: id, words })),
  }
}
