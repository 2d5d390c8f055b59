import { hashRaw } from '@node-rs/argon2'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'

/** The cost of one guess: `m` KiB of memory, `t` passes over it, `p` lanes (RFC 9106). */
export const Kdf = z.strictObject({ m: z.int().min(8), t: z.int().min(1), p: z.int().min(1) })
export type Kdf = z.infer<typeof Kdf>

/** What Vigil never writes less than: 256 MiB, 3 passes, 4 lanes. */
const floor: Kdf = { m: 262_144, t: 3, p: 4 }
const mostPasses = 12
const aimMs = 1_000

const within = (value: number, [low, high]: readonly [number, number]) => low <= value && value <= high

/**
 * Whether a cost read from a file may be run at all: 64 MiB to 2 GiB, 1 to 24 passes, 1 to 16 lanes.
 *
 * The cost stands in a file that anybody may have written and is needed before anything in it can be trusted.
 *
 * @param also a cost accepted although it is outside, for tests.
 */
export function mayRun(kdf: Kdf, also?: Kdf): boolean {
  if (also && kdf.m === also.m && kdf.t === also.t && kdf.p === also.p) return true
  return within(kdf.m, [65_536, 2_097_152]) && within(kdf.t, [1, 24]) && within(kdf.p, [1, 16])
}

/**
 * 32 bytes from a passphrase by Argon2id, version 1.3.
 *
 * @throws Refused `vault/not-enough-memory`. The cost is never lowered instead.
 */
export async function derive(passphrase: Uint8Array, kdf: Kdf, salt: Uint8Array): Promise<Uint8Array> {
  const options = {
    memoryCost: kdf.m,
    timeCost: kdf.t,
    parallelism: kdf.p,
    salt,
    outputLen: 32,
    algorithm: 2,
    version: 1,
  }
  mustHaveRoom(kdf)
  return hashRaw(passphrase, options)
}

/** Asks for the memory and gives it back: where there is too little, the derivation itself would end the process. */
function mustHaveRoom({ m }: Kdf): void {
  try {
    new ArrayBuffer(m * 1_024).transfer(0)
  } catch {
    throw new Refused('vault/not-enough-memory')
  }
}

/**
 * The cost for a new passphrase on this machine: the floor's memory, and as many passes, 3 to 12, as take about a second.
 *
 * Runs the floor's cost twice: the first run also pays for fetching the memory.
 */
export async function tuneKdf(stopwatch: () => number): Promise<Kdf> {
  let best = Infinity
  for (let run = 0; run < 2; run++) {
    const start = stopwatch()
    await derive(new Uint8Array(8), floor, new Uint8Array(16))
    best = Math.min(best, stopwatch() - start)
  }
  const passes = Math.round((aimMs / best) * floor.t)
  return { ...floor, t: Math.min(mostPasses, Math.max(floor.t, passes)) }
}
