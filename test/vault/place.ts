import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createVault, unlockVault } from '../../main/vault/vaultFile.ts'

/** A cost that takes less than a millisecond. Only tests may ask for it. */
export const cheap = { m: 64, t: 1, p: 1 }
export const now = '2026-03-02T12:00:00.000Z'
export const right = 'four grey donkeys walked to the well'
export const wrong = 'four grey donkeys walked to the wall'

export const bytes = (text: string) => new TextEncoder().encode(text)

/** An empty folder that is gone when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A place where a vault may be made. */
export const newPlace = () => join(emptyFolder(), 'cases.vigil')

/** What a test asks of a refusal: its code. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'no refusal'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

export const unlock = (folder: string, passphrase = right) =>
  unlockVault({ folder, passphrase: bytes(passphrase), now, kdf: cheap })

export const create = (folder: string, passphrase = right) =>
  createVault({ folder, passphrase: bytes(passphrase), now, kdf: cheap })

/** A closed vault with one row in it. */
export async function closedVault(): Promise<string> {
  const folder = newPlace()
  const vault = await create(folder)
  vault.db.exec("CREATE TABLE note (said TEXT) STRICT; INSERT INTO note VALUES ('kept')")
  vault.close(now)
  return folder
}

export const noteIn = (vault: Awaited<ReturnType<typeof unlock>>) =>
  vault.db.prepare('SELECT said FROM note').pluck().get()

/** Changes the bytes of one file of a vault. */
export function change(folder: string, name: string, edit: (bytes: Buffer) => Uint8Array): void {
  const path = join(folder, name)
  writeFileSync(path, edit(readFileSync(path)))
}

/** The same bytes with one of them changed. */
export function flipped(file: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(file)
  copy[at] = copy[at]! ^ 1
  return copy
}
