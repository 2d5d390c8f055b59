import type { CaseView } from '../../shared/case/model.ts'
import { contactIsLost, type CheckInTrack } from '../../shared/plan/checkIn.ts'
import { useText } from '../text.tsx'
import { placeOf } from '../part.ts'
import { Link, Notice, Stack } from '../ui/index.ts'
import { Ladder } from './Ladder.tsx'
import type { ProtectionProps } from './planText.ts'

/** A check-in that is due, was missed, or brought a word of distress: what to do now, step by step as agreed. */
export function CheckInAlarm({ view, person, track }: ProtectionProps & { readonly track: CheckInTrack }) {
  const text = useText()
  const code = person.label
  const plan = view.protection.checkInPlans.find(({ id }) => id === person.id)
  if (!plan) return null
  if (track.is === 'due')
    return (
      <Notice tone="care" title={text('plan.checkIn.due', { code })}>
        {text('plan.checkIn.dueHow', { moment: text.moment(plan.nextDue) })}
      </Notice>
    )
  const title =
    track.is === 'missed'
      ? text('plan.checkIn.missed', { code, times: track.times })
      : text('plan.checkIn.distress', { code })
  return (
    <Notice tone="stop" title={title} live>
      <Stack gap={12}>
        <span>{text('plan.checkIn.notBlindly')}</span>
        <Ladder plan={plan} track={track} />
        {contactIsLost(plan, track) && <Lost view={view} />}
      </Stack>
    </Notice>
  )
}

/** No word after the last step that was agreed: what that means, and the hold that is proposed. */
function Lost({ view }: { readonly view: CaseView }) {
  const text = useText()
  const held = !view.moves.some(({ to }) => to === 'on_hold')
  return (
    <>
      <span>{text(held ? 'plan.checkIn.lostHeld' : 'plan.checkIn.lost')}</span>
      {!held && (
        <Link href={`${placeOf(view, 'move', 'on_hold')}/contact_lost`}>{text('plan.checkIn.hold')}</Link>
      )}
    </>
  )
}
