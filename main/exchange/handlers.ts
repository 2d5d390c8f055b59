import { BriefDocument } from '../../shared/brief/model.ts'
import { replyTo } from '../../shared/exchange/reply.ts'
import type { BriefManifest } from '../../shared/exchange/manifest.ts'
import { PackageId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import type { HandlersFor } from '../handler.ts'
import { chooseFile, readChosen, writeChosen } from '../file/chosen.ts'
import { noticeIn } from '../notice/read.ts'
import { arrivalOf, arrive } from './arrive.ts'
import { exchanged } from './log.ts'
import { mergeHandlers } from './merge/handlers.ts'
import { encryptApart, openApart, sealApart } from './apart.ts'
import type { OpeningKey } from './age.ts'
import { ofBrief } from './seal.ts'
import { identityFileText, newIdentity } from './identity.ts'
import { writeJson } from './json.ts'
import { fileOf, maxPackageBytes } from './packageFile.ts'
import { packageName } from './packageName.ts'
import { fingerprintWords } from './signature.ts'
import { ownPublicKeys } from './keyring.ts'
import type { Input } from '../../shared/contract.ts'

const maxKeyBytes = 64 * 1024

async function keyOf(app: App, given: Input<'exchange.openBrief'>['with']): Promise<OpeningKey> {
  if (!('keyFileId' in given)) return { passphrase: given.passphrase }
  const identityFile = await readChosen(app, given.keyFileId, maxKeyBytes)
  return { identityFile, passphrase: given.passphrase }
}

const wordsOf = ({ senderKey }: BriefManifest) => fingerprintWords(Buffer.from(senderKey, 'base64'))

export const exchangeHandlers: HandlersFor<'exchange'> = {
  'exchange.chooseBrief': ({ app }) => chooseFile(app, { title: 'Vigil', extensions: ['age'] }),
  'exchange.chooseKey': ({ app }) => chooseFile(app, { title: 'Vigil', extensions: [] }),

  'exchange.openBrief': async ({ app }, { fileId, with: given }) => {
    const file = await readChosen(app, fileId, maxPackageBytes)
    const opened = ofBrief(await openApart(app.ask, { file, key: await keyOf(app, given) }))
    const { manifest, manifestSha256 } = opened
    const sender = { senderWords: wordsOf(manifest), sentAt: manifest.sentAt }
    if (manifest.kind === 'notice') return { notice: noticeIn(opened), ...sender }
    const document = BriefDocument.safeParse(fileOf(opened, 'brief.json'))
    if (!document.success) throw new Refused('exchange/not-a-package')
    app.desk.reading = { document: document.data, manifest, manifestSha256 }
    return { document: document.data, ...sender }
  },

  'exchange.reply': async ({ app }, reply) => {
    const { reading } = app.desk
    if (!reading) throw new Refused('exchange/nothing-to-answer')
    const made = replyTo(reading, {
      reply,
      packageId: PackageId.parse(app.newId()),
      sentAt: app.clock(),
      decidedOn: app.today(),
    })
    const { file } = await sealApart(app.ask, {
      draft: made.draft,
      files: [{ name: 'reply.json', bytes: writeJson(made.document) }],
      signingSeed: Buffer.from(made.replyTo.signingSeed, 'base64'),
      lock: { recipients: [made.replyTo.recipient] },
    })
    return writeChosen(app, { file, suggestedName: packageName(app.random(8)) })
  },

  'exchange.closeBrief': ({ app }) => {
    app.desk.reading = null
    return null
  },

  'exchange.makeKey': async ({ app }, { passphrase, kind }) => {
    const { identity, recipient } = await newIdentity(kind)
    const content = Buffer.from(identityFileText({ identity, recipient }))
    const file = await encryptApart(app.ask, { lock: { passphrase }, content }).finally(() => {
      passphrase.fill(0)
      content.fill(0)
    })
    const receipt = await writeChosen(app, { file, suggestedName: 'reader-key.age' })
    return receipt && { recipient }
  },

  'exchange.ownWords': ({ db, officerId }) => {
    const own = ownPublicKeys(db, officerId)
    return own ? fingerprintWords(Buffer.from(own.publicKey, 'base64')) : []
  },

  'exchange.chooseArrival': ({ app }) => chooseFile(app, { title: 'Vigil', extensions: ['age'] }),
  'exchange.look': async (task, { fileId }) => arrivalOf(task.vault(), await arrive(task, fileId)),
  'exchange.arrival': ({ app, vault }) => (app.desk.arrived ? arrivalOf(vault(), app.desk.arrived) : null),
  'exchange.putAway': ({ app }) => {
    app.desk.arrived = null
    return null
  },
  'exchange.working': ({ app: { desk } }) => {
    if (!desk.working) return null
    const { stage, done, all } = desk.working
    return { stage, done, all }
  },
  'exchange.stop': ({ app: { desk } }) => {
    if (desk.working) desk.working.stopped = true
    return null
  },
  'exchange.log': ({ db }) => exchanged(db).toReversed(),

  ...mergeHandlers,
}
