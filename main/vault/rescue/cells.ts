import { usableBytes } from './pages.ts'

/** What a value of a row is, as its bytes: text is left undecoded, so that nothing is lost on the way. */
export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'integer'; readonly integer: bigint }
  | { readonly kind: 'real'; readonly real: number }
  | { readonly kind: 'text' | 'blob'; readonly bytes: Buffer }

/** One row of a table as it lies in its page. */
export interface Row {
  readonly rowid: bigint
  readonly values: readonly Value[]
}

/** What a page is, by its first byte. `other`: an overflow page, a free one, or anything else. */
export type PageKind = 'interior' | 'leaf' | 'index' | 'other'

const kinds: Readonly<Record<number, PageKind>> = { 5: 'interior', 13: 'leaf', 2: 'index', 10: 'index' }

/** The head of page 1 takes 100 bytes. */
const headAt = (number: number) => (number === 1 ? 100 : 0)

export const kindOf = (page: Buffer, number: number): PageKind => kinds[page[headAt(number)] ?? 0] ?? 'other'

/** Reads one of SQLite's variable-length numbers: its value and where the next byte stands. */
function varint(bytes: Buffer, at: number): readonly [value: bigint, next: number] {
  let value = 0n
  for (let i = 0; i < 8; i += 1) {
    const byte = bytes.readUInt8(at + i)
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return [value, at + i + 1]
  }
  return [BigInt.asIntN(64, (value << 8n) | BigInt(bytes.readUInt8(at + 8))), at + 9]
}

/** Where the cells of a page begin. @throws RangeError when the page is not what it says. */
function cellsOf(page: Buffer, number: number): number[] {
  const head = headAt(number)
  const count = page.readUInt16BE(head + 3)
  const from = head + (page[head] === 5 || page[head] === 2 ? 12 : 8)
  return Array.from({ length: count }, (_, i) => page.readUInt16BE(from + 2 * i))
}

/** The pages an interior page of a table leads to, in the order of their rows. Empty when it cannot be read. */
export function childrenOf(page: Buffer, number: number): number[] {
  try {
    const last = page.readUInt32BE(headAt(number) + 8)
    return [...cellsOf(page, number).map(at => page.readUInt32BE(at)), last]
  } catch {
    return []
  }
}

const mostLocal = usableBytes - 35
const leastLocal = Math.floor(((usableBytes - 12) * 32) / 255) - 23

function localBytes(payload: number): number {
  if (payload <= mostLocal) return payload
  const some = leastLocal + ((payload - leastLocal) % (usableBytes - 4))
  return some <= mostLocal ? some : leastLocal
}

/** Rows larger than this are not SQLite's. */
const mostPayload = 0x7fffffff

interface Cell {
  readonly rowid: bigint
  /** The beginning of the row, on the page itself. */
  readonly local: Buffer
  /** Bytes of the whole row. */
  readonly payload: number
  /** The first page of the rest; 0 when there is none. */
  readonly overflow: number
}

function cellAt(page: Buffer, at: number): Cell {
  const [payload, afterPayload] = varint(page, at)
  const [rowid, from] = varint(page, afterPayload)
  if (payload < 0n || payload > mostPayload) throw new RangeError('a row of no possible size')
  const local = localBytes(Number(payload))
  const isLong = local < Number(payload)
  if (from + local + (isLong ? 4 : 0) > usableBytes) throw new RangeError('a row that leaves its page')
  const overflow = isLong ? page.readUInt32BE(from + local) : 0
  return { rowid, local: page.subarray(from, from + local), payload: Number(payload), overflow }
}

/** How rows that go on elsewhere are followed. */
export type ReadPage = (number: number) => Buffer | null

/** The whole of a row, or `null` when a page of it is lost. */
function wholeOf({ local, payload, overflow }: Cell, read: ReadPage): Buffer | null {
  const parts = [local]
  let left = payload - local.length
  for (let next = overflow; left > 0;) {
    const page = next === 0 ? null : read(next)
    if (!page) return null
    parts.push(page.subarray(4, 4 + Math.min(left, usableBytes - 4)))
    left -= Math.min(left, usableBytes - 4)
    next = page.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

const sizes: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
const sizeOf = (type: number) => (type < 10 ? (sizes[type] ?? 0) : Math.floor((type - 12) / 2))

function valueOf(type: number, bytes: Buffer): Value {
  if (type === 0) return { kind: 'null' }
  if (type === 7) return { kind: 'real', real: bytes.readDoubleBE(0) }
  if (type === 8 || type === 9) return { kind: 'integer', integer: BigInt(type - 8) }
  if (type < 7) return { kind: 'integer', integer: signed(bytes) }
  return { kind: type % 2 === 0 ? 'blob' : 'text', bytes }
}

function signed(bytes: Buffer): bigint {
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return BigInt.asIntN(8 * bytes.length, value)
}

/**
 * The values of a row, as far as `bytes` go.
 *
 * @throws RangeError when the bytes are no row.
 */
function valuesOf(bytes: Buffer): Value[] {
  const [headBytes, first] = varint(bytes, 0)
  const values: Value[] = []
  let place = Number(headBytes)
  for (let at = first; at < Number(headBytes);) {
    const [type, next] = varint(bytes, at)
    at = next
    const size = sizeOf(Number(type))
    if (type < 0n || type === 10n || type === 11n) throw new RangeError('a value of no kind')
    if (place + size > bytes.length) return values
    values.push(valueOf(Number(type), bytes.subarray(place, place + size)))
    place += size
  }
  return values
}

/** What a leaf page of a table holds. */
export interface Leaf {
  readonly rows: readonly Row[]
  /** Rows of which a part is on a page that is lost: their number, and the values that are left at their beginning. */
  readonly cut: readonly Row[]
}

/** Reads every row of a leaf page. Rows that are none are left out. */
export function leafOf(page: Buffer, number: number, read: ReadPage): Leaf {
  const rows: Row[] = []
  const cut: Row[] = []
  for (const at of readable(() => cellsOf(page, number)) ?? []) {
    const cell = readable(() => cellAt(page, at))
    const whole = cell && wholeOf(cell, read)
    const values = cell && readable(() => valuesOf(whole ?? cell.local))
    if (cell && values) (whole ? rows : cut).push({ rowid: cell.rowid, values })
  }
  return { rows, cut }
}

function readable<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A text value in words; `null` for anything else. */
export const textOf = (value: Value | undefined): string | null =>
  value?.kind === 'text' ? value.bytes.toString('utf8') : null
