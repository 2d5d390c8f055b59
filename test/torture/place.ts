import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleEmail } from '../samples/email.ts'
import { emailIn } from './session.ts'

/** Where one vault is worked on. */
export interface Place {
  readonly root: string
  readonly folder: string
  readonly outbox: string
}

/** A fresh place with an e-mail to take in. */
export async function newPlace(parent: string, name: string): Promise<Place> {
  const root = join(parent, name)
  const outbox = join(root, 'outbox')
  mkdirSync(outbox, { recursive: true })
  writeFileSync(emailIn(outbox), await sampleEmail({ language: 'ar' }))
  return { root, folder: join(root, 'vault.vigil'), outbox }
}

/** Runs `work` with a folder that is gone afterwards. In memory: nothing here depends on a real disk. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'vigil-torture-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
