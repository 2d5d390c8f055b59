import { fold, type Part, type Secret } from '../brief/leaks.ts'
import type { Alike, NotMeant } from './model.ts'
import { distance, follow, formOf, type Form } from './sound.ts'
import { heardIn, type Heard } from './words.ts'

/**
 * Every place where words sound like a withheld name. Only names are given: other words sound alike too often.
 *
 * Two parts of a name near each other count; the whole name run together counts; a single part counts when it is long
 * enough and written like a name. What `findLeaks` finds is found here as well.
 *
 * @returns one for each key, part and words, in the order given.
 */
export function findAlike(names: readonly Secret[], parts: readonly Part[]): Alike[] {
  const sought = names.map(({ key, text }) => ({ key, name: nameOf(text) }))
  const seen = new Set<string>()
  return parts.flatMap(({ where, text }) => {
    const page = heardIn(text)
    return sought
      .flatMap(({ key, name }) =>
        placesOf(name, page).map(([from, to]) => ({ key, where, found: text.slice(from, to) })),
      )
      .filter(alike => {
        const id = JSON.stringify(alike)
        return !seen.has(id) && seen.add(id)
      })
  })
}

/** Why words that sound like a name are not it, wherever they stand; `null` while nobody said. */
export const reasonNotMeant = (one: Alike, notMeant: readonly NotMeant[] = []): string | null =>
  notMeant.findLast(({ key, found }) => key === one.key && fold(found) === fold(one.found))?.reason ?? null

/** A name as it is compared: its parts, and all of it run together, each as it is heard most plainly. */
export interface Name {
  readonly script: string
  readonly parts: readonly Form[]
  readonly whole: Form
}

const nothing = formOf([])

/** How a name sounds. Without parts when nothing of it is written in letters whose sounds are known. */
export function nameOf(text: string): Name {
  const heard = heardIn(text)
  const isSigns = heard[0]?.script.name === 'Han'
  const parts = isSigns
    ? text.split(/[·・‧•\s]+/u).map(run => inOne(heardIn(run)))
    : heard.map(({ forms: [plainest = nothing] }) => plainest)
  return {
    script: heard[0]?.script.name ?? '',
    parts: parts.filter(({ size }) => size > 0),
    whole: inOne(heard),
  }
}

/** Words run together, each heard as it is most plainly. */
const inOne = ([first, ...others]: readonly Heard[]): Form =>
  others.reduce((form, { forms: [next = nothing] }) => follow(form, next), first?.forms[0] ?? nothing)

/** A run of words on a page that may be one part of a name. */
interface Run {
  readonly first: number
  readonly last: number
  readonly apart: number
}

type Span = readonly [from: number, to: number]

const spanOf = (page: readonly Heard[], first: number, last: number): Span[] => {
  const [a, b] = [page[first], page[last]]
  return a && b ? [[a.from, b.to]] : []
}

function placesOf(name: Name, page: readonly Heard[]): Span[] {
  const runs = name.parts.map(part => runsOf(part, page))
  const pairs = pairsIn(name, runs, page)
  const whole = name.parts.length > 1 && name.whole.size >= 5 ? runsOf(name.whole, page) : []
  const single = name.parts.flatMap((part, at) =>
    (runs[at] ?? []).filter(run => tells(run, { part, name, page })),
  )
  const all = [...pairs, ...whole]
  const inside = (run: Run) => all.some(({ first, last }) => first <= run.first && run.last <= last)
  return [...all, ...single.filter(run => !inside(run))].flatMap(({ first, last }) =>
    spanOf(page, first, last),
  )
}

/** How far a part may be from what is written, for its size. */
export const farthest = (size: number) => (size >= 4 ? 1 : 0.5)

function runsOf(part: Form, page: readonly Heard[]): Run[] {
  const runs: Run[] = []
  page.forEach(({ sounds }, first) => {
    const run = (sounds & part.begins) === 0 ? null : runFrom(part, page, first)
    if (run) runs.push(run)
  })
  return runs
}

/** The most words one part of a name is written as; Chinese writes one for each syllable. */
const mostWords = (heard: Heard) => (heard.script.name === 'Han' ? 8 : 3)

function runFrom(part: Form, page: readonly Heard[], first: number): Run | null {
  const begin = page[first]
  if (!begin) return null
  let forms = begin.forms
  for (let last = first; ;) {
    const near = closest(part, forms)
    if (near !== null && near <= farthest(part.size)) return { first, last, apart: near }
    last++
    const next = page[last]
    if (!next || last - first >= mostWords(begin) || !maySpread(begin, next, part.size)) return null
    forms = forms
      .filter(form => form.size < part.sounds.length)
      .flatMap(form => next.forms.map(more => follow(form, more)))
    if (forms.length === 0) return null
  }
}

/** Words of one name may be written apart: where there are capitals each has one, elsewhere only longer names count. */
const maySpread = (begin: Heard, next: Heard, size: number) =>
  begin.script === next.script &&
  begin.capital &&
  next.capital &&
  next.goesOn &&
  (begin.script.cased || size >= (begin.script.name === 'Han' ? 4 : 5))

function closest(part: Form, forms: readonly Form[]): number | null {
  let least: number | null = null
  for (const form of forms) {
    const near = distance(part, form)
    if (near !== null && (least === null || near < least)) least = near
  }
  return least
}

const isCapital = (page: readonly Heard[], { first }: Run) => page[first]?.capital === true

/** Two parts of a name that stand near each other. */
function pairsIn(name: Name, runs: readonly (readonly Run[])[], page: readonly Heard[]): Run[] {
  return runs.flatMap((left, i) =>
    runs.slice(i + 1).flatMap((right, distanceOn) => {
      const size = (name.parts[i]?.size ?? 0) + (name.parts[i + 1 + distanceOn]?.size ?? 0)
      return left.flatMap(a => right.filter(b => isPair({ a, b, size }, page)).map(b => joined(a, b)))
    }),
  )
}

const joined = (a: Run, b: Run): Run => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  apart: a.apart + b.apart,
})

interface Pair {
  readonly a: Run
  readonly b: Run
  /** How many sounds the two parts have together. */
  readonly size: number
}

function isPair({ a, b, size }: Pair, page: readonly Heard[]): boolean {
  const between = a.first < b.first ? b.first - a.last : a.first - b.last
  const named = isCapital(page, a) && isCapital(page, b)
  if (between < 1 || between > 3 || a.apart + b.apart > 1) return false
  return size >= 6 || (size >= 4 && named && (between === 1 || size >= 5))
}

interface Telling {
  readonly part: Form
  readonly name: Name
  readonly page: readonly Heard[]
}

/** Whether one part of a name tells it by itself: long enough, and written as names are. */
function tells(run: Run, { part, name, page }: Telling): boolean {
  const word = page[run.first]
  if (!word?.capital || run.apart > 0.5) return false
  if (!word.script.cased) return part.size >= 4 && word.script.name !== name.script
  return part.size >= 4 || (part.size === 3 && !word.begins)
}
