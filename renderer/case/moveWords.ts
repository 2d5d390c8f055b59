import type { CaseState, Move } from '../../shared/case/course.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { mayMove } from '../../shared/case/moves.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import { useSession } from '../session.ts'
import type { Text } from '../text.tsx'

/** The name of a move; from some states the same move is another thing. */
export function moveName(text: Text, { case: file }: CaseView, to: CaseState): string {
  const own = `case.move.${file.state}.${to}`
  return text(text.has(own) ? own : `case.move.${file.state === 'on_hold' ? 'lift' : to}`)
}

/** What a move means; from some states the same move means something else. */
export function moveMeans(text: Text, { case: file }: CaseView, to: CaseState): string {
  const own = `case.move.${file.state}.${to}.means`
  return text(text.has(own) ? own : `case.move.${file.state === 'on_hold' ? 'lift' : to}.means`)
}

/** Who may take a step, in words: duties, and whoever handles the case by their code. */
export function whoOf(text: Text, view: CaseView, { who, notBy }: Move): string {
  const names = who.map(one => (one === 'owner' ? view.case.owner : text(`duty.${one}`)))
  const all = names.join(text('form.listComma'))
  return notBy === null ? all : text('case.move.whoBut', { who: all, but: notBy })
}

/** Why whoever is at the desk may not take a step, or `null`. */
export function useMayMove({ case: file }: CaseView): (move: Move) => RefusalCode | null {
  const vault = useSession(state => state.vault)
  return move =>
    mayMove(move, {
      role: vault?.officer ?? '',
      duties: vault?.duties ?? [],
      sole: vault?.people === 1,
      owner: file.owner,
    })
}
