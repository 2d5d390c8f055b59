import { CasePage } from '../CasePage.tsx'
import { PersonSwitch } from '../PersonSwitch.tsx'
import { SafeContactCard } from '../SafeContactCard.tsx'
import { useText } from '../text.tsx'
import { Link, Section } from '../ui/index.ts'
import { CheckInAlarm } from './CheckInAlarm.tsx'
import { CheckIns } from './CheckIns.tsx'
import { PlanSection } from './PlanSection.tsx'
import { isPressing, taskOf, trackOf, type ProtectionProps } from './planText.ts'

/** What protects one person: first a check-in that was missed, then the plan, safe contact, check-ins, sealed words. */
export function PersonProtection({ view, person }: ProtectionProps) {
  const text = useText()
  const shared = { view, person }
  const track = trackOf(shared)
  const pressing = isPressing(track)
  return (
    <CasePage view={view} title={text('plan.ofPerson', { code: person.label })} lead={text('plan.lead')}>
      <PersonSwitch view={view} part="protection" current={person} />
      {pressing && <CheckInAlarm {...shared} track={track} />}
      {pressing && <CheckIns {...shared} />}
      <PlanSection {...shared} />
      <SafeContactCard {...shared} />
      {!pressing && <CheckIns {...shared} />}
      <Apart {...shared} />
    </CasePage>
  )
}

function Apart({ view, person }: ProtectionProps) {
  const text = useText()
  const kept = view.protection.wordsOf.includes(person.id)
  return (
    <Section title={text('plan.words.short')} lead={text('plan.words.lead')}>
      <div>
        <Link href={taskOf({ view, person }, 'words')}>
          {text(kept ? 'plan.words.see' : 'plan.words.add')}
        </Link>
      </div>
    </Section>
  )
}
