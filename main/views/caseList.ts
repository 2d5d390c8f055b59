import { dues } from '../../shared/case/dues.ts'
import type { CaseLine } from '../../shared/case/model.ts'
import { listedTracks, situationOf } from '../../shared/case/rules.ts'
import type { CaseContent } from '../../shared/case/rules.ts'
import type { Day, Instant } from '../../shared/model.ts'
import { currentClocks } from '../case/clockRepository.ts'
import { cases } from '../case/repository.ts'
import { talks } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { byCase, everythingTimed } from './timed.ts'

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
> & { readonly urgent: boolean; readonly overdue: number }

/** Every case as one line, the most recently changed first. One query a table, whatever the number of cases. */
export function caseList(db: ReadDb, at: { readonly now: Instant; readonly today: Day }): CaseLine[] {
  const timedOf = everythingTimed(db)
  const talksOf = byCase(talks.all(db))
  const clocks = currentClocks(db)
  const files = cases.all(db).toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  return files.map(file => {
    const timed = { case: file, ...timedOf(file.id), ...at }
    return lineOf({
      ...timed,
      talks: talksOf(file.id),
      urgent: timed.course.urgent !== null,
      overdue: dues(timed, clocks).filter(({ overdue }) => overdue).length,
    })
  })
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
    overdue: listed.overdue,
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
