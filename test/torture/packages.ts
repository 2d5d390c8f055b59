import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runOpen } from '../../main/exchange/run.ts'
import type { OpenInput } from '../../main/exchange/run.ts'
import { Refused } from '../../shared/refusal.ts'

/** What damaging one package came to. */
export interface Damage {
  readonly name: string
  readonly flips: number
  readonly prefixes: number
  /** Damaged copies that opened all the same. */
  readonly undetected: number
  /** Damaged copies that ended in anything but a "no". */
  readonly crashes: number
}

const vectors = join(import.meta.dirname, '../vectors/package')

/** Every kind of package between colleagues that is kept for ever, with the key that opens it. */
function samples(): { name: string; file: Uint8Array; key: OpenInput['key'] }[] {
  return readdirSync(vectors).flatMap(kind => {
    const folder = join(vectors, kind)
    const { identity } = JSON.parse(readFileSync(join(folder, 'vector.json'), 'utf8')) as {
      identity?: string
    }
    if (identity === undefined) return []
    return readdirSync(folder)
      .filter(file => file.endsWith('.age'))
      .map(file => ({
        name: file,
        file: new Uint8Array(readFileSync(join(folder, file))),
        key: { identities: [identity] },
      }))
  })
}

type End = 'refused' | 'opened' | 'crashed'

async function open(input: OpenInput): Promise<End> {
  try {
    await runOpen(input)
    return 'opened'
  } catch (error) {
    return error instanceof Refused ? 'refused' : 'crashed'
  }
}

/**
 * Turns one bit of every byte of every sample, and cuts it after every byte: each copy must be refused.
 *
 * @param step 1 for every byte; more leaves bytes out, for a short run.
 */
export async function runPackages({
  step,
  from,
  isOver,
  onSample,
}: {
  readonly step: number
  /** Where to begin: 0 to below `step`. Rounds with other beginnings meet the bytes left out. */
  readonly from: number
  /** Damage nothing more once this says yes. */
  isOver(): boolean
  readonly onSample: (damage: Damage) => void
}): Promise<Damage[]> {
  const found: Damage[] = []
  for (const { name, file, key } of samples()) {
    const ends: End[] = []
    for (let at = from; at < file.length && !isOver(); at += step) {
      const flipped = Uint8Array.from(file)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      ends.push(await open({ file: flipped, key }), await open({ file: file.subarray(0, at), key }))
    }
    const count = (end: End) => ends.filter(one => one === end).length
    const whole = await open({ file, key })
    const damage = {
      name,
      flips: ends.length / 2,
      prefixes: ends.length / 2,
      undetected: count('opened'),
      crashes: count('crashed') + (whole === 'opened' ? 0 : 1),
    }
    onSample(damage)
    found.push(damage)
  }
  return found
}
