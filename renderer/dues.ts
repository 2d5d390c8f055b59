import type { Done } from '../shared/case/clockModel.ts'
import type { Due, DueKind } from '../shared/case/due.ts'
import type { CaseId } from '../shared/model.ts'
import type { Text } from './text.tsx'

/** What is settled when a person notes that it was done; everything else is settled by doing it. */
const settledBy: Readonly<Partial<Record<DueKind, Done>>> = {
  contact: 'contacted',
  'minimal-review': 'basis-written',
  'case-review': 'case-reviewed',
  'follow-up': 'followed-up',
}

/** Parts of which one item is meant. */
const ofItems: readonly Due['part'][] = ['brief', 'consent', 'actions']

/** The page of an action on which it is settled, where it is one page alone. */
const pageOf: Readonly<Partial<Record<DueKind, string>>> = {
  'action-owner': 'change',
  'action-adequacy': 'adequacy',
  'action-follow-up': 'effect',
}

/** The address of the place that resolves a due thing. */
export function placeOfDue(caseId: CaseId, { kind, part, personId, item }: Due): string {
  const noted = settledBy[kind]
  const person = personId !== null && part !== 'persons' ? `person-${personId}` : ''
  const about = ofItems.includes(part) ? item || person : person
  const places = noted
    ? ['dues', item === '' ? noted : `${noted}-${item}`]
    : [part ?? '', about, pageOf[kind] ?? '']
  return ['/case', caseId, ...places].filter(step => step !== '').join('/')
}

/** What is to be done, about whom or what when it is about one person or action, and who does it when one officer was asked to. */
export const dueWords = (text: Text, { kind, label, owner }: Due, person: string | null): string => {
  const what = text(`due.${kind}`)
  const code = person ?? label
  const about = code === '' ? what : text('due.about', { code, what })
  return owner === null ? about : text('due.owner', { what: about, owner })
}

/** When it was, or is, to be done by. */
export const endWords = (text: Text, { at, on }: Due): string =>
  at === null ? text.day(on ?? '') : text.moment(at)

/** Since when it is overdue, or by when it is to be done. */
export const whenWords = (text: Text, due: Due): string =>
  text(due.overdue ? 'due.since' : 'due.by', { when: endWords(text, due) })
