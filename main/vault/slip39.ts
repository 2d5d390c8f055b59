import helper from 'slip39/src/slip39_helper.js'
import slip39Package from 'slip39'

/** What Vigil uses of the package. */
interface Slip39 {
  fromArray(
    secret: readonly number[],
    asked: {
      readonly groups: readonly (readonly [number, number, string])[]
      readonly iterationExponent: number
      readonly extendableBackupFlag: number
    },
  ): { fromPath(path: string): { readonly mnemonics: readonly string[] } }
  /** @throws Error when they do not fit together. */
  recoverSecret(mnemonics: readonly string[], passphrase?: string): readonly number[]
}

/** The package writes its helpers where every list and every text shows them; here they stay out of sight. */
for (const shared of [Array.prototype, String.prototype])
  for (const name of Object.keys(shared)) Object.defineProperty(shared, name, { enumerable: false })

/** Shamir's secret sharing in words (SLIP-0039). */
export const slip39: Slip39 = slip39Package

/** The 1,024 words shares are made of; the first four letters tell each apart. */
export const shareWords: readonly string[] = helper.WORD_LIST
