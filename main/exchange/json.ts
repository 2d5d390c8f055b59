import { jsonBytes, valueOfJson } from '../../shared/exchange/json.ts'
import { nodeTools } from './tools.ts'

/** JSON as packages carry it: two spaces, one line feed at the end, UTF-8. The same value gives the same bytes. */
export const writeJson = (value: unknown): Uint8Array => jsonBytes(value, nodeTools)

/** The value in JSON that `writeJson` wrote, in that one spelling. @throws Refused `exchange/damaged` */
export const readJson = (bytes: Uint8Array): unknown => valueOfJson(bytes, nodeTools)
