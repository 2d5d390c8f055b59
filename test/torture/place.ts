import { mkdirSync, writeFileSync } from 'node:fs'
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
