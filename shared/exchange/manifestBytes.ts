import { Refused } from '../refusal.ts'
import { z } from '../zod.ts'
import { sameBytes } from './bytes.ts'
import { jsonBytes, valueOfJson } from './json.ts'
import { Manifest } from './manifest.ts'
import type { Utf8 } from './tools.ts'

const Peek = z.looseObject({ format: z.literal('vigil-package'), version: z.int().min(1) })

/**
 * The manifest's bytes. They are what is signed; the order of fields is the schema's, whatever the order given.
 *
 * @throws ZodError when the manifest is not one: a fault of the caller.
 */
export const manifestBytes = (manifest: Manifest, utf8: Utf8): Uint8Array =>
  jsonBytes(Manifest.parse(manifest), utf8)

/**
 * The manifest in these bytes.
 *
 * @throws Refused `exchange/not-a-package` for another format, `exchange/newer-than-app` for a later version,
 *   `exchange/damaged` for everything else: an unknown field, a field twice, another spelling of the same JSON.
 */
export function manifestIn(bytes: Uint8Array, utf8: Utf8): Manifest {
  const value = valueOfJson(bytes, utf8)
  const peek = Peek.safeParse(value)
  if (!peek.success) throw new Refused('exchange/not-a-package')
  if (peek.data.version > 1) throw new Refused('exchange/newer-than-app')
  const manifest = Manifest.safeParse(value)
  if (!manifest.success || !sameBytes(bytes, jsonBytes(manifest.data, utf8)))
    throw new Refused('exchange/damaged')
  return manifest.data
}
