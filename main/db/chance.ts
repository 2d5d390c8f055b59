import { randomBytes } from 'node:crypto'

/**
 * Nonces of sealed values and salts of their leaves: nothing that was done depends on what they are, so nobody hands them in.
 */
export const drawn = (size: number): Uint8Array => randomBytes(size)
