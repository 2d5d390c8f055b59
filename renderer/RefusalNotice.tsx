import { useCase, type Refusal } from './openCase.ts'
import { addressOf, isBefore } from './placeAddress.ts'
import { refusalPlaces } from './refusalPlace.ts'
import { useSession } from './session.ts'
import { useText } from './text.tsx'
import { Link, Notice } from './ui/index.ts'

interface RefusalNoticeProps {
  readonly refusal: Pick<Refusal, 'code' | 'facts'>
  /** Read out when it appears. */
  readonly live?: boolean | undefined
}

/** What whoever reads it did themselves: nothing is wrong. */
const asked: ReadonlySet<string> = new Set([
  'copies/stopped',
  'exchange/stopped',
  'record/check-stopped',
  'vault/rescue-stopped',
])

/** A "no": what is wrong, what to do, and the way to where it is put right, when that is somewhere else. */
export function RefusalNotice({ refusal, live }: RefusalNoticeProps) {
  const text = useText()
  const caseId = useCase(state => state.view?.case.id ?? null)
  const place = refusalPlaces[refusal.code]
  const isOpen = useSession(({ vault }) => vault?.state === 'open')
  const href = isOpen !== isBefore(place) ? addressOf(place, caseId) : null
  return (
    <Notice
      tone={asked.has(refusal.code) ? 'note' : 'stop'}
      live={live}
      actions={href === null ? undefined : <Link href={href}>{text(`refusalPlace.${place}`)}</Link>}
    >
      {text.refusal(refusal)}
    </Notice>
  )
}
