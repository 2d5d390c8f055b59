import { createCipheriv, createDecipheriv } from 'node:crypto'
import { createRequire } from 'node:module'

/** The bytes one piece of a file's content is longer for being sealed. */
export const tagBytes = 16

/** One piece being sealed or opened. `key`: 32 bytes; `nonce`: 12, used once with it. */
export interface Piece {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
  readonly from: Uint8Array
  /** Where it is written: 16 bytes more than `from` when sealed, 16 less when opened. */
  readonly into: Uint8Array
}

/** ChaCha20-Poly1305 (RFC 8439) without anything bound to it. */
export interface ChaCha {
  seal(piece: Piece): void
  /** @returns whether the piece is as it was sealed; else `into` holds nothing that may be used */
  open(piece: Piece): boolean
}

const name = 'chacha20-poly1305'

/** Node's own OpenSSL, for throw-away jobs, which may load no native code (ADR 0035). Electron's own crypto does not have it. */
export const nodeChaCha: ChaCha = {
  seal({ key, nonce, from, into }) {
    const cipher = createCipheriv(name, key, nonce, { authTagLength: tagBytes })
    into.set(cipher.update(from), 0)
    cipher.final()
    into.set(cipher.getAuthTag(), from.length)
  },
  open({ key, nonce, from, into }) {
    if (from.length < tagBytes) return false
    const cipher = createDecipheriv(name, key, nonce, { authTagLength: tagBytes })
    cipher.setAuthTag(from.subarray(from.length - tagBytes))
    into.set(cipher.update(from.subarray(0, from.length - tagBytes)), 0)
    return doesFit(() => cipher.final())
  },
}

function doesFit(check: () => unknown): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}

/** The functions of libsodium that are used, as its binding has them. */
interface Sodium {
  crypto_aead_chacha20poly1305_ietf_encrypt(
    into: Uint8Array,
    from: Uint8Array,
    bound: undefined,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number
  crypto_aead_chacha20poly1305_ietf_decrypt(
    into: Uint8Array,
    from: Uint8Array,
    bound: undefined,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number
}

/**
 * libsodium: the fastest, it leaves nothing to be swept up, and it is there under Electron.
 *
 * The library's binary for this system is loaded as it is: no line of JavaScript comes with it.
 *
 * @throws Error where native code may not be loaded, or there is none for this system.
 */
export function sodiumChaCha(): ChaCha {
  const place = `sodium-native/prebuilds/${process.platform}-${process.arch}/sodium-native.node`
  const sodium = createRequire(import.meta.url)(place) as Sodium
  return {
    seal({ key, nonce, from, into }) {
      const size = sodium.crypto_aead_chacha20poly1305_ietf_encrypt(into, from, undefined, nonce, key)
      if (size !== into.length) throw new Error('a piece was not sealed')
    },
    open({ key, nonce, from, into }) {
      if (from.length < tagBytes) return false
      return doesFit(() => {
        const size = sodium.crypto_aead_chacha20poly1305_ietf_decrypt(into, from, undefined, nonce, key)
        if (size !== into.length) throw new Error('not whole')
      })
    },
  }
}

function found(): ChaCha {
  try {
    return sodiumChaCha()
  } catch {
    return nodeChaCha
  }
}

let fastest: ChaCha | null = null

/** The cipher as fast as this program may have it; looked for once, when it is first needed. */
export const chaCha = (): ChaCha => (fastest ??= found())
