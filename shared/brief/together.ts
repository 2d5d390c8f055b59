import { isName } from '../gate/needs.ts'
import type { Disclosed } from '../consent/followUp.ts'
import type { DisclosureId, PersonId } from '../model.ts'
import type { BriefDraft, BriefLine } from './model.ts'
import type { AcceptedWarning, EarlierReader, TogetherCode, TogetherWarning } from './togetherModel.ts'

/** What somebody has: the keys of the lines that were said, and who they are. */
export interface Had {
  readonly id: DisclosureId
  readonly reader: EarlierReader
  readonly keys: readonly string[]
}

export interface TogetherInput {
  /** Every line of the case there is. */
  readonly lines: readonly Pick<BriefLine, 'key' | 'element' | 'personIds'>[]
  /** Keys of the lines this brief says. */
  readonly said: readonly string[]
  readonly earlier: readonly Had[]
  /** How many cases of the vault have somebody like a person, as far as these lines tell. */
  readonly sharing: (personId: PersonId, keys: readonly string[]) => number
  /** Below how many cases somebody is singled out. */
  readonly smallest: number
}

const plain = (role: string) => role.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/**
 * Whether something that was told concerns a brief: the same reader by role, or another of the same kind, who holds a
 * brief with the same code of the case. `null`: neither. What the person themself was given is not counted.
 */
export function readerOf(
  told: Pick<Disclosed, 'kind' | 'toRole' | 'recipient'>,
  { forRole, recipient }: Pick<BriefDraft, 'forRole' | 'recipient'>,
): EarlierReader | null {
  if (told.kind !== 'brief' && told.kind !== 'action') return null
  if (plain(told.toRole) === plain(forRole)) return 'same'
  return told.kind === 'brief' && told.recipient === recipient ? 'peer' : null
}

/**
 * What this brief and what was told before give away together that neither does alone.
 *
 * Nothing told before gives no warning; more told before never takes a warning away; the order of telling makes no
 * difference. Each warning stands once for each kind of reader and whom it is about.
 */
export function together(input: TogetherInput): TogetherWarning[] {
  const people = [...new Set(input.lines.flatMap(({ personIds }) => personIds))].toSorted()
  return (['same', 'peer'] as const).flatMap(reader => {
    const earlier = input.earlier.filter(one => one.reader === reader)
    if (earlier.length === 0) return []
    const of: Compared = { ...input, earlier, reader }
    return [
      ...people.flatMap(personId => nameJoins(personId, of)),
      ...people.flatMap(personId => singlesOut(personId, of)),
      ...(reader === 'same' ? people.flatMap(personId => toldBefore(personId, of)) : []),
      ...people.flatMap((one, at) => people.slice(at + 1).flatMap(other => linked([one, other], of))),
    ]
  })
}

interface Compared extends TogetherInput {
  readonly reader: EarlierReader
}

interface Found {
  readonly personIds: readonly PersonId[]
  readonly keys: readonly string[]
  readonly by: readonly Had[]
}

function warning(
  code: TogetherCode,
  { reader }: Compared,
  { personIds, keys, by }: Found,
): TogetherWarning[] {
  if (by.length === 0 || keys.length === 0) return []
  const earlier = by.map(({ id }) => id)
  return [{ code, reader, personIds: [...personIds], keys: [...new Set(keys)], earlier }]
}

/** The lines about a person among those that were said. */
const linesAbout = (personId: PersonId, keys: readonly string[], { lines }: Compared) =>
  lines.filter(line => keys.includes(line.key) && line.personIds.includes(personId))

const isIdentity = ({ element, key }: Compared['lines'][number]) => isName(element) || key.endsWith(':unit')

/** What is told of a person: whether by name, and what besides. */
function toldOf(personId: PersonId, keys: readonly string[], of: Compared) {
  const about = linesAbout(personId, keys, of)
  const names = about.filter(({ element }) => isName(element)).map(({ key }) => key)
  return { names, facts: about.filter(line => !isIdentity(line)).map(({ key }) => key) }
}

/** A name on one side, and on the other facts that the side with the name does not tell. */
function nameJoins(personId: PersonId, of: Compared): TogetherWarning[] {
  const now = toldOf(personId, of.said, of)
  const found = of.earlier.flatMap(by => {
    const then = toldOf(personId, by.keys, of)
    const isNamed = now.names.length > 0
    if (isNamed === then.names.length > 0) return []
    const added = isNamed
      ? then.facts.filter(key => !now.facts.includes(key))
      : now.facts.filter(key => !then.facts.includes(key))
    return added.length === 0 ? [] : [{ by, keys: isNamed ? now.names : added }]
  })
  return warning('name-joins', of, {
    personIds: [personId],
    keys: found.flatMap(({ keys }) => keys),
    by: found.map(({ by }) => by),
  })
}

/** Each fits enough people; both together fit too few. Whoever is named is not singled out by anything else. */
function singlesOut(personId: PersonId, of: Compared): TogetherWarning[] {
  const now = toldOf(personId, of.said, of)
  const isWide = (keys: readonly string[]) => of.sharing(personId, keys) >= of.smallest
  if (now.names.length > 0 || now.facts.length === 0 || !isWide(now.facts)) return []
  const then = of.earlier
    .map(by => ({ by, told: toldOf(personId, by.keys, of) }))
    .filter(({ told }) => told.names.length === 0 && told.facts.length > 0)
  const facts = then.flatMap(({ told }) => told.facts)
  if (!then.some(({ told }) => isWide(told.facts)) || isWide([...now.facts, ...facts])) return []
  return warning('singles-out', of, { personIds: [personId], keys: now.facts, by: then.map(({ by }) => by) })
}

/** A line that is not said now and was told to this reader before: withholding it hides nothing from them. */
function toldBefore(personId: PersonId, of: Compared): TogetherWarning[] {
  const unsaid = of.lines
    .filter(({ key, personIds }) => personIds.includes(personId) && !of.said.includes(key))
    .map(({ key }) => key)
  const has = ({ keys }: Had) => unsaid.some(key => keys.includes(key))
  const by = of.earlier.filter(has)
  const keys = unsaid.filter(key => by.some(one => one.keys.includes(key)))
  return warning('told-before', of, { personIds: [personId], keys, by })
}

/** One person told of before and another now, and never both at once: the code of the case joins the two. */
function linked(pair: readonly [PersonId, PersonId], of: Compared): TogetherWarning[] {
  const told = (keys: readonly string[]) => pair.filter(personId => linesAbout(personId, keys, of).length > 0)
  const [now, ...others] = told(of.said)
  if (now === undefined || others.length > 0) return []
  const by = of.earlier.filter(({ keys }) => {
    const [then, ...more] = told(keys)
    return then !== undefined && then !== now && more.length === 0
  })
  const keys = linesAbout(now, of.said, of).map(({ key }) => key)
  return warning('linked', of, { personIds: pair, keys, by })
}

const sameOne = (a: TogetherWarning, b: TogetherWarning) =>
  a.code === b.code && a.reader === b.reader && a.personIds.join() === b.personIds.join()

const within = (part: readonly string[], all: readonly string[]) => part.every(one => all.includes(one))

/** The reason given for a warning, while it rests on no more than it did then; `null` when there is none. */
export const reasonFor = (one: TogetherWarning, accepted: readonly AcceptedWarning[]): string | null =>
  accepted.findLast(it => sameOne(it, one) && within(one.keys, it.keys) && within(one.earlier, it.earlier))
    ?.reason ?? null
