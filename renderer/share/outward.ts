import type { CaseView } from '../../shared/case/model.ts'
import type { ShareView } from '../../shared/share/model.ts'
import { useCase } from '../openCase.ts'
import type { Outward } from '../outward.ts'
import { placeOf } from '../part.ts'
import { changeShare, useShare } from './useShare.ts'

/** What every page of one share is given. */
export interface SharePageProps {
  readonly view: CaseView
  readonly share: ShareView
}

/** The address of a share, or of one page of it. */
export const sharePlace = ({ view, share }: SharePageProps, page?: 'how' | 'harm'): string =>
  [placeOf(view, 'share', share.id), ...(page ? [page] : [])].join('/')

/** A share as the pages that ask the gate show it. Its lines are not sentences and are shown in a way of their own. */
export function outwardOf({ view, share }: SharePageProps): Outward {
  const { id: shareId, gate: result, author, approval, asking, draft } = share
  const own = sharePlace({ view, share })
  const thenLoad = async (asked: Promise<unknown>) => {
    await asked
    await useShare.getState().load(shareId)
    return useCase.getState().refusal === null
  }
  const { run } = useCase.getState()
  return {
    kind: 'share',
    id: shareId,
    view,
    lines: [],
    result,
    author,
    approval,
    asking,
    withheld: draft.withheld,
    conditionsMet: draft.conditionsMet,
    places: {
      item: own,
      content: own,
      harm: sharePlace({ view, share }, 'harm'),
      approval: own,
      publication: null,
    },
    change: ({ withheld = draft.withheld, conditionsMet = draft.conditionsMet }) =>
      changeShare(share, { withheld: [...withheld], conditionsMet: [...conditionsMet] }),
    approve: given => thenLoad(run('share.approve', { shareId, ...given })),
    ask: words => thenLoad(run('share.askApproval', { shareId, words })),
    decline: words => thenLoad(run('share.declineApproval', { shareId, words })),
  }
}
