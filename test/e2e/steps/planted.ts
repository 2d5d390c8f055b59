import { randomBytes } from 'node:crypto'

/** Words that exist nowhere else, to be typed or put into files and looked for afterwards. */
export interface Planted {
  /** How every one of them begins; looking for this finds them all. */
  readonly beginning: string
  /** The word planted at a place, the same for the same name: 24 letters. */
  at(place: string): string
  /** Every place so far and its word. */
  readonly all: ReadonlyMap<string, string>
}

const letters = (count: number) =>
  Array.from(randomBytes(count), byte => String.fromCodePoint(97 + (byte % 26))).join('')

/** Fresh words for one run: nothing an earlier run left behind is taken for this one's. */
export function plant(beginning = `zq${letters(10)}`): Planted {
  const all = new Map<string, string>()
  return {
    beginning,
    all,
    at(place) {
      const word = all.get(place) ?? `${beginning}${letters(24 - beginning.length)}`
      all.set(place, word)
      return word
    },
  }
}
