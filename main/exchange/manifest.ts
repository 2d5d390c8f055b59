import type { Manifest } from '../../shared/exchange/manifest.ts'
import { manifestBytes, manifestIn } from '../../shared/exchange/manifestBytes.ts'
import { nodeTools } from './tools.ts'

/** The manifest's bytes, which are what is signed. @throws ZodError when the manifest is not one: a fault of the caller */
export const writeManifest = (manifest: Manifest): Uint8Array => manifestBytes(manifest, nodeTools)

/** The manifest in these bytes. @throws Refused `exchange/not-a-package`, `exchange/newer-than-app`, `exchange/damaged` */
export const readManifest = (bytes: Uint8Array): Manifest => manifestIn(bytes, nodeTools)
