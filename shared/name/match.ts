import { asciiDigits, numbersIn } from '../leak/numbers.ts'
import { knownName, sameness, type KnownName, type Sameness } from '../leak/sameName.ts'
import type { Identity } from '../person/model.ts'
import { foldText } from '../search/fold.ts'
import { runsOf, type Run } from '../search/words.ts'
import { How } from './model.ts'

/** Who is sought, looked at once. */
export interface Sought {
  readonly names: readonly KnownName[]
  readonly contacts: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
}

/** The names of a person, one each. */
const namesOf = ({ name, otherNames }: Pick<Identity, 'name' | 'otherNames'>): string[] =>
  [name, ...otherNames.split(/[\n,;،؛]+/u)].map(one => one.trim()).filter(one => one !== '')

/** From so many digits on, the last ones tell a telephone, with whatever prefix it is dialled. */
const [wholeNumber, tail, leastDigits] = [9, 8, 6]

/** What tells an e-mail address or a telephone number in a text, however it is written. */
function contactsIn(text: string): string[] {
  const addresses = text.toLowerCase().match(/[^\s<>,;:()"]+@[^\s<>,;:()"]+/g) ?? []
  const numbers = numbersIn(asciiDigits(text))
    .map(({ digits }) => digits.replace(/^0+/, ''))
    .filter(digits => digits.length >= leastDigits)
    .map(digits => (digits.length < wholeNumber ? digits : digits.slice(-tail)))
  return [...addresses, ...numbers]
}

/** Numbers of documents, with letters and without what separates them. */
const documentsIn = (text: string): string[] =>
  (asciiDigits(text).match(/[\p{L}\d]+(?:[-/.][\p{L}\d]+)*/gu) ?? [])
    .map(one => one.replaceAll(/[^\p{L}\d]/gu, '').toUpperCase())
    .filter(one => one.replaceAll(/\D/g, '').length >= 5)

/** What is compared of an identity. */
export const soughtOf = (identity: Identity): Sought => ({
  names: namesOf(identity).map(knownName),
  contacts: new Set(contactsIn(identity.contact)),
  documents: new Set(documentsIn(identity.documents)),
})

/** What one line may be: a name; with an "@" or five digits and more, an address or a number. */
export function soughtIn(line: string): Sought {
  const isNumber = line.includes('@') || asciiDigits(line).replaceAll(/\D/g, '').length >= 5
  return {
    names: isNumber ? [] : [knownName(line)],
    contacts: new Set(isNumber ? contactsIn(line) : []),
    documents: new Set(isNumber ? documentsIn(line) : []),
  }
}

const order = new Map(How.options.map((how, at) => [how, at]))

/** Which of two tells more comes first. */
export const byTelling = (a: How, b: How): number => (order.get(a) ?? 0) - (order.get(b) ?? 0)

/** Why an identity may be the one that is sought, the most telling reason; `null` when nothing says so. */
export function howFound({ names, contacts, documents }: Sought, identity: Identity): How | null {
  const found: How[] = []
  if (documents.size > 0 && documentsIn(identity.documents).some(one => documents.has(one)))
    found.push('document')
  if (contacts.size > 0 && contactsIn(identity.contact).some(one => contacts.has(one))) found.push('contact')
  const alike = names.length > 0 ? nearest(names, namesOf(identity).map(knownName)) : null
  if (alike) found.push(alike)
  return found.toSorted(byTelling)[0] ?? null
}

function nearest(some: readonly KnownName[], others: readonly KnownName[]): Sameness | null {
  const all = some.flatMap(one => others.map(other => sameness(one, other)))
  return all.filter(alike => alike !== null).toSorted(byTelling)[0] ?? null
}

/** What is told before something is saved; one word in common is too little to stop over. */
export const isWorthTelling = (how: How): boolean => how !== 'part'

/** Whether a reason says who is sought, in whole words or in part of a number: it would stand in the record for ever. */
export function saysWho(reason: string, line: string): boolean {
  const words = (text: string) => runsOf(foldText(text)).filter(isTelling)
  const said = new Set(words(reason).map(({ text }) => text))
  const { names, ...numbers } = soughtIn(line)
  if (names.length > 0) return words(line).some(({ text }) => said.has(text))
  const other = soughtIn(reason)
  return (
    [...numbers.contacts].some(one => other.contacts.has(one)) ||
    words(line).some(({ text }) => said.has(text))
  )
}

/** Shorter words are "the" and "of", or say nothing. */
const isTelling = ({ text, unspaced }: Run) => unspaced || [...text].length >= 4
