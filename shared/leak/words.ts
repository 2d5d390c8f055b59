import { scripts, type Script } from './scripts.ts'
import { follow, formOf, soundsOf, type Form, type Sound } from './sound.ts'

/** A word that could be a part of a name, as it may be heard. */
export interface Heard {
  readonly script: Script
  /** Every way of hearing it, the plainest first: with and without what is written onto a word. Never empty. */
  readonly forms: readonly Form[]
  /** The classes any of them may begin with. */
  readonly sounds: number
  /** Written with a capital. `true` where a script has none. */
  readonly capital: boolean
  /** Whether a sentence begins with it, so that its capital tells nothing. */
  readonly begins: boolean
  /** Whether it stands in one phrase with the word before it. */
  readonly goesOn: boolean
  /** Whether it is only the beginning of a name: "Abd", "Abdul". */
  readonly servant: boolean
  /** Where it stands in the text. */
  readonly from: number
  readonly to: number
}

/** "the", "son of" and "daughter of" inside a name, which some spell and some leave out. */
const between = new Set(
  `al el ul il ar as ash ad an az at bin ben ibn bint ould oglu oglou kyzy аль эль ал эл ар ас аш ад ан аз ат уль бин бен ибн
  оглы кызы αλ ελ μπιν μπεν אל בן בת ابن بن بنت ال अल बिन इब्न`.split(/\s+/u),
)

const wordPattern = /[\p{L}\d][\p{L}\p{M}\p{Cf}ـ\d'’ʼʿʾ`´׳]*/gu

/** The words of a text that could be names, in their order; each sign of Chinese is one. */
export function heardIn(text: string): Heard[] {
  const words: Heard[] = []
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    for (const [piece, at] of piecesOf(word)) {
      const heard = hear(piece, { text, from: index + at })
      if (heard) words.push(heard)
    }
  }
  return joinServants(words)
}

function piecesOf(word: string): (readonly [string, number])[] {
  if (!/\p{Script=Han}/u.test(word)) return [[word, 0]]
  return [...word].map((sign, at) => [sign, at] as const)
}

function hear(word: string, { text, from }: { readonly text: string; readonly from: number }): Heard | null {
  const script = scripts.find(({ letters }) => letters.test(word))
  if (!script) return null
  const plain = plainly(word, script)
  if (between.has(plain)) return null
  const forms = spellingsOf(plain, script).flatMap(spelling => {
    const sounds = soundsOf(spelling, script)
    return sounds === null ? [] : [formOf(withServant(sounds))]
  })
  if (forms.length === 0) return null
  const capital = !script.cased || /^\P{L}*\p{Lu}/u.test(word)
  const goesOn = !/[.,;:!?،؛؟。，、；：()[\]{}"“”«»|/\n]/u.test(text.slice(Math.max(0, from - 2), from))
  const begins =
    script.cased && /(?:^|[.!?:…;\n"“«(•]|[-–—]\s)\s*$/u.test(text.slice(Math.max(0, from - 4), from))
  const servant = servants.test(plain)
  return {
    script,
    forms,
    sounds: soundsIn(forms),
    capital,
    begins,
    goesOn,
    servant,
    from,
    to: from + word.length,
  }
}

const soundsIn = (forms: readonly Form[]) => forms.reduce((bits, form) => bits | form.begins, 0)

const isPlain = (word: string) => /^[a-z'\d]+$/i.test(word)

/** Small letters; marks that change no sound are taken off. */
function plainly(word: string, { name, table }: Script): string {
  if (isPlain(word)) return word.toLowerCase()
  const small = word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Cf}ـʼʿʾ`´]/gu, '')
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
  if (name === 'Devanagari') return small.normalize('NFC')
  return [...small]
    .map(sign => (table.sounds.has(sign) ? sign : sign.normalize('NFD').replaceAll(/\p{M}/gu, '')))
    .join('')
}

/** Arabic writes "and", "so", "by", "like", "to" and "the" onto a word; others write "al" and "ben" onto a name. */
function spellingsOf(word: string, { name }: Script): string[] {
  if (name === 'Arabic') {
    const bare = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=.{2})/u, '')
    const one = /^[وفبكل](?=.{3})/u.test(word) ? [word.slice(1)] : []
    return [...new Set([bare, word, ...one])]
  }
  const bare = word.replace(/^(?:[ae]l|ben|bin|[аэ]ль?|бен|бин|αλ|ελ|אל)(?=.{4})/u, '')
  return [...new Set([bare, word])]
}

const servants =
  /^(?:abd[aeou]{0,2}[lrsdnzt]?|абд[уае]?(?:л|ль|р|с)?|αμπντ(?:ελ|ουλ|αλ)?|עבד(?:ול|אל|ל)?|عبدال?|عبد|अब्द(?:ुल|ल)?)$/u

const [one, two, three] = soundsOf('abdul', scripts[0] as Script) ?? []
const [b, d, l] = [one?.classes ?? 0, two?.classes ?? 0, three?.classes ?? 0]

/** "Abdul Rahman", "Abdurrahman": the "l" of the article is said or not. */
function withServant(sounds: readonly Sound[]): readonly Sound[] {
  const [first, second, third, ...others] = sounds
  const isServant = first && second && first.before !== 0 && first.classes & b && second.classes & d
  if (!isServant || third?.classes !== l || others.every(({ optional }) => optional)) return sounds
  return sounds.map((sound, at) => (at === 2 ? { ...sound, optional: true } : sound))
}

/** "Abd", "Abdul", "Abdel" is no name of its own: it belongs to the word that follows. */
function joinServants(words: readonly Heard[]): Heard[] {
  const joined: Heard[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last?.servant && word.from - last.to <= 6) joined.splice(-1, 1, together(last, word))
    else joined.push(word)
  }
  return joined
}

function together(abd: Heard, word: Heard): Heard {
  const begin = formOf((abd.forms[0]?.sounds ?? []).slice(0, 2))
  const forms = word.forms.map(form => follow(begin, form))
  return { ...abd, servant: false, forms, sounds: soundsIn(forms), to: word.to }
}
