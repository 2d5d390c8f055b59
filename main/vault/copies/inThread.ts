import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refused, type RefusalCode } from '../../../shared/refusal.ts'
import type { Kdf } from '../kdf.ts'
import type { Facts, Manifest } from './manifest.ts'
import { step, type Copying } from './watch.ts'

/** What is read through: with the key of the open vault, or as somebody would open it. */
export type ThreadAsk =
  | {
      readonly folder: string
      /** 32 bytes of the database's key. */
      readonly key: Uint8Array
      /** Bytes of the database; what follows is padding. */
      readonly bytes: number
    }
  | {
      readonly folder: string
      readonly now: string
      readonly kdf: Kdf | undefined
      readonly passphrase: Uint8Array
      readonly keyFile: Uint8Array | undefined
    }

export type ThreadAnswer =
  | { readonly ok: true; readonly value: Facts | Manifest | null }
  | { readonly ok: false; readonly code: RefusalCode }

/** The source beside this one; when built, a program beside those of Vigil. */
function program(): string {
  const here = import.meta.dirname
  if (import.meta.filename.endsWith('.ts')) return join(here, 'thread.ts')
  const beside = join(here, 'read-copy.js')
  return existsSync(beside) ? beside : join(dirname(here), 'read-copy.js')
}

/**
 * Reads an unpacked copy through in a thread of its own, so that the vault goes on answering meanwhile: a gigabyte takes
 * several seconds of the processor. The thread ends with its answer, and with the process.
 *
 * @throws Refused what opening and proving refuse with, and `copies/stopped`.
 */
export async function inThread(ask: ThreadAsk, copying: Copying): Promise<Facts | Manifest | null> {
  step(copying, { stage: 'checking', done: 0, all: 0 })
  const thread = new Worker(program(), { workerData: ask, stderr: true, stdout: true })
  try {
    const said = await new Promise<ThreadAnswer>((resolve, reject) => {
      copying.stop = () => resolve({ ok: false, code: 'copies/stopped' })
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', () => resolve({ ok: false, code: 'fault' }))
    })
    if (!said.ok) throw new Refused(said.code)
    return said.value
  } finally {
    copying.stop = null
    await thread.terminate()
  }
}
