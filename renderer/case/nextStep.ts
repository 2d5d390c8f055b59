import type { BriefState } from '../../shared/brief/model.ts'
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

/** Steps that are about a brief that stands so. */
const briefsThat: Readonly<Record<string, readonly BriefState[]>> = {
  'finish-brief': ['draft', 'approved'],
  'await-reply': ['sent'],
  'act-on-decision': ['decided'],
}

/** Where a step is done: a move of the case, the form, the one brief it is about, or the part. */
export function placeOfStep(view: CaseView, { step, part }: NextStep): string {
  if (part === null) return placeOf(view, 'move', step.slice('move-'.length))
  const [brief, ...more] = view.briefs.filter(({ state }) => briefsThat[step]?.includes(state))
  return placeOf(view, part, forms[step] ?? (brief && more.length === 0 ? brief.id : ''))
}
