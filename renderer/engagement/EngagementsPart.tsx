import { GonePage } from '../CasePage.tsx'
import type { PartProps } from '../part.ts'
import { EngagementForm } from './EngagementForm.tsx'
import { EngagementList } from './EngagementList.tsx'

/** Contacts with the United Nations: the list, or one of them. */
export function EngagementsPart({ view, item }: PartProps) {
  if (item === null) return <EngagementList view={view} />
  if (item === 'new') return <EngagementForm view={view} engagement={null} />
  const engagement = view.engagements.find(({ id }) => id === item)
  return engagement ? (
    <EngagementForm view={view} engagement={engagement} />
  ) : (
    <GonePage view={view} code="engagement/gone" />
  )
}
