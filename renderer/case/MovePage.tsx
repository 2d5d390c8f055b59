import type { ReactNode } from 'react'
import type { MoveDetails } from '../../shared/case/course.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { CasePage } from '../CasePage.tsx'
import { useDo, useLeave } from '../FormPage.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ClosureForm } from './ClosureForm.tsx'
import { HoldForm, NoActionForm, PlainForm, ReferralForm, ReopenForm } from './moveForms.tsx'
import { moveMeans, moveName, useMayMove } from './moveWords.ts'

/** What the form of a move is given. */
export interface MoveFormProps {
  readonly view: CaseView
  /** What the main button says. */
  readonly save: string
  readonly back: string
  /** The key of what is typed and not yet recorded. */
  readonly draft: string
  /** What a proposal that led here suggests, as a code of the form; `null` for none. */
  readonly suggested: string | null
  readonly onMove: (reason: string, details?: MoveDetails) => Promise<boolean>
}

const forms: Readonly<Record<MoveDetails['asks'], (props: MoveFormProps) => ReactNode>> = {
  hold: HoldForm,
  referral: ReferralForm,
  closure: ClosureForm,
  'no-action': NoActionForm,
  reopen: ReopenForm,
}

interface MovePageProps {
  readonly view: CaseView
  readonly to: string
  readonly suggested: string | null
}

/** A move on a page of its own: what it means, why, and what else it asks for. */
export function MovePage({ view, to, suggested }: MovePageProps) {
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
  if (!move || refusal)
    return (
      <CasePage view={view} title={text('case.moves')}>
        <RefusalNotice refusal={{ code: refusal ?? 'case/no-such-move' }} />
      </CasePage>
    )
  const back = placeOf(view)
  const onMove = async (reason: string, details?: MoveDetails) => {
    const asked = { caseId: view.case.id, to: move.to, reason }
    const moved = await done('case.move', details ? { ...asked, details } : asked)
    if (moved) leave(back, text('case.moved', { state: text(`case.state.${move.to}`) }))
    return moved
  }
  const Asked = move.asks === null ? PlainForm : forms[move.asks]
  const name = moveName(text, view, move.to)
  return (
    <CasePage view={view} title={name} lead={moveMeans(text, view, move.to)}>
      <Asked
        view={view}
        save={name}
        back={back}
        draft={`case:move:${view.case.id}:${to}`}
        suggested={suggested}
        onMove={onMove}
      />
    </CasePage>
  )
}
