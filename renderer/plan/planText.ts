import { checkInsWith } from '../../shared/case/protection.ts'
import { situationOf } from '../../shared/case/rules.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { CheckInTrack } from '../../shared/plan/checkIn.ts'
import type { Person } from '../../shared/person/model.ts'
import type { Plan, PlanState } from '../../shared/plan/model.ts'
import { placeOf } from '../part.ts'
import type { Standing } from '../ui/index.ts'

/** What every page and section of protection is given. */
export interface ProtectionProps {
  readonly view: CaseView
  readonly person: Person
}

/** The plan of one person. */
export const planFor = (view: CaseView, person: Person): Plan | undefined =>
  view.protection.plans.find(({ id }) => id === person.id)

/** Where a task of protection for one person is. */
export const taskOf = ({ view, person }: ProtectionProps, task: string, item = ''): string =>
  placeOf(view, 'protection', [task, person.id, item].filter(step => step !== '').join('-'))

/** Where the check-ins with one person stand now. */
export const trackOf = ({ view, person }: ProtectionProps) =>
  checkInsWith(view.protection, { personId: person.id, now: view.now })

/** Whether check-ins ask for something now. */
export const isPressing = ({ is }: CheckInTrack): boolean => is !== 'none' && is !== 'waiting'

const urgency = ['distress', 'missed', 'due'] as const

/** The person whose check-ins ask most urgently for something now. */
export const mostPressing = (view: CaseView): Person | undefined =>
  urgency
    .map(is => view.persons.find(person => trackOf({ view, person }).is === is))
    .find(person => person !== undefined)

/** What speaks of a clear threat to one person. */
export const dangerTo = ({ view, person }: ProtectionProps) => ({
  danger: view.case.danger,
  risk: situationOf(view.risks, person.id),
})

/** How the state of a plan looks. */
export const planStandings: Readonly<Record<PlanState, Standing>> = {
  drafted: 'in-progress',
  agreed: 'in-progress',
  active: 'done',
  reviewed: 'done',
}

/** The answers of a plan that are words, in the order of the page. */
export const planWords = ['kit', 'dependants', 'devices', 'legal', 'ifArrested'] as const
