import type { CaseView } from '../shared/case/model.ts'
import type { Finding } from '../shared/gate/model.ts'
import type { OverrideItemKind, OverrideLine } from '../shared/override/model.ts'
import { aboutOf } from './outward.ts'
import { placeOf } from './part.ts'
import type { Text } from './text.tsx'

/** The part of a case that holds each kind of thing that may leave. */
export const overridePart = { brief: 'brief', action: 'actions' } as const satisfies Record<
  OverrideItemKind,
  string
>

/** What an override is for, by its code. */
export const itemName = (text: Text, { kind, label }: Pick<OverrideLine, 'kind' | 'label'>): string =>
  kind === 'brief' ? text('brief.one', { copy: label }) : text('override.action', { label })

/** The address of what an override is for, or of the page of its overrides. */
export const itemPlace = (
  view: CaseView,
  { kind, itemId }: Pick<OverrideLine, 'kind' | 'itemId'>,
  page = '',
): string => [placeOf(view, overridePart[kind], itemId), ...(page === '' ? [] : [page])].join('/')

/** What an override stands in for, each once: what is missing, and what somebody said and when. */
export function lacksIn(text: Text, view: CaseView, findings: readonly Finding[]): string[] {
  const sentences = findings.map(finding => {
    const answer = view.consents.find(({ id }) => id === finding.consentId)
    const day = answer ? text.day(answer.decidedOn) : ''
    return text(`override.lack.${finding.reason}`, { about: aboutOf(view, finding), day })
  })
  return [...new Set(sentences)]
}
