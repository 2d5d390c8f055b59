import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Refused } from '../../../shared/refusal.ts'
import { z } from '../../../shared/zod.ts'
import { canonicalJson, readCanonicalJson } from '../canonicalJson.ts'
import { boundTo, boxBytes, type Header } from './container.ts'

/** What is counted in a vault: the same in the vault and in its copy, or it is no copy. */
export const Facts = z.strictObject({
  /** Version of the schema. */
  schema: z.int().min(1),
  /** Entries of the record, and the hash of the last. */
  entries: z.int().min(0),
  head: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Rows of every table. */
  rows: z.record(z.string().max(100), z.int().min(0)),
})
export type Facts = z.infer<typeof Facts>

/** What a copy says of itself, for whoever can open it. An unknown field is refused. */
export const Manifest = z.strictObject({
  v: z.literal(1),
  copy_id: z.uuid(),
  vault_id: z.string().regex(/^[0-9a-f]{32}$/u),
  /** What the machine's clock said. */
  made_at: z.iso.datetime({ precision: 3 }),
  /** Role code. */
  made_by: z.string().max(200),
  /** Bytes of the database; what follows in the body is padding. */
  database_bytes: z.int().min(4096),
  root: z.string().regex(/^[0-9a-f]{64}$/u),
  facts: Facts,
})
export type Manifest = z.infer<typeof Manifest>

/** The name of the key a box is sealed under. */
export const boxKeyName = 'copy'

const nonceBytes = 12
const tagBytes = 16
const roomBytes = boxBytes - nonceBytes - tagBytes

/** Seals a manifest; every box has the same size. @param key 32 bytes; the caller wipes them. */
export function sealBox(manifest: Manifest, key: Uint8Array, header: Omit<Header, 'box'>): Uint8Array {
  const json = Buffer.from(canonicalJson(manifest))
  if (4 + json.length > roomBytes) throw new Error('too many tables for one box')
  const inside = Buffer.alloc(roomBytes)
  inside.writeUInt32BE(json.length)
  json.copy(inside, 4)
  const nonce = randomBytes(nonceBytes)
  const empty = new Uint8Array(boxBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo({ ...header, box: empty }))
  return Buffer.concat([nonce, cipher.update(inside), cipher.final(), cipher.getAuthTag()])
}

function unsealed(header: Header, key: Uint8Array): Buffer | null {
  const box = Buffer.from(header.box)
  if (box.length < nonceBytes + tagBytes + 4) return null
  const options = { authTagLength: tagBytes }
  const cipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceBytes), options)
    .setAAD(boundTo(header))
    .setAuthTag(box.subarray(box.length - tagBytes))
  try {
    return Buffer.concat([cipher.update(box.subarray(nonceBytes, box.length - tagBytes)), cipher.final()])
  } catch {
    return null
  }
}

/**
 * What the copy with this header says of itself.
 *
 * @throws Refused `copies/differs` when the box is not of this vault, or what stands beside it was changed.
 */
export function openBox(header: Header, key: Uint8Array): Manifest {
  const inside = unsealed(header, key)
  const length = inside?.readUInt32BE() ?? 0
  const json = inside?.subarray(4, 4 + length)
  const manifest = json?.length === length ? Manifest.safeParse(readCanonicalJson(json)).data : undefined
  if (!manifest || manifest.database_bytes > header.bodyBytes) throw new Refused('copies/differs')
  return manifest
}
