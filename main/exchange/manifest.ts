import { Manifest } from '../../shared/exchange/manifest.ts'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { readJson, writeJson } from './json.ts'

const Peek = z.looseObject({ format: z.literal('vigil-package'), version: z.int().min(1) })

/**
 * The manifest's bytes. They are what is signed; the order of fields is the schema's, whatever the order given.
 *
 * @throws ZodError when the manifest is not one: a fault of the caller.
 */
export function writeManifest(manifest: Manifest): Uint8Array {
  return writeJson(Manifest.parse(manifest))
}

/**
 * The manifest in these bytes.
 *
 * @throws Refused `exchange/not-a-package` for another format, `exchange/newer-than-app` for a later version,
 *   `exchange/damaged` for everything else: an unknown field, a field twice, another spelling of the same JSON.
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const value = readJson(bytes)
  const peek = Peek.safeParse(value)
  if (!peek.success) throw new Refused('exchange/not-a-package')
  if (peek.data.version > 1) throw new Refused('exchange/newer-than-app')
  const manifest = Manifest.safeParse(value)
  if (!manifest.success || !Buffer.from(bytes).equals(writeJson(manifest.data)))
    throw new Refused('exchange/damaged')
  return manifest.data
}
