import { Refused } from '../../shared/refusal.ts'
import type { Ceremony, Scheme, Share } from '../../shared/recovery/model.ts'
import { joinShares, readShare, splitKey, wordsIn } from '../vault/shares.ts'
import type { OpenVault } from '../vault/vaultFile.ts'

/** Shares that are being made. They live in memory alone, and no longer than the vault is open. */
interface Pending extends Scheme {
  /** 32 bytes. */
  readonly key: Uint8Array
  readonly shares: readonly Share[]
  readonly verified: Set<number>
}

const begun = new WeakMap<OpenVault, Pending>()

/** @throws Refused `recovery/not-begun` */
function pendingOf(vault: OpenVault): Pending {
  const pending = begun.get(vault)
  if (!pending) throw new Refused('recovery/not-begun')
  return pending
}

const shareOf = (words: string): Share => {
  const read = readShare(words)
  if (read.state !== 'fine') throw new Error('a share was made that cannot be read')
  return read.share
}

/** Draws a recovery key and splits it. What was being made before is forgotten. @param key 32 random bytes, kept here */
export function begin(vault: OpenVault, scheme: Scheme, key: Uint8Array): Ceremony {
  drop(vault)
  const shares = splitKey(key, scheme).map(shareOf)
  begun.set(vault, { ...scheme, key, shares, verified: new Set() })
  return said(pendingOf(vault))
}

/** Forgets what was being made. */
export function drop(vault: OpenVault): void {
  begun.get(vault)?.key.fill(0)
  begun.delete(vault)
}

const said = ({ shares, verified, k, n }: Pending): Ceremony => ({
  set: shares[0]?.set ?? '',
  k,
  n,
  verified: [...verified].toSorted((a, b) => a - b),
})

/** What is being made, or `null`. */
export const ceremonyOf = (vault: OpenVault): Ceremony | null => {
  const pending = begun.get(vault)
  return pending ? said(pending) : null
}

/**
 * One share, and only the first that was not verified: nobody sees two of them in one sitting before the first is safe.
 *
 * @throws Refused `recovery/not-begun`, `recovery/not-verified`.
 */
export function currentShare(vault: OpenVault, index: number): Share {
  const { shares, verified } = pendingOf(vault)
  const first = shares.find(share => !verified.has(share.index))
  if (first?.index !== index) throw new Refused('recovery/not-verified')
  return first
}

/** Which words differ from the share, counted from 1; none: it counts as verified. */
export function confirm(vault: OpenVault, index: number, typed: string): readonly number[] {
  const right = currentShare(vault, index).words.split(' ')
  const words = wordsIn(typed)
  const wrong = right.flatMap((word, at) => (words[at] === word ? [] : [at + 1]))
  const more = words.slice(right.length).map((_, at) => right.length + at + 1)
  if (wrong.length + more.length === 0) pendingOf(vault).verified.add(index)
  return [...wrong, ...more]
}

/** How many shares there will be. @throws Refused `recovery/not-begun` */
export const totalOf = (vault: OpenVault): number => pendingOf(vault).n

/** What is needed to let the shares open the vault. */
interface Ready extends Scheme {
  readonly key: Uint8Array
  readonly set: string
  /** The key as so many shares as are needed give it, in enough ways for every share to take part. The caller wipes it. */
  readonly joined: () => readonly Uint8Array[]
}

/** @throws Refused `recovery/not-begun`, `recovery/not-verified` while a share is not safe. */
export function readyIn(vault: OpenVault): Ready {
  const { key, shares, verified, k, n } = pendingOf(vault)
  if (verified.size < n) throw new Refused('recovery/not-verified')
  const words = shares.map(share => share.words)
  const joined = () => words.map((_, from) => joinShares([...words, ...words].slice(from, from + k)))
  return { key, k, n, set: shares[0]?.set ?? '', joined }
}
