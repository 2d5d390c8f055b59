import { below, oneOf } from './mutate.ts'
import type { Random } from './mutate.ts'

/** As much of JSON Schema as zod writes. */
interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** What a sample is made with: chance, and ids and texts that mean something in the vault it is for. */
export interface Making {
  readonly random: Random
  readonly ids: readonly string[]
  readonly words: readonly string[]
}

const days = ['2026-03-01', '2025-12-31', '2027-01-01', '2024-02-29']
const ofPattern: readonly (readonly [RegExp, (random: Random) => string])[] = [
  [/T.*Z|\[Tt\]/, random => `${oneOf(random, days)}T10:00:00.000Z`],
  [/0-9a-f.*\{64\}/, random => below(random, 10).toString().repeat(64)],
  [/0-9a-f.*\{32\}/, random => below(random, 10).toString().repeat(32)],
  [/0-9a-f.*\{16\}/, random => below(random, 10).toString().repeat(16)],
  [/A-Za-z0-9\+/, () => `${'A'.repeat(43)}=`],
  [/age1/, () => 'age1n7zva8rswlwnx7c7ctj4wv6kg6yg94erfq3qanz4muntymu3scxq0rclrc'],
  [/\\d\{4\}|19\|20|\(\?:\(\?:/, random => oneOf(random, days)],
]

function textOf({ pattern, format, minLength = 0, maxLength = 300 }: Schema, making: Making): string {
  const { random, ids, words } = making
  if (format === 'uuid') return oneOf(random, ids)
  if (format === 'date') return oneOf(random, days)
  if (format === 'date-time') return `${oneOf(random, days)}T10:00:00.000Z`
  const made = pattern === undefined ? undefined : ofPattern.find(([sign]) => sign.test(pattern))
  if (made) return made[1](random)
  return oneOf(random, words).slice(0, maxLength).padEnd(minLength, 'x')
}

/** A value that comes close to a schema: right in form, and with ids that exist. */
export function sampleOf(schema: Schema, making: Making, root: Schema = schema): unknown {
  const { random } = making
  const again = (inside: Schema) => sampleOf(inside, making, root)
  if (schema.$ref !== undefined) return again(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if ('const' in schema) return schema.const
  if (schema.enum) return oneOf(random, schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return again(oneOf(random, choices))
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(again)) as unknown
  const { type = 'bytes' } = schema
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || random() < 0.5)
          .map(([key, inside]) => [key, again(inside)]),
      )
    case 'array':
      if (schema.prefixItems) return schema.prefixItems.map(again)
      return Array.from({ length: (schema.minItems ?? 0) + below(random, 3) }, () =>
        again(schema.items ?? {}),
      )
    case 'string':
      return textOf(schema, making)
    case 'integer':
    case 'number':
      return Math.min(schema.maximum ?? 100, (schema.minimum ?? 0) + below(random, 5))
    case 'boolean':
      return random() < 0.5
    case 'null':
      return null
    default:
      // What JSON cannot say: bytes.
      return new Uint8Array([1, 2, 3])
  }
}
