import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/*
 * What passes from the page to the vault process passes through the shell, which lives on after a lock. V8 leaves freed text
 * where it was until something else is put there; told so before much is freed, it overwrites it with zeros (ADR 0032).
 */
setFlagsFromString('--clear-free-memory')
setFlagsFromString('--expose-gc')
// An engine whose flags can no longer be set has no such function; then nothing is overwritten, and nothing breaks.
const collect = runInNewContext("typeof gc === 'function' ? gc : () => {}") as () => void

/** Frees what nobody holds any more, which overwrites it. Twice: what the first finds may hold on to more. */
export function scrubMemory(): void {
  collect()
  collect()
}

/** Operations whose bytes are passphrases and shares. */
const secret = /^(vault|practice|recovery)\./

/** Wipes the bytes of a call that was passed on: the vault process has its own copy, and wipes that. */
export function wipeSecrets(name: string, input: unknown): void {
  if (!secret.test(name) || typeof input !== 'object' || input === null) return
  for (const value of Object.values(input)) if (value instanceof Uint8Array) value.fill(0)
}
