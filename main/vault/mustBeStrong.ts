import { Refused } from '../../shared/refusal.ts'
import { strength } from './passphrase.ts'

/** @param hints what somebody who knows this office would try first. @throws Refused `vault/weak-passphrase` */
export async function mustBeStrong(passphrase: Uint8Array, hints: readonly string[]): Promise<void> {
  if (!(await strength(passphrase, hints)).enough) throw new Refused('vault/weak-passphrase')
}
