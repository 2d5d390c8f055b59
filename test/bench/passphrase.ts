const start = 'correct horse battery staple lamp river window'

/** The n-th passphrase of a vault: 0 is the one it was made with. */
export const passphraseOf = (n: number) => new TextEncoder().encode(`${start} ${n}`)
