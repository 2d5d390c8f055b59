import { useText } from '../text.tsx'
import { Link } from '../ui/index.ts'
import { actionPlace, type ActionPageProps } from './place.ts'

/** The check that was made, to be read or made again. */
export function HarmLink(props: ActionPageProps) {
  const text = useText()
  const { harmCheck } = props.action
  if (harmCheck === null) return null
  return (
    <p>
      {text('action.harmUntil', { day: text.day(harmCheck.validUntil) })}{' '}
      <Link href={actionPlace(props, 'harm')}>{text('action.harmAgain')}</Link>
    </p>
  )
}
