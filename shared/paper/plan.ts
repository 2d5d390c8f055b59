import type { CaseView } from '../case/model.ts'
import { valueOf } from '../model.ts'
import { protectiveActions } from '../plan/measure.ts'
import type { Measure } from '../plan/measure.ts'
import type { Plan } from '../plan/model.ts'
import { inOrder } from '../plan/rules.ts'
import type { Person } from '../person/model.ts'
import type { PlanPart } from './model.ts'
import { entry, ownEntry, phrase, word, type Entry, type Phrase } from './phrase.ts'

interface Planned {
  readonly view: Pick<CaseView, 'case' | 'protection'>
  readonly person: Person
  readonly plan: Plan
}

/**
 * A plan as it can stand on paper, part by part. Left out of every part: who sees to a measure and whom the person
 * trusts, because those are others; the sealed words, which are never on paper.
 */
export function planOnPaper({ view, person, plan }: Planned): Readonly<Record<PlanPart, readonly Entry[]>> {
  const said = (field: 'objective' | 'mustNot' | 'kit' | 'dependants' | 'devices' | 'legal' | 'ifArrested') =>
    ownEntry(valueOf(plan[field]))
  return {
    objective: said('objective'),
    wishes: ownEntry(valueOf(person.wishes)),
    mustNot: said('mustNot'),
    measures: inOrder(plan.measures, view.case.danger)
      .filter(({ measure }) => measure.status !== 'stopped')
      .map(({ measure }) => measureEntry(measure)),
    next: nextEntries({ view, person, plan }),
    kit: said('kit'),
    dependants: said('dependants'),
    devices: said('devices'),
    legal: said('legal'),
    ifArrested: said('ifArrested'),
  }
}

function measureEntry({ action, detail, trigger, due, status }: Measure): Entry {
  const known = protectiveActions.includes(action) && action !== 'other'
  const under: (Phrase | false)[] = [
    detail !== '' && known && { own: detail },
    trigger !== '' && phrase('measure.when', { trigger: { own: trigger } }),
    status === 'done' ? phrase('measure.done') : due !== null && phrase('measure.by', { day: { day: due } }),
  ]
  const words = known || detail === '' ? word('action', known ? action : 'other') : { own: detail }
  return entry(
    words,
    under.filter(one => one !== false),
  )
}

function nextEntries({ view, person, plan }: Planned): Entry[] {
  const checkIns = view.protection.checkInPlans.find(({ id }) => id === person.id)
  return [
    ...(checkIns ? [entry(phrase('next.checkIn', { hours: checkIns.everyHours }))] : []),
    ...(plan.reviewOn ? [entry(phrase('next.review', { day: { day: plan.reviewOn } }))] : []),
  ]
}
