const values = new Map<string, string>()

/** The digits of a script stand together in tens, so that a digit's place among them is its value. */
function valueOf(digit: string): string {
  const known = values.get(digit)
  if (known !== undefined) return known
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  const value = String((code - first) % 10)
  values.set(digit, value)
  return value
}

/** A text with the digits of every script as 0 to 9. */
export const asciiDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, digit => (digit <= '9' ? digit : valueOf(digit)))

/** Digits that stand together, whatever separates them, and after which of them a group ends. */
export interface Numbers {
  readonly digits: string
  readonly ends: ReadonlySet<number>
}

/** Every run of digits of a text, with the separators people put into telephone and document numbers taken out. */
export const numbersIn = (text: string): Numbers[] =>
  [...text.matchAll(/\d(?:[\d\s()+./‐-―-]*\d)?/gu)].map(([run]) => {
    const groups = run.split(/\D+/u)
    const ends = new Set([0])
    let length = 0
    for (const group of groups) ends.add((length += group.length))
    return { digits: groups.join(''), ends }
  })

/** From so many digits on, the last ones tell a telephone, with whatever prefix it is dialled. */
const [wholeNumber, tail] = [9, 8]

/**
 * Looks for one number however its digits are grouped, or `null` when the text is no number: fewer than 5 digits, or
 * more than 4 letters beside them.
 */
export function findNumber(secret: string): ((page: Numbers) => boolean) | null {
  const digits = secret.replaceAll(/\D+/gu, '')
  if (digits.length < 5 || secret.replaceAll(/\P{L}+/gu, '').length > 4) return null
  const plain = digits.replace(/^0+/, '')
  if (plain.length < wholeNumber)
    return page => stands(page, digits, page.ends) || stands(page, plain, page.ends)
  return page => stands(page, plain.slice(-tail), null)
}

/** Whether the digits end where a group ends, and begin where one does if they must. */
function stands({ digits, ends }: Numbers, sought: string, begins: ReadonlySet<number> | null): boolean {
  for (let at = digits.indexOf(sought); at !== -1; at = digits.indexOf(sought, at + 1))
    if (ends.has(at + sought.length) && (begins === null || begins.has(at))) return true
  return false
}
