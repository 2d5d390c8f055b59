import type { CaseView, NextStep } from '../../shared/case/model.ts'
import { placeOf } from '../part.ts'
import { useMayMove } from './moveWords.ts'

/** What to do now, urgent first, without the moves of the case that whoever is at the desk may not make. */
export function useNextSteps(view: CaseView): readonly NextStep[] {
  const refusalOf = useMayMove(view)
  const mayBeMade = ({ part, step }: NextStep) => {
    const move = part === null && view.moves.find(({ to }) => step === `move-${to}`)
    return !move || refusalOf(move) === null
  }
  return view.next.filter(mayBeMade).toSorted((a, b) => Number(b.urgent) - Number(a.urgent))
}

/** Steps whose place is an empty form. */
const forms: Readonly<Record<string, string>> = {
  'add-person': 'new',
  'add-engagement': 'new',
  'add-act': 'new',
  verify: 'claim-new',
  'plan-urgent-action': 'new',
}

/** Where a step is done. */
export const placeOfStep = (view: CaseView, { step, part }: NextStep): string =>
  part === null ? placeOf(view, 'move', step.slice('move-'.length)) : placeOf(view, part, forms[step] ?? '')
