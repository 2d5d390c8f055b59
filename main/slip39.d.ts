/** Shamir's secret sharing in words (SLIP-0039). The package has no types of its own. */
declare module 'slip39' {
  interface Slip39 {
    fromPath(path: string): { readonly mnemonics: readonly string[] }
  }
  const slip39: {
    fromArray(
      secret: readonly number[],
      asked: {
        readonly groups: readonly (readonly [number, number, string])[]
        readonly iterationExponent: number
        readonly extendableBackupFlag: number
      },
    ): Slip39
    /** @throws Error when they do not fit together. */
    recoverSecret(mnemonics: readonly string[], passphrase?: string): readonly number[]
  }
  export default slip39
}

declare module 'slip39/src/slip39_helper.js' {
  const helper: { readonly WORD_LIST: readonly string[] }
  export default helper
}
