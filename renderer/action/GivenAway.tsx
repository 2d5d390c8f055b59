import { Alikes, AnsweredAlikes, type SoundsLike } from '../Alikes.tsx'
import { LeakNotice, whereIn } from '../LeakNotice.tsx'
import { useText, type Text } from '../text.tsx'
import type { ActionPageProps } from './place.ts'
import { changeAction } from './useAction.ts'

const soundsLike = (text: Text, { view, action }: ActionPageProps): SoundsLike => ({
  alike: action.alike,
  notMeant: action.draft.notMeant ?? [],
  view,
  whereIs: where => whereIn(text, action, where),
  change: notMeant => changeAction(action, { notMeant }),
})

/** What the words of an action give away, or may: a line is left out, or its author says what is meant. */
export function GivenAway({ view, action }: ActionPageProps) {
  const text = useText()
  const { leaks, lines } = action
  const of = soundsLike(text, { view, action })
  return (
    <>
      <LeakNotice of={{ kind: 'action', leaks, lines, view }} />
      <Alikes of={of} />
      <AnsweredAlikes of={of} />
    </>
  )
}

/** What its author said of words that sound like a withheld name, to be read. */
export function SaidOfNames(props: ActionPageProps) {
  const text = useText()
  return <AnsweredAlikes of={soundsLike(text, props)} fixed />
}

/** Whether its words give something away that nobody has answered for. */
export const givesAway = ({ leaks, alike }: ActionPageProps['action']): boolean =>
  leaks.length > 0 || alike.some(({ reason }) => reason === null)
