import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Sighting } from '../../shared/record/model.ts'
import type { App } from '../app.ts'
import { writeDurablySync } from '../file/writeDurably.ts'
import type { OpenVault } from './vaultFile.ts'

/** Larger is no file of ours: a line is 190 characters. */
const mostBytes = 65_536

/** Where this machine keeps what it saw of its vaults: beside the preferences, outside every vault. */
const witnessFile = ({ preferencesFile }: App): string | null =>
  preferencesFile === null ? null : join(dirname(preferencesFile), 'witness')

/** What a vault is called there. Says nothing to whoever does not have the vault. */
const nameOf = ({ vaultId }: Pick<OpenVault, 'vaultId'>): string =>
  createHash('sha256').update(`vigil/witness/v1/${vaultId}`).digest('hex').slice(0, 32)

/** Lines `name sealed`, by name. What cannot be read is as good as nothing. */
function linesOf(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file) || statSync(file).size > mostBytes) return new Map()
  const lines = readFileSync(file, 'latin1').split('\n')
  const pairs = lines.map(line => line.split(' '))
  return new Map(pairs.flatMap(([name, sealed]) => (name && sealed ? [[name, sealed] as const] : [])))
}

/** Always of one length: it does not even show how long the record is. */
const plainOf = ({ entries, head, at }: Sighting): Buffer =>
  Buffer.from(`${String(entries).padStart(16, '0')} ${head} ${at}`, 'latin1')

function sightingIn(plain: Buffer): Sighting | null {
  const [entries, head, at] = plain.toString('latin1').split(' ')
  return Sighting.safeParse({ entries: Number(entries), head, at }).data ?? null
}

interface Sealing {
  readonly key: Uint8Array
  readonly name: string
}

function sealed(sighting: Sighting, { key, name, nonce }: Sealing & { readonly nonce: Uint8Array }): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  const body = Buffer.concat([cipher.update(plainOf(sighting)), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
}

/** @throws when this vault's key did not write it */
function opened(line: string, { key, name }: Sealing): Sighting | null {
  const bytes = Buffer.from(line, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(name))
  decipher.setAuthTag(bytes.subarray(-16))
  return sightingIn(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]))
}

/**
 * What this machine last saw of the record of an open vault; `null` when it never saw it, or cannot tell any more.
 *
 * The file is encrypted with a key of the vault (`witness`): nobody else can read or write it, and anybody can delete it.
 */
export function machineSighting(app: App, vault: OpenVault): Sighting | null {
  const file = witnessFile(app)
  const key = vault.subkey('witness')
  try {
    const name = nameOf(vault)
    const line = file === null ? undefined : linesOf(file).get(name)
    return line === undefined ? null : opened(line, { key, name })
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

/** Keeps what this machine sees now. A folder that cannot be written is no reason to stop: then there is one witness less. */
export function keepMachineSighting(app: App, vault: OpenVault, sighting: Sighting): void {
  const file = witnessFile(app)
  if (file === null) return
  const key = vault.subkey('witness')
  try {
    const name = nameOf(vault)
    const lines = new Map(linesOf(file)).set(name, sealed(sighting, { key, name, nonce: app.random(12) }))
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeDurablySync(file, Buffer.from([...lines].map(pair => `${pair.join(' ')}\n`).join(''), 'latin1'))
  } catch {
    // Locking and working go on; the other witnesses are still there.
  } finally {
    key.fill(0)
  }
}
