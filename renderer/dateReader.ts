import { useKept } from './kept.ts'
import { readDate } from '../shared/date.ts'
import { Day, type PartialDate } from '../shared/model.ts'
import { useText, type Text } from './text.tsx'
import type { Understood } from './ui/index.ts'

/** What `DateText` wants of a form. */
export interface DateSlot {
  readonly value: string
  readonly onChange: (said: string) => void
  readonly understand: (said: string) => Understood | null
  readonly maxLength: number
}

/** Reads dates as they are typed, and says what was understood. */
export interface DateReader {
  /** `null` for nothing; what cannot be read keeps its words, with an unknown date. */
  read(said: string): PartialDate | null
  understand(said: string): Understood | null
  /** The properties of a `DateText` for a date of a form: `{...dates.slot(form.value.on, on => form.set('on', on))}`. */
  slot(value: Pick<PartialDate, 'said'> | null | undefined, set: (date: PartialDate | null) => void): DateSlot
}

/** The day of a moment where this machine stands. */
export const dayAt = (moment: Date): Day => {
  const two = (n: number) => String(n).padStart(2, '0')
  return Day.parse(`${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`)
}

/** This machine's day, as the person at it sees it. */
export const today = (): Day => dayAt(new Date())

/** The reader of dates for every screen: give `slot` to a `DateText`. */
export function useDateReader(): DateReader {
  const text = useText()
  const read = (said: string) =>
    said.trim() === ''
      ? null
      : (readDate(said, { today: today() }) ?? { said, precision: 'unknown' as const, from: null, to: null })
  const understand = (said: string) => understoodOf(text, { said, ahead: false })
  return {
    read,
    understand,
    slot: (value, set) => ({
      value: value?.said ?? '',
      onChange: said => set(read(said)),
      understand,
      maxLength: 100,
    }),
  }
}

function understoodOf(
  text: Text,
  { said, ahead }: { readonly said: string; readonly ahead: boolean },
): Understood | null {
  if (said.trim() === '') return null
  const date = readDate(said, { today: today(), ahead })
  if (date === null) return { clear: false, words: text('date.notUnderstood') }
  return { clear: true, words: wordsOf(text, date) }
}

function wordsOf(text: Text, { precision, from, to }: PartialDate): string {
  if (from === null || to === null) return text('date.understoodUnknown')
  if (precision === 'day') return text('date.understoodDay', { day: text.day(from) })
  return text('date.understoodSpan', { from: text.day(from), to: text.day(to) })
}

/**
 * The properties of a `DateText` for one calendar day (`YYYY-MM-DD`), which may lie ahead. What is no single day yet
 * reaches the form as it was typed, so that the form's own check names the field.
 */
export function useDaySlot(value: string | null, set: (day: string | null) => void): DateSlot {
  const text = useText()
  const [typed, setTyped] = useKept('date', { said: '', day: '' })
  const asDay = Day.safeParse(value ?? '')
  const shown =
    typed.day === (value ?? '') ? typed.said : asDay.success ? text.day(asDay.data) : (value ?? '')
  return {
    value: shown,
    maxLength: 100,
    understand: said => dayUnderstood(text, said),
    onChange: said => {
      const day = dayIn(said) ?? said
      setTyped({ said, day })
      set(said === '' ? null : day)
    },
  }
}

/** The one day that was typed, or `null`. */
const dayIn = (said: string): Day | null => {
  const date = readDate(said, { today: today(), ahead: true })
  return date?.precision === 'day' ? date.from : null
}

function dayUnderstood(text: Text, said: string): Understood | null {
  if (said.trim() === '') return null
  const day = dayIn(said)
  return day === null
    ? { clear: false, words: text('date.oneDay') }
    : { clear: true, words: text('date.understoodDay', { day: text.day(day) }) }
}
