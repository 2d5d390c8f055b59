import type { CaseView } from '../shared/case/model.ts'

/** What every part of a case is given: the case, and which of its items is asked for (`new`, an id, or none). */
export interface PartProps {
  readonly view: CaseView
  readonly item: string | null
}

/** The address of a part of a case, or of one item in it. */
export const placeOf = (view: CaseView, part = '', item = ''): string =>
  ['/case', view.case.id, part, item].filter(step => step !== '').join('/')
