import { itemText, jsonBytes, valueOfItem, valueOfJson } from '../../shared/exchange/json.ts'
import type { Step } from '../working.ts'
import { nodeTools } from './tools.ts'

/** JSON as packages carry it: two spaces, one line feed at the end, UTF-8. The same value gives the same bytes. */
export const writeJson = (value: unknown): Uint8Array => jsonBytes(value, nodeTools)

/** The value in JSON that `writeJson` wrote, in that one spelling. @throws Refused `exchange/damaged` */
export const readJson = (bytes: Uint8Array): unknown => valueOfJson(bytes, nodeTools)

type Whole = Readonly<Record<string, unknown>>

/** Where the things of a list go in a text that was written with the list empty. */
const emptyList = (key: string) => `\n  ${JSON.stringify(key)}: [`

/** The same as `writeJson`, step by step: the things of one list, a field of the whole, are written one after the other. */
export function* writeJsonInSlices(whole: Whole, key: string): Generator<Step, Uint8Array> {
  const items = whole[key]
  if (!Array.isArray(items) || items.length === 0) return writeJson(whole)
  const frame = Buffer.from(writeJson({ ...whole, [key]: [] }))
  const at = frame.indexOf(`${emptyList(key)}]`) + emptyList(key).length
  const parts: Uint8Array[] = [frame.subarray(0, at)]
  for (const [done, item] of items.entries()) {
    yield { done, all: items.length }
    parts.push(Buffer.from(`${done === 0 ? '' : ','}\n${itemText(item)}`))
  }
  return Buffer.concat([...parts, Buffer.from('\n  '), frame.subarray(at)])
}

/** Where the things of a list stand in a text; `null` where it has none, or is not written as `writeJson` does. */
function itemsIn(text: Buffer, key: string) {
  const head = `${emptyList(key)}\n`
  const start = text.indexOf(`${head}    {\n`)
  if (start < 0) return null
  const items: Uint8Array[] = []
  for (let at = start + head.length; ;) {
    const begins = text.toString('latin1', at, at + 6)
    if (begins !== '    {\n' && begins !== '    {}') return null
    const end = begins === '    {}' ? at + 6 : text.indexOf('\n    }', at) + '\n    }'.length
    if (end < at) return null
    items.push(text.subarray(at, end))
    const next = text.toString('latin1', end, end + 4)
    if (next === '\n  ]') {
      const before = text.subarray(0, start + head.length - 1)
      return { items, frame: Buffer.concat([before, text.subarray(end + '\n  '.length)]) }
    }
    if (!next.startsWith(',\n')) return null
    at = end + ',\n'.length
  }
}

/**
 * The same as `readJson`, step by step: the things of one list are read one after the other. The text is in the one spelling when
 * each of them is, and what is left of it without them.
 *
 * @throws Refused `exchange/damaged`
 */
export function* readJsonInSlices(bytes: Uint8Array, key: string): Generator<Step, unknown> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = itemsIn(text, key)
  if (!found) return readJson(bytes)
  const { items, frame } = found
  const whole = readJson(frame) as Whole
  const list = whole[key]
  if (!Array.isArray(list) || list.length > 0) return readJson(bytes)
  for (const [done, item] of items.entries()) {
    yield { done, all: items.length }
    list.push(valueOfItem(item, nodeTools))
  }
  return whole
}
