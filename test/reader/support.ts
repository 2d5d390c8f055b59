import { Encrypter } from 'age-encryption'
import { runOpen } from '../../main/exchange/run.ts'
import { type Built, ofBrief } from '../../main/exchange/seal.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { fileOf } from '../../main/exchange/packageFile.ts'
import { buildPackage } from '../../main/exchange/seal.ts'
import { openBrief } from '../../reader/brief.ts'
import { BriefDocument } from '../../shared/brief/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { assembled } from '../brief/support.ts'
import { aDraft, bytesOf, officeSeed, oneTimeSeed } from '../exchange/support.ts'

export const passphrase = 'lamp river window'

/** A recipient for the reply, and its secret half. */
export interface OneTime {
  readonly identity: string
  readonly recipient: string
}

/** A brief as it is before encryption. */
export function aBrief(to: OneTime | null, document: unknown = assembled([]).document): Built {
  const signingSeed = Buffer.from(oneTimeSeed).toString('base64')
  const replyTo = to && { recipient: to.recipient, signingSeed }
  const files = [{ name: 'brief.json', bytes: writeJson(document) }]
  return buildPackage({ draft: { ...aDraft, replyTo }, files, signingSeed: officeSeed })
}

/** Encrypted with a passphrase as cheap as age allows: the rules are the same. */
export function locked(content: Uint8Array, work = 1): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  return encrypter.encrypt(content)
}

/** What came of opening: the code it was refused with, or all that was read. */
async function outcome(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

/** What Vigil's own desk makes of a file, and what the page makes of it. */
export async function both(file: Uint8Array, typed = passphrase) {
  const vigil = await outcome(async () => {
    const opened = ofBrief(await runOpen({ file, key: { passphrase: bytesOf(typed) } }))
    const document = BriefDocument.safeParse(fileOf(opened, 'brief.json'))
    if (!document.success) throw new Refused('exchange/not-a-package')
    const { manifest, manifestSha256 } = opened
    return { document: document.data, manifest, manifestSha256 }
  })
  const page = await outcome(async () => {
    const { document, manifest, manifestSha256 } = await openBrief(file, { passphrase: typed })
    return { document, manifest, manifestSha256 }
  })
  return { vigil, page }
}
