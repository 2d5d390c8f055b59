import type { CaseLine } from '../../shared/case/model.ts'
import { listedTracks, situationOf } from '../../shared/case/rules.ts'
import type { CaseContent } from '../../shared/case/rules.ts'
import type { CaseId, Day, Instant } from '../../shared/model.ts'
import { acts } from '../act/repository.ts'
import { allBriefSummaries } from '../brief/repository.ts'
import { urgentCases } from '../case/courseRepository.ts'
import { cases } from '../case/repository.ts'
import { consentEvents, consents, talks } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { persons } from '../person/repository.ts'
import { riskEvents, risks } from '../risk/repository.ts'

type Listed = Pick<
  CaseContent,
  | 'case'
  | 'persons'
  | 'acts'
  | 'consents'
  | 'talks'
  | 'consentEvents'
  | 'risks'
  | 'events'
  | 'briefs'
  | 'now'
  | 'today'
> & { readonly urgent: boolean }

/** Every case as one line, the most recently changed first. One query a table, whatever the number of cases. */
export function caseList(
  db: ReadDb,
  { now, today }: { readonly now: Instant; readonly today: Day },
): CaseLine[] {
  const personsOf = byCase(persons.all(db))
  const actsOf = byCase(acts.all(db))
  const consentsOf = byCase(consents.all(db))
  const talksOf = byCase(talks.all(db))
  const consentEventsOf = byCase(consentEvents.all(db))
  const risksOf = byCase(risks.all(db))
  const eventsOf = byCase(riskEvents.all(db))
  const briefsOf = byCase(allBriefSummaries(db))
  const files = cases.all(db).toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  const urgent = urgentCases(db)
  return files.map(file =>
    lineOf({
      case: file,
      urgent: urgent.has(file.id),
      persons: personsOf(file.id),
      acts: actsOf(file.id),
      consents: consentsOf(file.id),
      talks: talksOf(file.id),
      consentEvents: consentEventsOf(file.id),
      risks: risksOf(file.id),
      events: eventsOf(file.id),
      briefs: briefsOf(file.id),
      now,
      today,
    }),
  )
}

/** Rows by the case they belong to, in their own order. */
export function byCase<T extends { readonly caseId: CaseId }>(
  rows: readonly T[],
): (caseId: CaseId) => readonly T[] {
  const groups = Map.groupBy(rows, row => row.caseId)
  return caseId => groups.get(caseId) ?? []
}

function lineOf(listed: Listed): CaseLine {
  const { case: file, briefs } = listed
  const { consent, risk } = listedTracks(listed)
  const current = listed.persons.flatMap(person => situationOf(listed.risks, person.id) ?? [])
  const worst = current.toSorted((a, b) => score(b) - score(a))[0]
  return {
    id: file.id,
    code: file.code,
    state: file.state,
    urgent: listed.urgent,
    danger: file.danger,
    persons: listed.persons.length,
    acts: listed.acts.length,
    band: worst?.band ?? null,
    differs: current.some(one => one.differs),
    risk,
    consent,
    waiting: waitingOf(briefs),
    startedAt: file.startedAt,
    changedAt: file.changedAt,
  }
}

const score = (risk: { readonly residualLikelihood: number; readonly residualImpact: number }) =>
  risk.residualLikelihood * risk.residualImpact

function waitingOf(briefs: Listed['briefs']): CaseLine['waiting'] {
  if (briefs.some(brief => brief.state === 'decided')) return 'decided'
  return briefs.some(brief => brief.state === 'sent') ? 'brief-sent' : null
}
