import { Manifest, mostFiles, PackedName, Sha256 } from '../../shared/exchange/manifest.ts'
import { type Opened, verified } from '../../shared/exchange/seal.ts'
import { Bytes } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import type { Ask } from '../ask.ts'
import { askJob } from '../askJob.ts'
import type { OpeningKey } from './age.ts'
import { fingerprintOf, recipientOf } from './identity.ts'
import type { EncryptInput, OpenInput, SealInput, SealOutput } from './run.ts'
import { nodeTools as tools } from './tools.ts'

const otherwise = 'exchange/took-too-long'

const Sealed = z.strictObject({ manifest: Manifest, manifestSha256: Sha256, file: Bytes })

const Unpacked = z.strictObject({
  manifest: Manifest,
  manifestSha256: Sha256,
  signature: z.string().max(1_000),
  files: z.map(PackedName, Bytes).refine(({ size }) => size <= mostFiles),
  openedAs: z.array(Sha256).max(64),
})

/** Builds, signs and encrypts a package in a throw-away process. @throws Refused what sealing refuses; `exchange/took-too-long` */
export const sealApart = (ask: Ask, input: SealInput): Promise<SealOutput> =>
  askJob(ask, { name: 'seal', input, answer: Sealed, otherwise })

/**
 * Decrypts and checks a package in a throw-away process, and checks it again where the keys are: the signature, whom it is
 * for, every file. A process that was taken over by what it read can tell of nothing that nobody signed (ADR 0035).
 *
 * @throws Refused what opening refuses; `exchange/took-too-long`
 */
export async function openApart(ask: Ask, input: OpenInput): Promise<Opened> {
  const said = await askJob(ask, { name: 'open', input, answer: Unpacked, otherwise })
  const openedAs = (await fingerprintsOf(input.key)) ?? said.openedAs
  const { awaited } = input
  return verified(said, awaited ? { awaited, openedAs, tools } : { openedAs, tools })
}

/** What a package must be for; `null` where only whoever unlocked a key file knows. */
async function fingerprintsOf(key: OpeningKey): Promise<string[] | null> {
  if ('identityFile' in key) return null
  if ('passphrase' in key) return []
  const recipients = await Promise.all(key.identities.map(recipientOf))
  return recipients.flatMap(recipient => (recipient === null ? [] : [fingerprintOf(recipient)]))
}

/** Encrypts one file as it is in a throw-away process. @throws Refused what encrypting refuses; `exchange/took-too-long` */
export const encryptApart = (ask: Ask, input: EncryptInput): Promise<Uint8Array> =>
  askJob(ask, { name: 'encrypt', input, answer: Bytes, otherwise })
