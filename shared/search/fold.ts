import { foldLetter } from './letters.ts'

/** A text as it is searched, and where each of its places stands in the text as it was written. */
export interface Folded {
  readonly text: string
  /** The place in the original, in UTF-16 units, of a place in `text`; of its end, the end of the original. */
  readonly at: (place: number) => number
}

/** A letter with everything that is written onto it. */
const clusters = /[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]+|\P{M}?[\p{M}\p{Cf}\uff9e\uff9f]+|\P{M}/suy

const many = 0xffff
const table = new Uint16Array(0x10000)
const known = new Map<string, string>()

/** How many letters with their marks are remembered. */
const remembered = 4096

function foldCluster(cluster: string): string {
  const before = known.get(cluster)
  if (before !== undefined) return before
  const small = cluster.normalize('NFKC').toLowerCase().normalize('NFKC')
  const folded = [...small].map(foldLetter).join('')
  if (known.size < remembered && cluster.length <= 8) known.set(cluster, folded)
  return folded
}

const attaches = /[\p{M}\p{Cf}\p{Cs}\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\uff9e\uff9f]/u

/** What one unit becomes when nothing is written onto it and it becomes one unit; `many` otherwise. */
function unitOf(unit: number): number {
  const sign = String.fromCharCode(unit)
  const folded = attaches.test(sign) ? '' : foldCluster(sign)
  const becomes = folded.length === 1 ? folded.charCodeAt(0) : many
  table[unit] = becomes
  return becomes
}

/** Whether a unit belongs to the letter before it, or is a half of a sign. */
const attached = new Uint8Array(0x10000)

function isAttached(unit: number): boolean {
  const before = attached[unit]
  if (before) return before === 2
  const is = attaches.test(String.fromCharCode(unit))
  attached[unit] = is ? 2 : 1
  return is
}

const atOnce = 8192

function textOf(units: readonly number[]): string {
  if (units.length <= atOnce) return String.fromCharCode(...units)
  let text = ''
  for (let i = 0; i < units.length; i += atOnce) text += String.fromCharCode(...units.slice(i, i + atOnce))
  return text
}

/** Where places of a folded text stand, once a letter became none or several. */
interface Folding {
  readonly units: number[]
  places: number[] | null
}

function add({ units, places }: Folding, unit: number, at: number): void {
  units.push(unit)
  places?.push(at)
}

/** A letter that is not one unit that becomes one. @returns how long it is. */
function addCluster(folding: Folding, text: string, at: number): number {
  folding.places ??= Array.from({ length: folding.units.length }, (_, place) => place)
  clusters.lastIndex = at
  const cluster = clusters.exec(text)?.[0] ?? text.charAt(at)
  const folded = foldCluster(cluster)
  for (let i = 0; i < folded.length; i++) add(folding, folded.charCodeAt(i), at)
  return cluster.length
}

const isAscii = /^[\0-\x7f]*$/

const same = (place: number) => place

/**
 * One spelling for what is written alike: compatibility forms, small letters, accents and vowel signs off, the forms of
 * alef, yeh, kaf and heh as one, the digits of every script as 0 to 9. Word boundaries stay.
 */
export function foldWithPlaces(text: string): Folded {
  if (isAscii.test(text)) return { text: text.toLowerCase(), at: same }
  const folding: Folding = { units: [], places: null }
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    const becomes = table[unit] || unitOf(unit)
    if (becomes === many || (at + 1 < text.length && isAttached(text.charCodeAt(at + 1))))
      at += addCluster(folding, text, at)
    else add(folding, becomes, at++)
  }
  const { units, places } = folding
  return { text: textOf(units), at: places ? place => places[place] ?? text.length : same }
}

/** The same without the places. */
export const foldText = (text: string): string => foldWithPlaces(text).text
