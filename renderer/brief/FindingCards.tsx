import type { CaseView } from '../../shared/case/model.ts'
import type { Finding } from '../../shared/gate/model.ts'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { BlockCard, Stack, type Way } from '../ui/index.ts'
import { briefPlace, type StepPageProps } from './step.ts'

/** What stops the brief as a whole: each with its reason, who can resolve it, and the way there. */
export function FindingCards({
  view,
  brief,
  findings,
}: StepPageProps & { readonly findings: readonly Finding[] }) {
  const text = useText()
  if (findings.length === 0) return null
  return (
    <Stack gap={12}>
      {findings.map(finding => (
        <BlockCard
          key={`${finding.reason} ${finding.personId}`}
          what={text('brief.stopped')}
          reason={reasonOf(text, view, finding)}
          who={text(`brief.who.${finding.place}`)}
          way={finding.reason === 'nothing-to-say' ? undefined : wayTo(text, { view, brief, finding })}
        />
      ))}
    </Stack>
  )
}

/** The neutral code of whom a finding is about; empty when it is about nobody. */
export const aboutOf = (view: CaseView, { personId }: Finding): string =>
  view.persons.find(person => person.id === personId)?.label ?? ''

/** The reason as a sentence, with the person it is about. */
export function reasonOf(text: Text, view: CaseView, finding: Finding): string {
  const about = aboutOf(view, finding)
  const sentence = text(`gate.${finding.reason}`)
  return about === '' ? sentence : text('brief.reasonAbout', { about, sentence })
}

interface Place extends StepPageProps {
  readonly finding: Finding
}

/** The place that resolves a finding. */
export function wayTo(text: Text, { view, brief, finding: { place, personId } }: Place): Way {
  return { label: text(`brief.goTo.${place}`), href: addressOf({ view, brief }, place, personId) }
}

function addressOf(page: StepPageProps, place: Finding['place'], personId: string | null): string {
  const { view } = page
  switch (place) {
    case 'consent':
      return placeOf(view, 'consent', personId ? `new-${personId}` : '')
    case 'risk':
      return placeOf(view, 'risk', personId ? `new-${personId}` : '')
    case 'hold':
      return placeOf(view)
    case 'persons':
    case 'intake':
    case 'scope':
    case 'verification':
      return placeOf(view, place)
    case 'harm':
      return briefPlace(page, 'harm')
    case 'approval':
      return briefPlace(page, 'approve')
    case 'publication':
    case 'brief':
      return briefPlace(page, 'say')
  }
}
