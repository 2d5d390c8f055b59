import { dues } from '../case/dues.ts'
import type { Clocks } from '../case/clockModel.ts'
import type { CaseLine } from '../case/model.ts'
import { listedTracks } from '../case/rules.ts'
import type { Timed } from '../case/timed.ts'
import type { ConsentTalk } from '../consent/talk.ts'
import { dueRow, type DueRow } from './dueRow.ts'
import { momentsOf } from './moments.ts'
import { dayAt, instantAt, type LineTime } from './time.ts'

/** What the line of a case is made from. The time in it is not looked at. */
export interface LineContent extends Timed {
  readonly talks: readonly ConsentTalk[]
}

/** Due things by the number each has in its case. */
export type Numbered = ReadonlyMap<number, DueRow>

/** What time changes in a line. */
export interface Reading extends Pick<CaseLine, 'risk' | 'consent'> {
  readonly dues: Numbered
}

/** How a line reads otherwise from a moment, or day, on: what it says then, which dues go and which come. */
export interface Turn {
  readonly from: number
  readonly risk?: CaseLine['risk']
  readonly consent?: CaseLine['consent']
  readonly gone?: readonly number[]
  readonly come?: readonly (readonly [number, DueRow])[]
}

/** Every turn that lies ahead, in order: by the moment it comes at, and by the day. What one does, the other leaves alone. */
export interface Turns {
  readonly at: readonly Turn[]
  readonly on: readonly Turn[]
}

/** How a line reads now, and how it will. */
export interface Turning extends Turns {
  readonly reading: Reading
}

const wordsOf = ({ byDay, press, ends, said }: DueRow) => `${byDay} ${press} ${ends} ${said}`

/** Gives the same number to the same words, at every time that is asked. */
function numbering(before: Numbered) {
  const known = new Map<string, number>()
  const again = (row: DueRow, seen: Map<string, number>) => {
    const words = wordsOf(row)
    const times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    return `${times} ${words}`
  }
  const first = new Map<string, number>()
  for (const [number, row] of before) known.set(again(row, first), number)
  let next = 0
  const free = () => {
    while (before.has(next)) next += 1
    return next++
  }
  return (rows: readonly DueRow[]): Numbered => {
    const seen = new Map<string, number>()
    return new Map(
      rows.map(row => {
        const key = again(row, seen)
        const number = known.get(key) ?? free()
        known.set(key, number)
        return [number, row]
      }),
    )
  }
}

/**
 * How the line of a case reads at a time, and how it will read later if nobody writes anything: the same rules, asked at
 * every moment at which they can change.
 *
 * @param before the due things that are kept of it, which keep their numbers.
 */
export function turningOf(
  content: LineContent,
  { clocks, time, before }: { readonly clocks: Clocks; readonly time: LineTime; readonly before: Numbered },
): Turning {
  const number = numbering(before)
  const labels = new Map(content.persons.map(({ id, label }) => [id, label]))
  const at = ({ now, today }: LineTime): Reading => {
    const then = { ...content, now: instantAt(now), today: dayAt(today) }
    const { risk, consent } = listedTracks(then)
    const rows = dues(then, clocks).map(due =>
      dueRow(due, due.personId === null ? null : (labels.get(due.personId) ?? null)),
    )
    return { risk, consent, dues: number(rows) }
  }
  const { instants, days } = momentsOf(content)
  const reading = at(time)
  return {
    reading,
    at: turnsThrough(reading, { of: instants.filter(ms => ms > time.now), at: now => at({ ...time, now }) }),
    on: turnsThrough(reading, {
      of: days.filter(day => day > time.today),
      at: today => at({ ...time, today }),
    }),
  }
}

/** The turns from one reading to the next, where there are any. */
function turnsThrough(
  reading: Reading,
  { of, at }: { readonly of: readonly number[]; at(moment: number): Reading },
): Turn[] {
  let last = reading
  return of.flatMap(from => {
    const next = at(from)
    const turn = turnBetween(last, next)
    last = next
    return turn ? [{ from, ...turn }] : []
  })
}

function turnBetween(last: Reading, next: Reading): Omit<Turn, 'from'> | null {
  const gone = [...last.dues.keys()].filter(number => !next.dues.has(number))
  const come = [...next.dues].filter(([number]) => !last.dues.has(number))
  const turn = {
    ...(last.risk !== next.risk && { risk: next.risk }),
    ...(last.consent !== next.consent && { consent: next.consent }),
    ...(gone.length > 0 && { gone }),
    ...(come.length > 0 && { come }),
  }
  return Object.keys(turn).length > 0 ? turn : null
}

/** The line after every turn whose time has come. */
export function turned({ reading, at, on }: Turning, { now, today }: LineTime): Turning {
  const comeAt = at.filter(({ from }) => from <= now)
  const comeOn = on.filter(({ from }) => from <= today)
  return {
    reading: [...comeAt, ...comeOn].reduce(read, reading),
    at: at.slice(comeAt.length),
    on: on.slice(comeOn.length),
  }
}

function read({ risk, consent, dues }: Reading, turn: Turn): Reading {
  const left = [...dues].filter(([number]) => !(turn.gone ?? []).includes(number))
  return {
    risk: turn.risk ?? risk,
    consent: turn.consent ?? consent,
    dues: new Map([...left, ...(turn.come ?? [])]),
  }
}
