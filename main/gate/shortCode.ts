import { letters } from '../case/repository.ts'

/**
 * A short code like "OV-7K2M" that nothing has yet: to be written into a brief and found again in what comes back.
 *
 * @param taken every code there is of this kind.
 */
export function shortCode(
  prefix: 'AP' | 'OV' | 'PB',
  random: (size: number) => Uint8Array,
  taken: readonly string[],
): string {
  for (;;) {
    const drawn = [...random(32)].filter(byte => byte < 248).slice(0, 4)
    const code = `${prefix}-${drawn.map(byte => letters[byte % letters.length]).join('')}`
    if (drawn.length === 4 && !taken.includes(code)) return code
  }
}
