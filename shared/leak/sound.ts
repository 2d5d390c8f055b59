/**
 * One consonant as it may be heard, whatever the script: which of the classes it may be, whether it may be missing, and
 * which vowels may stand before it.
 */
export interface Sound {
  /** The classes it may belong to, one bit each. */
  readonly classes: number
  /** Whether some spellings leave it out. */
  readonly optional: boolean
  /** The vowels before it: bits of `vowels`. `0` when there is none. */
  readonly before: number
}

/** Classes of consonants that languages keep apart well enough; b and p are one, because Arabic has no p. */
const consonants = 'BDFHJKLMNRSTXZ'

/** The names of the classes a sound may belong to. */
export const classesOf = ({ classes }: Pick<Sound, 'classes'>): string[] =>
  [...consonants].filter((_, bit) => (classes & (1 << bit)) !== 0)

/** Kinds of vowels: a or e, i or y, u or o; and a vowel that the script may have left out. */
const vowels: Readonly<Record<string, number>> = { a: 1, i: 2, u: 4, '*': 8 }

/** The vowels before a sound that its script does not write. */
const unwritten = 8

/** What one group of letters sounds like, read from a table: see `readSounds`. */
type Spoken = { readonly vowels: number } | { readonly classes: number; readonly optional: boolean }

function spoken(token: string): Spoken {
  if (/[a-z*.]/.test(token))
    return { vowels: [...token].reduce((bits, letter) => bits | (vowels[letter] ?? 0), 0) }
  const classes = [...token]
    .filter(letter => letter !== '?')
    .reduce((bits, letter) => bits | (1 << consonants.indexOf(letter)), 0)
  return { classes, optional: token.endsWith('?') }
}

/** Letters and what they sound like, ready to be looked up. */
export interface SoundTable {
  readonly sounds: ReadonlyMap<string, readonly Spoken[]>
  /** By a first letter, the most letters that are heard together. */
  readonly longest: ReadonlyMap<string, number>
}

/**
 * Reads a table "letters=sounds; letters=sounds". Letters with the same sounds stand with a slash between. Sounds
 * stand with a space between: capitals are the classes a consonant may be, "?" means that it may be missing, small
 * letters are the vowels it may be, "*" a vowel that may be there, "." that there is none, "-" nothing at all.
 */
export function soundTable(text: string): SoundTable {
  const entries = text
    .normalize('NFC')
    .split(';')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
    .flatMap(entry => {
      const [letters = '', sounds = ''] = entry.split('=')
      const said = sounds.trim() === '-' ? [] : sounds.trim().split(/\s+/u).map(spoken)
      return letters
        .trim()
        .split('/')
        .map(one => [one, said] as const)
    })
  const longest = new Map<string, number>()
  for (const [letters] of entries) {
    const bare = letters.replace('^', '')
    const first = bare.charAt(0)
    longest.set(first, Math.max(longest.get(first) ?? 0, bare.length))
  }
  return { sounds: new Map(entries), longest }
}

/** How a script writes: whether vowels between consonants may be left out. */
interface Writing {
  readonly table: SoundTable
  readonly abjad: boolean
}

/** The sounds of one word, or `null` when a letter is not in the table. Doubled consonants count once. */
export function soundsOf(word: string, { table, abjad }: Writing): Sound[] | null {
  const sounds: Sound[] = []
  let before = 0
  for (let at = 0; at < word.length;) {
    const [size, said] = lookUp(word, at, table)
    if (said === null) return null
    for (const one of said) {
      if ('vowels' in one) before = one.vowels && (before === unwritten ? 0 : before) | one.vowels
      else {
        const last = sounds.at(-1)
        if (!(before === 0 && last?.classes === one.classes)) sounds.push({ ...one, before })
        before = abjad ? unwritten : 0
      }
    }
    at += size
  }
  return sounds.map((sound, at) =>
    at > 0 && at === sounds.length - 1 && isBreath(sound) ? { ...sound, optional: true } : sound,
  )
}

/** A last "h" is written or not: Abdullah, Abdulla. */
const isBreath = ({ classes }: Sound) => classes === 1 << consonants.indexOf('H')

function lookUp(
  word: string,
  at: number,
  { sounds, longest }: SoundTable,
): readonly [number, readonly Spoken[] | null] {
  const most = Math.min(longest.get(word.charAt(at)) ?? 0, word.length - at)
  for (let size = most; size > 0; size--) {
    const letters = word.slice(at, at + size)
    const said = (at === 0 ? sounds.get(`^${letters}`) : undefined) ?? sounds.get(letters)
    if (said) return [size, said]
  }
  return [1, null]
}

/** One way of hearing a word or a part of a name. */
export interface Form {
  readonly sounds: readonly Sound[]
  /** How many of its sounds no spelling leaves out. */
  readonly size: number
  /** The classes it may begin with. */
  readonly begins: number
  /** The classes it may end with. */
  readonly ends: number
}

/** Looks once at what is compared often. */
export const formOf = (sounds: readonly Sound[]): Form => ({
  sounds,
  size: sounds.filter(({ optional }) => !optional).length,
  begins: firstIn(sounds),
  ends: firstIn(sounds.toReversed()),
})

/** Every class the first sound may be, when those that may be missing are. */
function firstIn(sounds: readonly Sound[]): number {
  const firm = sounds.findIndex(({ optional }) => !optional)
  return sounds.slice(0, firm === -1 ? undefined : firm + 1).reduce((bits, one) => bits | one.classes, 0)
}

/** One word after another: what vowels lie between the two is not compared. */
export const follow = (form: Form, next: Form): Form =>
  formOf([
    ...form.sounds,
    ...next.sounds.map((sound, at) => (at === 0 ? { ...sound, before: sound.before | unwritten } : sound)),
  ])

/**
 * How far two ways of writing a name are apart, or `null` when their consonants are not the same.
 *
 * One for each vowel that only one of them has, a half for each that differs; a vowel that a script does not write
 * costs nothing.
 */
export function distance(a: Form, b: Form): number | null {
  if ((a.begins & b.begins) === 0 || (a.ends & b.ends) === 0) return null
  if (a.size > b.sounds.length || b.size > a.sounds.length) return null
  return from({ a: a.sounds, b: b.sounds }, { i: 0, j: 0, beforeA: 0, beforeB: 0 })
}

interface Two {
  readonly a: readonly Sound[]
  readonly b: readonly Sound[]
}

interface Place {
  readonly i: number
  readonly j: number
  readonly beforeA: number
  readonly beforeB: number
}

function from(two: Two, { i, j, beforeA, beforeB }: Place): number | null {
  const [left, right] = [two.a[i], two.b[j]]
  if (!left && !right) return 0
  const ways: number[] = []
  if (left && right && (left.classes & right.classes) !== 0) {
    const rest = from(two, { i: i + 1, j: j + 1, beforeA: 0, beforeB: 0 })
    if (rest !== null) ways.push(rest + apart(beforeA | left.before, beforeB | right.before))
  }
  if (left?.optional) add(ways, from(two, { i: i + 1, j, beforeA: beforeA | left.before, beforeB }))
  if (right?.optional) add(ways, from(two, { i, j: j + 1, beforeA, beforeB: beforeB | right.before }))
  return ways.length > 0 ? Math.min(...ways) : null
}

const add = (ways: number[], way: number | null) => way !== null && ways.push(way)

function apart(a: number, b: number): number {
  if ((a | b) & unwritten || a === b) return 0
  if (a === 0 || b === 0) return 1
  return (a & b) === 0 ? 0.5 : 0
}
