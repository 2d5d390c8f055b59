/*
 * How letters of many scripts are written alike, so that what was typed one way is found when it was written another
 * (ADR 0038). Spelling only: what sounds alike is `shared/leak/sound.ts`.
 */

/** Letters that stand for others: "from=to" with a space between; an empty "to" leaves the letter out. */
const alike = `
  ß=ss æ=ae œ=oe ø=o đ=d ð=d ł=l ħ=h þ=th ı=i ŋ=n ə=e ĸ=k ŧ=t ſ=s
  ё=е ѐ=е ѝ=и
  ς=σ
  أ=ا إ=ا آ=ا ٱ=ا ٲ=ا ٳ=ا ؤ=و ئ=ي ء= ة=ه ى=ي ی=ي ې=ي ے=ي ۓ=ي ێ=ي ۍ=ي ک=ك ڪ=ك ہ=ه ھ=ه ە=ه ۀ=ه ۂ=ه ۃ=ه ۇ=و ۆ=و ۈ=و ۋ=و ـ=
  ʹ= ʺ= ʻ= ʼ= ʽ= ʾ= ʿ= ˈ= ˊ= ˋ=`

const letters: ReadonlyMap<string, string> = new Map(
  alike
    .trim()
    .split(/\s+/u)
    .map(pair => pair.split('=') as [string, string]),
)

/** Marks that are written or left out without making another word: accents, points, vowel signs of Arabic and Hebrew. */
const mark =
  /^(?:[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}]]|\p{Cf})$/v

/** The dot under a letter of an Indian script. */
const nukta = new Set(['\u093c', '\u09bc', '\u0a3c', '\u0abc', '\u0b3c', '\u0cbc'])

const accented = /^[\p{Script=Latin}\p{Script=Greek}]$/u
const digit = /^\p{Nd}$/u

/** The digit a sign stands for: every script has its ten in a row. */
function digitOf(sign: string): string {
  let value = 0
  let code = sign.codePointAt(0) ?? 0
  while (value < 9 && digit.test(String.fromCodePoint(code - 1))) {
    code -= 1
    value += 1
  }
  return String(value)
}

/** One letter of any script as it is searched for: small, without what may be left out. May be none or several. */
export function foldLetter(sign: string): string {
  if (mark.test(sign) || nukta.has(sign)) return ''
  const bare = accented.test(sign) ? (sign.normalize('NFD')[0] ?? sign) : sign
  const other = letters.get(bare)
  if (other !== undefined) return other
  return digit.test(bare) ? digitOf(bare) : bare
}
