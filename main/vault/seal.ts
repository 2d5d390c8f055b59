import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { readWhole } from '../file/readWhole.ts'
import { writeDurablySync } from '../file/writeDurably.ts'
import { canonicalJson, readCanonicalJson } from './canonicalJson.ts'
import type { PageTags } from './pageTags.ts'

/** What the vault was when it was last closed (ADR 0002). `time_claim` is what the machine's clock said. */
export const Seal = z.strictObject({
  vault_id: z.string(),
  seq: z.int().min(1),
  /** `false` while a session is open. */
  clean: z.boolean(),
  pages: z.int(),
  page_tag_root: z.string(),
  /** What the database's own keys are made with, from its head, which may be damaged one day. Hex. */
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/u)
    .optional(),
  chain_head: z.string(),
  time_claim: z.string(),
})
export type Seal = z.infer<typeof Seal>

/** What is odd about a vault that opened. None of them alone means harm; each deserves a sentence. */
export type VaultWarning =
  'not-closed' | 'replayed' | 'no-seal' | 'seal-damaged' | 'keys-repaired' | 'lock-replaced'

/** Where the seal of a vault stands. */
export const sealPath = (folder: string) => join(folder, 'seal.vs')
const mostBytes = 4096

const macOf = (json: Uint8Array, key: Uint8Array) => createHmac('sha256', key).update(json).digest()

/** Writes the seal: one line of JSON, one line with its HMAC-SHA-256 in hex. */
export function writeSeal(folder: string, seal: Seal, key: Uint8Array): void {
  const json = Buffer.from(canonicalJson(seal))
  const text = Buffer.from(`\n${macOf(json, key).toString('hex')}\n`)
  writeDurablySync(sealPath(folder), Buffer.concat([json, text]))
}

/** The seal in these bytes, or `null` when it is not one that this vault's key wrote for this vault. */
export function sealIn(bytes: Uint8Array, key: Uint8Array, vaultId: string): Seal | null {
  const file = Buffer.from(bytes)
  const end = file.indexOf('\n')
  const given = Buffer.from(file.toString('latin1', end + 1, file.length - 1), 'hex')
  if (end < 0 || given.length !== 32 || file.length !== end + 66 || file.at(-1) !== 10) return null
  const json = file.subarray(0, end)
  if (!timingSafeEqual(given, macOf(json, key))) return null
  const seal = Seal.safeParse(readCanonicalJson(json)).data
  return seal?.vault_id === vaultId ? seal : null
}

/** The seal of a vault, or `null` when there is none that its key wrote. */
export async function readSeal(folder: string, key: Uint8Array, vaultId: string): Promise<Seal | null> {
  try {
    return sealIn(await readWhole(sealPath(folder), mostBytes), key, vaultId)
  } catch (error) {
    if (error instanceof Refused && error.code !== 'file/cannot-read') return null
    throw error
  }
}

/**
 * The last hash of the record as the seal beside a locked vault tells it; nobody has checked it, because no key is here.
 * `null` when the last session did not close, or there is no seal.
 */
export async function closingHead(folder: string): Promise<string | null> {
  try {
    const file = Buffer.from(await readWhole(sealPath(folder), mostBytes))
    const [json = ''] = file.toString('utf8').split('\n')
    const seal = Seal.safeParse(JSON.parse(json)).data
    return seal?.clean === true && /^[0-9a-f]{64}$/.test(seal.chain_head) ? seal.chain_head : null
  } catch {
    return null
  }
}

/** What the seal says of the database found, by its size and its salt alone: whether each page is the one that was closed is asked of `pageTags`. */
export function warningsFor(
  seal: Seal | null,
  head: Pick<PageTags, 'pages' | 'salt'>,
): readonly VaultWarning[] {
  if (!seal) return ['no-seal']
  if (!seal.clean) return ['not-closed']
  const isSame = seal.pages === head.pages && (seal.salt ?? head.salt) === head.salt
  return isSame ? [] : ['replayed']
}
