import { rm } from 'node:fs/promises'
import { Refused, type RefusalCode } from '../../../shared/refusal.ts'
import type { DrillResult } from '../../../shared/vault/copies.ts'
import { forReading } from '../../db/handles.ts'
import { hashAt } from '../../record/repository.ts'
import type { Kdf } from '../kdf.ts'
import type { OpenVault } from '../openVault.ts'
import { inThread } from './inThread.ts'
import { Manifest } from './manifest.ts'
import { checkingFolder } from './place.ts'
import { unpackCopy } from './readCopy.ts'
import { step, type Copying } from './watch.ts'

/** A copy that is opened as somebody would who lost this laptop. */
interface Drilling {
  readonly vault: OpenVault
  /** Where the open vault stands. */
  readonly folder: string
  /** The copy. */
  readonly path: string
  readonly passphrase: Uint8Array
  readonly keyFile: Uint8Array | undefined
  readonly kdf: Kdf | undefined
  readonly now: string
}

/** How a refusal is kept of a drill; `null` when the copy is not at fault. */
export const resultOf = (code: RefusalCode): Exclude<DrillResult, 'proved'> | null =>
  damaged.includes(code) ? 'damaged' : different.includes(code) ? 'differs' : null

const damaged: readonly RefusalCode[] = ['copies/damaged', 'vault/damaged']
const different: readonly RefusalCode[] = ['copies/differs', 'copies/record-broken', 'copies/went-apart']

/** The record of the running vault must go through the point where the copy ends. */
function mustBeOfThis({ vault }: Drilling, { vault_id, facts }: Manifest): void {
  if (vault_id !== vault.vaultId) throw new Refused('copies/other-vault')
  if (hashAt(forReading(vault.db), facts.entries) !== facts.head) throw new Refused('copies/went-apart')
}

/**
 * Unpacks a copy beside the vault, opens it as anybody would who knows the passphrase, reads it through, compares it with the
 * running vault, and removes it again.
 *
 * @returns what the copy says of itself.
 * @throws Refused `copies/…`, everything an unlock refuses with, `file/…`.
 */
export async function drill(drilling: Drilling, copying: Copying): Promise<Manifest> {
  const { folder, path, passphrase, keyFile, kdf, now } = drilling
  const temporary = checkingFolder(folder)
  try {
    step(copying, { stage: 'rereading' })
    await unpackCopy(path, temporary, copying)
    const found = await inThread({ folder: temporary, passphrase, keyFile, kdf, now }, copying)
    const manifest = Manifest.parse(found)
    mustBeOfThis(drilling, manifest)
    return manifest
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}
