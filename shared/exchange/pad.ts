import { joined } from './bytes.ts'

const floor = 64 * 1024

/**
 * The size a package is padded to, so that its size on disk says little of what is inside (ADR 0007).
 *
 * Padmé (Nikitin and others, PETS 2019) with a floor of 64 KiB: at most 12% more than the content above the floor, always a
 * multiple of 2 KiB, and the same or more for a larger content.
 *
 * @param size bytes, at least 0 and below 2^53.
 */
export function paddedSize(size: number): number {
  if (size <= floor) return floor
  const exponent = Math.floor(Math.log2(size))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - kept)
  return Math.ceil(size / step) * step
}

/** The zeros that come after these parts, up to `paddedSize`. */
export function paddingOf(parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((total, { length }) => total + length, 0)
  return new Uint8Array(paddedSize(size) - size)
}

/** The bytes with zeros after them, up to `paddedSize`. */
export const pad = (bytes: Uint8Array): Uint8Array => joined(bytes, paddingOf([bytes]))
