import { truncateSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Refused } from '../../../shared/refusal.ts'
import { openDatabase, refusalForDatabase } from '../../db/open.ts'
import { databasePath } from '../session.ts'
import { unlockVault } from '../vaultFile.ts'
import { readThrough } from './facts.ts'
import type { Facts, Manifest } from './manifest.ts'
import { proveRestored } from './prove.ts'
import type { ThreadAnswer, ThreadAsk } from './inThread.ts'

/** A program of its own: reads one unpacked copy through, in a thread beside the vault, and ends. */
async function read(ask: ThreadAsk): Promise<Facts | Manifest | null> {
  if ('key' in ask) return readWithKey(ask)
  const { folder, now, kdf, passphrase, keyFile } = ask
  const vault = await unlockVault({ folder, now, kdf, passphrase, keyFile })
  try {
    return await proveRestored(folder, vault)
  } finally {
    vault.close(now)
  }
}

function readWithKey({ folder, key, bytes }: Extract<ThreadAsk, { key: Uint8Array }>): Facts {
  truncateSync(databasePath(folder), bytes)
  const db = openDatabase(databasePath(folder), key, { create: false })
  try {
    return readThrough(db)
  } finally {
    db.close()
  }
}

async function answer(ask: ThreadAsk): Promise<ThreadAnswer> {
  try {
    return { ok: true, value: await read(ask) }
  } catch (error) {
    const refused = error instanceof Refused ? error : refusalForDatabase(error)
    return { ok: false, code: refused?.code ?? 'fault' }
  } finally {
    if ('key' in ask) ask.key.fill(0)
    else ask.passphrase.fill(0)
  }
}

const ask = workerData as ThreadAsk
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
void answer(ask).then(said => parentPort?.postMessage(said))
