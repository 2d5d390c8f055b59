import type { ReactNode } from 'react'
import type { MoveDetails } from '../../shared/case/course.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { CasePage } from '../CasePage.tsx'
import { useDo, useLeave } from '../FormPage.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Notice } from '../ui/index.ts'
import { ClosureForm } from './ClosureForm.tsx'
import { HoldForm, NoActionForm, ReferralForm, ReopenForm } from './moveForms.tsx'
import { moveMeans, moveName, useMayMove } from './moveWords.ts'

/** What the form of a move is given. */
export interface MoveFormProps {
  readonly view: CaseView
  /** What the main button says. */
  readonly save: string
  readonly back: string
  /** The key of what is typed and not yet recorded. */
  readonly draft: string
  readonly onMove: (reason: string, details: MoveDetails) => Promise<boolean>
}

const forms: Readonly<Record<MoveDetails['asks'], (props: MoveFormProps) => ReactNode>> = {
  hold: HoldForm,
  referral: ReferralForm,
  closure: ClosureForm,
  'no-action': NoActionForm,
  reopen: ReopenForm,
}

/** A move that asks for more than a reason, on a page of its own. */
export function MovePage({ view, to }: { readonly view: CaseView; readonly to: string }) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const mayMove = useMayMove(view)
  const move = view.moves.find(one => one.to === to)
  const refusal = !move
    ? 'case/no-such-move'
    : move.blockedBy.length > 0
      ? 'case/move-blocked'
      : mayMove(move)
  if (!move || move.asks === null || refusal)
    return (
      <CasePage view={view} title={text('case.moves')}>
        <Notice tone="stop">{text.refusal({ code: refusal ?? 'case/no-such-move' })}</Notice>
      </CasePage>
    )
  const back = placeOf(view)
  const onMove = async (reason: string, details: MoveDetails) => {
    const moved = await done('case.move', { caseId: view.case.id, to: move.to, reason, details })
    if (moved) leave(back, text('case.moved', { state: text(`case.state.${move.to}`) }))
    return moved
  }
  const Asked = forms[move.asks]
  const name = moveName(text, view, move.to)
  return (
    <CasePage view={view} title={name} lead={moveMeans(text, view, move.to)}>
      <Asked view={view} save={name} back={back} draft={`case:move:${view.case.id}:${to}`} onMove={onMove} />
    </CasePage>
  )
}
