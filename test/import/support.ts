import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { readEmail } from '../../main/import/readEmail.ts'
import { ReadEmail } from '../../shared/import/model.ts'
import { Refused, type RefusalCode } from '../../shared/refusal.ts'

/** Where test data stands that nobody on this project wrote. */
export const corpora = '../shared/corpora'

/** Whether a corpus is here; says so when it is not. */
export function isHere(path: string): boolean {
  const found = existsSync(path)
  if (!found) console.log(`Not here, so not run: ${path}`)
  return found
}

/** Reads an e-mail and holds the result to its schema. */
export async function read(bytes: Uint8Array): Promise<ReadEmail> {
  return ReadEmail.parse(await readEmail(bytes))
}

/** Reads anything: `null` when it was read, its code when it was refused. Every other error is thrown. */
export async function refusalOf(bytes: Uint8Array): Promise<RefusalCode | null> {
  try {
    await read(bytes)
    return null
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

/** The one attachment of an e-mail that should have one. */
export async function onlyAttachment(bytes: Uint8Array) {
  const { email, contents } = await read(bytes)
  expect(email.attachments).toHaveLength(1)
  return { ...email.attachments[0]!, content: contents[0] ?? null }
}
