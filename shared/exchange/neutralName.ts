/** 32 signs that nobody takes for one another. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * A file name that says nothing: eight random letters and digits, and how it ends.
 *
 * @param random eight random bytes or more; the rest is not used.
 */
export function neutralName(random: Uint8Array, ending: 'age' | 'html' | 'txt' | 'vgb'): string {
  return `${Array.from(random.subarray(0, 8), byte => signs[byte % signs.length]).join('')}.${ending}`
}
