import type { Due, DueLine } from '../case/due.ts'
import { isAtOnce } from '../case/dues.ts'
import { dayAt, dayMs, instantAt, msOf, numberOf, type LineTime } from './time.ts'

/** By a moment; by the end of a day; or for today, whatever day it is. */
export const by = { moment: 0, day: 1, today: 2 } as const
type By = (typeof by)[keyof typeof by]

/** A due thing as it is kept in the order of all of them. */
export interface DueRow {
  readonly byDay: By
  /** 1 for what may mean harm today, which comes before what has waited longer. */
  readonly press: 0 | 1
  /** When it is to be done by, in milliseconds: the moment, or the last of the day; 0 for today. */
  readonly ends: number
  /** Everything else of it, as JSON. */
  readonly said: string
}

type Said = readonly [
  Due['kind'],
  Due['personId'],
  DueLine['person'],
  Due['part'],
  Due['item'],
  Due['label'],
  Due['owner'],
  number | null,
]

const endsOf = ({ kind, at, on }: Due): Pick<DueRow, 'byDay' | 'ends'> => {
  if (kind === 'consent-event') return { byDay: by.today, ends: 0 }
  if (at !== null) return { byDay: by.moment, ends: msOf(at) }
  return { byDay: by.day, ends: on === null ? 0 : (numberOf(on) + 1) * dayMs - 1 }
}

/** A due thing as it is kept. @param person the label of whom it is about. */
export function dueRow(due: Due, person: string | null): DueRow {
  const { kind, personId, part, item, label, owner, since } = due
  const said: Said = [kind, personId, person, part, item, label, owner, since && msOf(since)]
  return { ...endsOf(due), press: isAtOnce(kind) ? 1 : 0, said: JSON.stringify(said) }
}

/** Whether it is past its moment, or its day is over. */
export const isOver = ({ byDay, ends }: Pick<DueRow, 'byDay' | 'ends'>, { now, today }: LineTime): boolean =>
  byDay === by.moment ? ends < now : byDay === by.day && ends < today * dayMs

/** The due thing that was kept, at a time. */
export function dueOf(row: DueRow, time: LineTime): Omit<DueLine, 'caseId' | 'code'> {
  const [kind, personId, person, part, item, label, owner, since] = JSON.parse(row.said) as Said
  return {
    kind,
    personId,
    part,
    item,
    label,
    owner,
    since: since === null ? null : instantAt(since),
    at: row.byDay === by.moment ? instantAt(row.ends) : null,
    on:
      row.byDay === by.moment
        ? null
        : dayAt(row.byDay === by.today ? time.today : Math.floor(row.ends / dayMs)),
    overdue: isOver(row, time),
    person,
  }
}
