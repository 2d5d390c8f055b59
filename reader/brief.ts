import { Encrypter } from 'age-encryption'
import words from '../resources/words/eff-large.json' with { type: 'json' }
import { BriefDocument } from '../shared/brief/model.ts'
import { bytesOfBase64, hexOf } from '../shared/exchange/bytes.ts'
import { fingerprintOf } from '../shared/exchange/fingerprint.ts'
import { jsonBytes } from '../shared/exchange/json.ts'
import { replyTo, type Answered, type OpenBrief } from '../shared/exchange/reply.ts'
import { checkedPackage, jsonFileOf, ofBrief, packageOf } from '../shared/exchange/seal.ts'
import { Refused } from '../shared/refusal.ts'
import { pageTools as tools } from './tools.ts'
import { unlocked, type Unlocking } from './unlock.ts'

/** A brief that is open in the page, and the words to compare with its sender. */
export interface Reading extends OpenBrief {
  readonly senderWords: readonly string[]
}

/**
 * Opens and checks the brief in an age file, whole or not at all, by the rules of Vigil's own reader.
 *
 * @throws Refused what `unlocked` and `checkedPackage` refuse; `exchange/not-a-package` when there is no brief inside.
 */
export async function openBrief(file: Uint8Array, unlocking: Unlocking): Promise<Reading> {
  const tar = await unlocked(file, unlocking)
  const opened = ofBrief(checkedPackage(tar, { openedAs: [], tools }))
  const document = BriefDocument.safeParse(jsonFileOf(opened, { name: 'brief.json', utf8: tools }))
  if (!document.success) throw new Refused('exchange/not-a-package')
  const { manifest, manifestSha256 } = opened
  const senderKey = bytesOfBase64(manifest.senderKey) ?? new Uint8Array()
  const senderWords = fingerprintOf(senderKey, { tools, words })
  return { document: document.data, manifest, manifestSha256, senderWords }
}

/**
 * The reply to a brief as a file only its sender can open: signed with the brief's one-time key, encrypted to the other.
 *
 * @throws Refused `exchange/nothing-to-answer` when the brief takes no reply.
 */
export async function replyFile(brief: OpenBrief, answered: Answered): Promise<Uint8Array> {
  const { draft, document, replyTo: to } = replyTo(brief, answered)
  const { tar } = packageOf(
    {
      draft: { ...draft, to: [hexOf(tools.sha256(tools.encode(to.recipient)))] },
      files: [{ name: 'reply.json', bytes: jsonBytes(document, tools) }],
      signingSeed: bytesOfBase64(to.signingSeed) ?? new Uint8Array(),
    },
    tools,
  )
  const encrypter = new Encrypter()
  encrypter.addRecipient(to.recipient)
  return encrypter.encrypt(tar)
}
