import { randomFrom } from '../frame.ts'
import { mutated, oneOf } from './mutate.ts'
import type { Parser } from './parsers.ts'

/** Whatever follows from the numbers: the `n`-th input of a reader under a seed. */
export interface Inputs {
  at(n: number): Uint8Array
}

/** A number for a text and a number, well spread. */
function numberOf(text: string, n: number): number {
  let hash = n >>> 0
  for (const sign of text) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0
  return hash
}

/** The inputs of one reader: first every seed as it is, then damaged ones and made ones by turns. */
export async function inputsOf(parser: Parser, seed: number): Promise<Inputs> {
  const found = await parser.seeds()
  const seeds = found.length > 0 ? found : [new Uint8Array(Buffer.from('nothing to begin from'))]
  return {
    at(n) {
      const random = randomFrom(numberOf(parser.name, seed * 1_000_003 + n))
      const whole = seeds[n]
      if (whole && random() < 0.5) return whole
      if (parser.crafted && random() < (parser.craftedShare ?? 0.4)) {
        const made = parser.crafted(random, seeds)
        return random() < 0.7 ? made : mutated(made, random, seeds)
      }
      return mutated(oneOf(random, seeds), random, seeds)
    },
  }
}
