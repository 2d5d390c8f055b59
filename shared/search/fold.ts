import { foldLetter } from './letters.ts'

/** A text as it is searched, and where each of its places stands in the text as it was written. */
export interface Folded {
  readonly text: string
  /** The place in the original, in UTF-16 units, of a place in `text`; of its end, the end of the original. */
  readonly at: (place: number) => number
}

/** A letter with everything that is written onto it. */
const clusters = /[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]+|\P{M}?[\p{M}\p{Cf}\uff9e\uff9f]+|\P{M}/gsu

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

const piece = 8192

/** The whole text, unit by unit; `null` as soon as one does not become one. */
function foldEvenly(text: string): string | null {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const becomes = table[unit] || unitOf(unit)
    if (becomes === many) return null
    units[i] = becomes
  }
  if (units.length <= piece) return String.fromCharCode(...units)
  let folded = ''
  for (let i = 0; i < units.length; i += piece) folded += String.fromCharCode(...units.subarray(i, i + piece))
  return folded
}

const isAscii = /^[\0-\x7f]*$/

const same = (place: number) => place

/**
 * One spelling for what is written alike: compatibility forms, small letters, accents and vowel signs off, the forms of
 * alef, yeh, kaf and heh as one, the digits of every script as 0 to 9. Word boundaries stay.
 */
export function foldWithPlaces(text: string): Folded {
  if (isAscii.test(text)) return { text: text.toLowerCase(), at: same }
  const even = foldEvenly(text)
  if (even !== null) return { text: even, at: same }
  const places: number[] = []
  let folded = ''
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const said = foldCluster(cluster)
    for (let i = 0; i < said.length; i++) places.push(index)
    folded += said
  }
  places.push(text.length)
  return { text: folded, at: place => places[place] ?? text.length }
}

/** The same without the places. */
export const foldText = (text: string): string => foldWithPlaces(text).text
