import type { Day, PartialDate } from '../model.ts'

/** Looks up a sentence of the document's own language, with values for its places. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** A page as a tree: the window makes elements of it and the printer makes HTML of it, so both are the same page. */
export interface Leaf {
  readonly tag:
    | 'section'
    | 'header'
    | 'footer'
    | 'div'
    | 'p'
    | 'h1'
    | 'h2'
    | 'ul'
    | 'li'
    | 'span'
    | 'bdi'
    | 'table'
    | 'thead'
    | 'tbody'
    | 'tr'
    | 'th'
    | 'td'
    | 'dl'
    | 'dt'
    | 'dd'
    | 'blockquote'
    | 'strong'
  readonly class?: string
  readonly dir?: 'auto' | 'ltr'
  readonly lang?: string
  readonly scope?: 'col' | 'row'
  readonly children: readonly Child[]
}

export type Child = Leaf | string

/** Makes one element. */
export const el = (
  tag: Leaf['tag'],
  children: readonly Child[],
  options: Omit<Leaf, 'tag' | 'children'> = {},
): Leaf => ({ tag, children, ...options })

/** A term and what is said about it. */
export const entry = (term: readonly Child[], words: readonly Child[], dir?: 'auto'): Leaf[] => [
  el('dt', term),
  el('dd', words, dir ? { dir } : {}),
]

/** Puts a separator between things that stand in one line. */
export const inLine = (pieces: readonly Leaf[], say: Say): Child[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [say('paper.separator'), piece]))

/** The grey bar that stands for what is withheld. */
export const withheld = (say: Say): Leaf => el('span', [say('paper.withheld')], { class: 'paper-withheld' })

/** A day as a person would type it: "14 March 2026". */
export function dayText(day: Day, say: Say): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return say('paper.day', { date: String(Number(date)), month: say(`paper.month.${Number(month)}`), year })
}

/**
 * A date on paper: a day, a month or a year where it is one; otherwise as it was said, with the days it was understood to
 * mean.
 */
export function dateText({ said, precision, from, to }: PartialDate, say: Say): string {
  if (precision === 'unknown' || from === null || to === null) return say('date.unknown')
  if (precision === 'day') return dayText(from, say)
  const [year = '', month = ''] = from.split('-')
  if (precision === 'month')
    return say('paper.monthOf', { month: say(`paper.monthOf.${Number(month)}`), year })
  if (precision === 'year') return year
  return say('date.said', { said: isolated(said), from: dayText(from, say), to: dayText(to, say) })
}

/** Keeps words of another direction together inside a sentence. */
const isolated = (words: string) => `\u2068${words}\u2069`
