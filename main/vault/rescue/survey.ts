import { childrenOf, kindOf, leafOf, textOf, type PageKind, type Row } from './cells.ts'
import type { Pages } from './pages.ts'

const codes: readonly (PageKind | 'damaged' | 'unused')[] = [
  'damaged',
  'interior',
  'leaf',
  'index',
  'other',
  'unused',
]

/** What stands where in a database, as far as it can be read. Five bytes of memory a page. */
export interface Survey {
  readonly pages: Pages
  /** Pages that are damaged or missing. */
  readonly damaged: number
  /** Every leaf page of a table, by number. */
  readonly leaves: readonly number[]
  /** The highest page that still leads to this one: the root of its table, unless something above it is lost. */
  topOf(number: number): number
  /** The table a root belongs to. */
  readonly tableAt: ReadonlyMap<number, string>
  /** Tables of which a page that leads to others may be lost, and those whose root is not known. */
  readonly torn: ReadonlySet<string>
  /** What the head of the database says of the version of its schema; `null` when page 1 is lost. */
  readonly version: number | null
}

/** Called now and then, so that others get their turn; throws when it was cancelled. */
export type Breathe = (done: number, all: number) => Promise<void>

const between = 256

interface Scan {
  readonly kinds: Uint8Array
  readonly parents: Uint32Array
}

async function scan(pages: Pages, breathe: Breathe): Promise<Scan> {
  const kinds = new Uint8Array(pages.count + 1)
  const parents = new Uint32Array(pages.count + 1)
  for (let number = 1; number <= pages.count; number += 1) {
    const page = pages.isUsed(number) ? pages.read(number) : null
    const kind = page ? kindOf(page, number) : pages.isUsed(number) ? 'damaged' : 'unused'
    kinds[number] = codes.indexOf(kind)
    if (page && kind === 'interior')
      for (const child of childrenOf(page, number))
        if (child > 1 && child <= pages.count && child !== number) parents[child] = number
    if (number % between === 0) await breathe(number, pages.count)
  }
  return { kinds, parents }
}

/** No tree of SQLite is deeper; one that is goes in circles. */
const deepest = 24

function topIn({ parents }: Scan, number: number): number {
  let top = number
  for (let up = 0; up < deepest && (parents[top] ?? 0) > 0; up += 1) top = parents[top] ?? top
  return top
}

/** Rows of the schema tell the root of a table with their first values, which never leave the page. */
function rootIn({ values }: Row, names: ReadonlySet<string>): readonly [root: number, table: string] | null {
  const [type, name, , root] = values
  const table = textOf(name)
  if (textOf(type) !== 'table' || table === null || !names.has(table)) return null
  return root?.kind === 'integer' && root.integer > 1n ? [Number(root.integer), table] : null
}

const schemaTypes: ReadonlySet<string | null> = new Set(['table', 'index', 'trigger', 'view'])

/** A row of the table of contents itself. */
export const isOfSchema = ({ values }: Row): boolean => schemaTypes.has(textOf(values[0]))

function rowsOn(pages: Pages, number: number): readonly Row[] {
  const page = pages.read(number)
  if (!page) return []
  const { rows, cut } = leafOf(page, number, () => null)
  return [...rows, ...cut]
}

/** From the table of contents on page 1; and where that is torn, from every leaf that nothing leads to. */
function tablesIn(pages: Pages, found: Scan, names: ReadonlySet<string>): Map<number, string> {
  const tableAt = new Map<number, string>()
  const isWhole = found.kinds[1] === codes.indexOf('leaf') || found.kinds[1] === codes.indexOf('interior')
  const isSuspect = found.kinds.includes(0, 1) || !isWhole
  for (let number = 1; number <= pages.count; number += 1) {
    if (codes[found.kinds[number] ?? 0] !== 'leaf') continue
    if (!isSuspect && topIn(found, number) !== 1) continue
    for (const row of rowsOn(pages, number)) {
      const root = rootIn(row, names)
      if (root) tableAt.set(...root)
    }
  }
  return tableAt
}

/** Tables that lost a page which may lead to others. */
function tornIn(pages: Pages, found: Scan, tableAt: ReadonlyMap<number, string>): Set<string> {
  const torn = new Set<string>()
  for (const [root, table] of tableAt) if (found.kinds[root] === 0 || root > pages.count) torn.add(table)
  for (let number = 1; number <= pages.count; number += 1) {
    if (codes[found.kinds[number] ?? 0] !== 'interior') continue
    const page = pages.read(number)
    const isTorn =
      page && childrenOf(page, number).some(child => child > pages.count || found.kinds[child] === 0)
    const table = tableAt.get(topIn(found, number))
    if (isTorn && table !== undefined) torn.add(table)
  }
  return torn
}

/**
 * Reads every page once and tells what is left: which verify, which table each belongs to, what leads to what.
 *
 * @param names the tables this program knows.
 */
export async function surveyOf(
  pages: Pages,
  { names, breathe }: { readonly names: ReadonlySet<string>; readonly breathe: Breathe },
): Promise<Survey> {
  const found = await scan(pages, breathe)
  const tableAt = tablesIn(pages, found, names)
  const torn = tornIn(pages, found, tableAt)
  const rooted = new Set(tableAt.values())
  for (const name of names) if (!rooted.has(name)) torn.add(name)
  const leaves = [...found.kinds.keys()].filter(
    number => codes[found.kinds[number] ?? 0] === 'leaf' && number > 0,
  )
  return {
    pages,
    damaged: found.kinds.subarray(1).reduce((sum, kind) => sum + (kind === 0 ? 1 : 0), 0),
    leaves,
    topOf: number => topIn(found, number),
    tableAt,
    torn,
    version: pages.read(1)?.readUInt32BE(60) ?? null,
  }
}
