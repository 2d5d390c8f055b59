import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { Refused, type RefusalCode } from '../../shared/refusal.ts'
import { readWhole } from '../file/readWhole.ts'

/*
 * A key file (ADR 0030): three lines of text. What it is and its version; 32 random bytes in hex; the first four bytes
 * of their SHA-256 in hex. Nothing in it says whose it is or what it opens.
 */
const head = 'vigil-keyfile'
const version = 1
const mostBytes = 1_024

const sumOf = (key: Uint8Array) => createHash('sha256').update(key).digest('hex').slice(0, 8)

/** The bytes of a key file. @param key 32 random bytes */
export const writeKeyFile = (key: Uint8Array): Uint8Array =>
  Buffer.from(`${head} ${version}\n${Buffer.from(key).toString('hex')}\n${sumOf(key)}\n`)

/**
 * The 32 bytes of a key file. Line ends of any system are accepted, and nothing else beside what `writeKeyFile` writes.
 *
 * @throws Refused `keyfile/not-a-key-file`, `keyfile/newer-than-app`, `keyfile/damaged`.
 */
export function readKeyFile(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const found = /^vigil-keyfile (\d{1,4})\r?\n/u.exec(text)
  if (!found) throw new Refused('keyfile/not-a-key-file')
  if (Number(found[1]) > version) throw new Refused('keyfile/newer-than-app')
  const [key, sum] = text.slice(found[0].length).trim().split(/\r?\n/u)
  const isWhole = /^[0-9a-f]{64}$/u.test(key ?? '')
  const read = new Uint8Array(Buffer.from(isWhole ? (key ?? '') : '', 'hex'))
  if (!isWhole || sum !== sumOf(read)) throw new Refused('keyfile/damaged')
  return read
}

/**
 * The key file at a path, wiped from memory by whoever asked.
 *
 * @throws Refused `file/gone`, `file/cannot-read`, and as `readKeyFile`; a file too large to be one is none.
 */
export async function keyFileAt(path: string): Promise<Uint8Array> {
  try {
    return readKeyFile(await readWhole(path, mostBytes))
  } catch (error) {
    if (error instanceof Refused && error.code === 'file/too-large')
      throw new Refused('keyfile/not-a-key-file')
    throw error
  }
}

const real = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

const isInside = (folder: string, path: string) => !relative(folder, path).startsWith('..')

/** What is said of a place that will not do. */
interface Saying {
  readonly beside: RefusalCode
  readonly taken: RefusalCode
}
const ofKeyFile: Saying = { beside: 'keyfile/beside-vault', taken: 'keyfile/name-taken' }
/** The same for a share. */
export const ofShare: Saying = { beside: 'recovery/beside-vault', taken: 'recovery/name-taken' }

/**
 * What opens a vault and lies beside it would be taken together with it; and it never covers a file, which could be
 * what opens it now.
 *
 * @throws Refused `beside` for a place in the vault's folder or in the folder that holds it, `taken` where a file stands.
 */
export function mustBeElsewhere(path: string, vaultFolder: string, saying = ofKeyFile): void {
  const place = real(dirname(path))
  const vault = real(vaultFolder)
  if (isInside(vault, place) || place === dirname(vault)) throw new Refused(saying.beside)
  if (existsSync(path)) throw new Refused(saying.taken)
}
