import { Line, kept } from '../model.ts'
import { addedTo, isOpen, openIds, vocabularies } from '../vocabulary/index.ts'
import type { OpenId } from '../vocabulary/index.ts'
import type { Vocabulary } from '../vocabulary/list.ts'
import type { RefusalCode } from '../refusal.ts'
import { z } from '../zod.ts'

/** How a code reads, in the languages an office is asked for. */
export const Label = z.strictObject({ en: Line.max(80), ar: Line.max(80) })
export type Label = z.infer<typeof Label>

/** The id of a list an office may change. */
export const ListId = z.enum(openIds)

/** What an office decided about one code: its own code, or one that came with Vigil and is worded anew or retired. */
export const ListEntry = z.strictObject({
  code: kept(60).min(1),
  /** The group of a code the office added; `null` when it stands in none, and for codes that came with Vigil. */
  group: z.string().nullable(),
  /** `null`: as it came. */
  label: Label.nullable(),
  /** Whether it is offered for new records. Old records show it in any case. */
  offered: z.boolean(),
})
export type ListEntry = z.infer<typeof ListEntry>

/** A list as an office has it: what differs from how it came, in the order in which it was decided. */
export type ListEdition = readonly ListEntry[]

/** Every list an office changed. */
export type Editions = Readonly<Partial<Record<OpenId, ListEdition>>>

/** One change of one list. Codes are never removed and never used again for something else. */
export const ListChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('added'), code: z.string(), group: z.string().nullable(), label: Label }),
  z.strictObject({ what: z.literal('reworded'), code: z.string(), label: Label.nullable() }),
  z.strictObject({ what: z.literal('retired'), code: z.string() }),
  z.strictObject({ what: z.literal('put-back'), code: z.string() }),
])
export type ListChange = z.infer<typeof ListChange>

const shippedOf = (list: OpenId): Vocabulary => vocabularies[list]

/** Whether a list has a code, offered or not: it came with Vigil, or the office added it. */
export const hasCode = (list: OpenId, code: string, edition: ListEdition = []): boolean =>
  shippedOf(list).codes.includes(code) || edition.some(entry => entry.code === code)

/** Whether a list has a group. */
const hasGroup = (list: OpenId, group: string | null) =>
  group === null || shippedOf(list).groups.some(one => one.group === group)

const entryOf = (edition: ListEdition, code: string): ListEntry =>
  edition.find(entry => entry.code === code) ?? { code, group: null, label: null, offered: true }

/** One list and what is to be changed in it. */
export interface Changing {
  readonly list: OpenId
  readonly change: ListChange
  /** How the codes of the list read without the office, by code and language. Needed to tell equal words apart. */
  readonly shipped: (code: string) => Label
}

/** Why a list cannot be changed like this, or `null`. Two codes that read the same would be ticked by mistake. */
export function refusalForChange(
  edition: ListEdition,
  { list, change, shipped }: Changing,
): RefusalCode | null {
  const { what, code } = change
  if (what === 'added') {
    if (addedTo(code) !== list || hasCode(list, code, edition)) return 'settings/code-unknown'
    if (!hasGroup(list, change.group)) return 'settings/group-unknown'
  } else if (!hasCode(list, code, edition)) return 'settings/code-unknown'
  if (what === 'reworded' && change.label === null && addedTo(code)) return 'settings/label-missing'
  const label = what === 'added' || what === 'reworded' ? (change.label ?? shipped(code)) : null
  return label && isTaken(edition, { list, code, label, shipped }) ? 'settings/label-taken' : null
}

function isTaken(
  edition: ListEdition,
  { list, code, label, shipped }: Omit<Changing, 'change'> & { readonly code: string; readonly label: Label },
): boolean {
  const same = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
  return allCodes(list, edition)
    .filter(other => other !== code)
    .map(other => entryOf(edition, other).label ?? shipped(other))
    .some(other => same(other.en, label.en) || same(other.ar, label.ar))
}

/** A list after one change. */
export function changedList(edition: ListEdition, change: ListChange): ListEdition {
  const entry = entryOf(edition, change.code)
  const after = { ...entry, ...decided(change) }
  return edition.includes(entry) ? edition.map(one => (one === entry ? after : one)) : [...edition, after]
}

function decided(change: ListChange): Partial<ListEntry> {
  switch (change.what) {
    case 'added':
      return { group: change.group, label: change.label, offered: true }
    case 'reworded':
      return { label: change.label }
    case 'retired':
      return { offered: false }
    case 'put-back':
      return { offered: true }
  }
}

const ends = ['other', 'unknown']

/** Every code of a list, offered or not, in the order of the screen: what the office added stands before `other`. */
export function allCodes(list: OpenId, edition: ListEdition = []): string[] {
  const own = edition.filter(({ code }) => addedTo(code) !== null)
  const { codes, groups } = shippedOf(list)
  const grouped = groups.flatMap(({ group, codes: inGroup }) => [...inGroup, ...codesIn(own, group)])
  const rest = codes.filter(code => !grouped.includes(code))
  return [
    ...grouped,
    ...rest.filter(code => !ends.includes(code)),
    ...codesIn(own, null),
    ...rest.filter(code => ends.includes(code)),
  ]
}

const codesIn = (entries: ListEdition, group: string | null) =>
  entries.filter(entry => entry.group === group).map(({ code }) => code)

/** The codes of one group, those the office added last. */
export const codesOfGroup = (list: OpenId, group: string, edition: ListEdition = []): string[] => [
  ...(shippedOf(list).groups.find(one => one.group === group)?.codes ?? []),
  ...codesIn(edition, group),
]

/** Whether a code is offered for new records. */
export const isOffered = (edition: ListEdition, code: string): boolean => entryOf(edition, code).offered

/** The label an office gave a code, or `null` when it reads as it came. */
export const labelIn = (edition: ListEdition, code: string): Label | null => entryOf(edition, code).label

/** Every code in a value that an office can have added, whatever field it stands in. */
export function addedCodesIn(value: unknown): string[] {
  const found: string[] = []
  gather(value, found)
  return found
}

function gather(value: unknown, found: string[]): void {
  if (typeof value === 'string') {
    if (addedTo(value) !== null) found.push(value)
  } else if (Array.isArray(value)) for (const one of value) gather(one, found)
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
    for (const one of Object.values(value)) gather(one, found)
}

/** The first code of a value that no list of this vault has, or `null`. */
export const unknownCodeIn = (value: unknown, editions: Editions): string | null =>
  addedCodesIn(value).find(code => {
    const list = addedTo(code)
    return list === null || !hasCode(list, code, editions[list])
  }) ?? null

/** Whether a list of the schema is one an office may change, for text that only knows its name. */
export const openList = (list: string): OpenId | null => openIds.find(id => id === list && isOpen(id)) ?? null
