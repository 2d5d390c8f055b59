import { closeSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs'
import { decryptPieces, encryptPieces } from '../../../main/exchange/agePieces.ts'

/*
 * Seals or opens one large file, piece by piece, as often as asked, and says how long each took and how much memory the process
 * ever had. `node seal.js seal|open IN OUT KEY ROUNDS`
 */

const [way, from = '', to = '', key = '', rounds = '1'] = process.argv.slice(2)
const mebibyte = 1_048_576

function* partsFrom(at: number): Generator<Uint8Array> {
  const fd = openSync(from, 'r')
  const parts = [new Uint8Array(mebibyte), new Uint8Array(mebibyte), new Uint8Array(mebibyte)]
  for (let turn = 0, place = at; ; turn++) {
    const part = parts[turn % 3] ?? new Uint8Array(mebibyte)
    const size = readSync(fd, part, 0, part.length, place)
    if (size === 0) break
    place += size
    yield part.subarray(0, size)
  }
  closeSync(fd)
}

async function once(): Promise<number> {
  const start = performance.now()
  const whole = { start: firstOf(from), restFrom: partsFrom }
  const pieces =
    way === 'seal'
      ? await encryptPieces({ recipients: [key] }, partsFrom(0))
      : await decryptPieces(whole, { identities: [key] })
  const fd = openSync(to, 'w', 0o600)
  for (const piece of pieces) writeSync(fd, piece)
  closeSync(fd)
  return performance.now() - start
}

function firstOf(path: string): Uint8Array {
  const start = new Uint8Array(Math.min(statSync(path).size, 65_536))
  const fd = openSync(path, 'r')
  readSync(fd, start, 0, start.length, 0)
  closeSync(fd)
  return start
}

/** Once more than is counted: the first loads what is loaded once. */
const took: number[] = []
for (let round = 0; round <= Number(rounds); round++) took.push(await once())
const resident = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
process.stdout.write(JSON.stringify({ took: took.slice(1), megabytes: resident / 1_000_000 }))
