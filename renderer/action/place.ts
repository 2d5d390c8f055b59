import type { ActionView } from '../../shared/action/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { placeOf } from '../part.ts'

/** What every page of one action is given. */
export interface ActionPageProps {
  readonly view: CaseView
  readonly action: ActionView
}

/** The address of an action, or of one of its pages. */
export const actionPlace = ({ view, action }: ActionPageProps, page?: string): string =>
  [placeOf(view, 'actions', action.id), ...(page ? [page] : [])].join('/')
