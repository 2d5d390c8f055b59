import type { Name, Output, Sent } from '../shared/contract.ts'
import type { Reply } from '../shared/refusal.ts'

declare global {
  interface Window {
    /** The bridge: all that the shell lets the page do. */
    readonly vigil: {
      call(name: string, input: unknown): Promise<unknown>
      on(listener: (event: 'locking' | 'closing' | 'panic' | 'changed') => void): void
    }
  }
}

/** The typed telephone: asks the vault process for one operation of the contract. Never throws for an expected "no". */
export function call<N extends Name>(name: N, input: Sent<N>): Promise<Reply<Output<N>>> {
  return window.vigil.call(name, input) as Promise<Reply<Output<N>>>
}

/** A passphrase as it crosses: bytes, which the other side wipes. */
export const asBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
