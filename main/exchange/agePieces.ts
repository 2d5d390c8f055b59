import { begin, openLocks, type Lock, type OpeningKey } from './age.ts'
import { openPieces, sealedBytes, sealPieces } from './payload.ts'

type Into = (size: number) => Uint8Array

/** About 1 MiB at once. Each batch is written over by the one after it. */
function* inBatches(work: (into: Into) => Iterable<Uint8Array>): Generator<Uint8Array> {
  const all = new Uint8Array(16 * sealedBytes)
  let used = 0
  for (const _ of work(size => all.subarray(used, (used += size)))) {
    if (used + sealedBytes <= all.length) continue
    yield all.subarray(0, used)
    used = 0
  }
  if (used > 0) yield all.subarray(0, used)
}

function* after(head: Uint8Array, batches: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield head
  yield* batches
}

/**
 * Encrypts content of any size with age: a few MiB are in memory, however large it is.
 *
 * @param parts the content, one part after the other; a part is not changed before the second after it was asked for.
 * @returns the file, batch after batch; a batch is written over when the next is asked for.
 * @throws Refused as `encryptTo`
 */
export async function encryptPieces(lock: Lock, parts: Iterable<Uint8Array>): Promise<Iterable<Uint8Array>> {
  const { head, key } = await begin(lock)
  return after(
    head,
    inBatches(into => sealPieces(parts, { key, into })),
  )
}

/** A file too large for the memory. */
interface LargeFile {
  /** Its first bytes, the whole header among them; not armored. */
  readonly start: Uint8Array
  /** All of it from this place on, in parts that are not changed before the second after each was asked for. */
  readonly restFrom: (at: number) => Iterable<Uint8Array>
}

/**
 * Decrypts a file of any size. What comes out is as it was sealed; that nothing is missing is known when the last batch came, and
 * not before.
 *
 * @returns the content, batch after batch, as `encryptPieces`; throws Refused `exchange/damaged` where it is damaged.
 * @throws Refused as `decrypt`
 */
export async function decryptPieces(
  { start, restFrom }: LargeFile,
  key: OpeningKey,
): Promise<Iterable<Uint8Array>> {
  const opened = await openLocks(start, key)
  return inBatches(into => openPieces(restFrom(opened.size), { key: opened.key, into }))
}
