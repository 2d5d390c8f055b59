import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refused } from '../../../shared/refusal.ts'
import { refusalForWrite } from '../../file/refusalFor.ts'
import { flushFolder } from '../../file/writeDurably.ts'
import { readKeysFile } from '../keysFile.ts'
import type { OpenVault } from '../openVault.ts'
import { countingFacts, mustBeTheSame } from './facts.ts'
import { inThread } from './inThread.ts'
import { boxKeyName, Facts, type Manifest } from './manifest.ts'
import { checkingFolder } from './place.ts'
import { unpackCopy } from './readCopy.ts'
import { step, type Copying } from './watch.ts'
import { writeCopy } from './writeCopy.ts'

/** Which vault, to where, and what the copy says of itself. */
interface Making {
  readonly vault: OpenVault
  /** Where the open vault stands. */
  readonly folder: string
  /** Where the copy is to stand. */
  readonly path: string
  readonly said: { readonly copy_id: string; readonly made_at: string; readonly made_by: string }
}

async function written(
  partial: string,
  { vault, folder, said }: Making,
  copying: Copying,
): Promise<Manifest> {
  const boxKey = vault.subkey(boxKeyName)
  try {
    return await writeCopy(
      partial,
      {
        pages: vault.pages,
        facts: () => countingFacts(vault.db),
        keys: async () => {
          // Refused when nobody could open the copy with them.
          await vault.slots()
          return readKeysFile(folder)
        },
        boxKey,
        said: { ...said, vault_id: vault.vaultId },
      },
      copying,
    )
  } finally {
    boxKey.fill(0)
  }
}

/** Read back from where it was written, unpacked beside the vault, opened, read through, counted. */
async function proved(partial: string, manifest: Manifest, { making, copying }: Doing): Promise<void> {
  const { vault, folder } = making
  const temporary = checkingFolder(folder)
  try {
    step(copying, { stage: 'rereading', done: 0, all: 0 })
    await unpackCopy(partial, temporary, copying)
    const key = vault.subkey('db')
    const asked = { folder: temporary, key, bytes: manifest.database_bytes }
    const found = await inThread(asked, copying).finally(() => key.fill(0))
    mustBeTheSame(Facts.parse(found), manifest.facts)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

interface Doing {
  readonly making: Making
  readonly copying: Copying
}

/** Only now does the name somebody chose stand for a copy. */
async function putInPlace(partial: string, path: string): Promise<number> {
  try {
    const { size } = statSync(partial)
    await rename(partial, path)
    flushFolder(dirname(path))
    if (statSync(path).size !== size) throw new Refused('file/cannot-write')
    return size
  } catch (error) {
    throw refusalForWrite(error)
  }
}

/**
 * Makes a copy of an open vault and proves it by opening it. Until it is proved nothing stands under its name, and what stood
 * there before still does. Others may read and write the vault meanwhile.
 *
 * @returns what the copy says of itself, and its size in bytes.
 * @throws Refused `copies/…`, `file/…`, `vault/damaged`, `vault/locked`; what was written is removed.
 */
export async function makeCopy(
  making: Making,
  copying: Copying,
): Promise<{ readonly manifest: Manifest; readonly bytes: number }> {
  const { path } = making
  const partial = join(dirname(path), `.${randomBytes(8).toString('hex')}.partial`)
  try {
    const manifest = await written(partial, making, copying)
    await proved(partial, manifest, { making, copying })
    step(copying, { stage: 'flushing' })
    return { manifest, bytes: await putInPlace(partial, path) }
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
}
