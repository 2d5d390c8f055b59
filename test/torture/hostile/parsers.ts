import { textOfPdf } from '../../../main/brief/pdfText.ts'
import { decrypt } from '../../../main/exchange/age.ts'
import { readCardFile, readCardText } from '../../../main/exchange/card.ts'
import { fingerprintOf, recipientOf } from '../../../main/exchange/identity.ts'
import { readJson, writeJson } from '../../../main/exchange/json.ts'
import { runOpen } from '../../../main/exchange/run.ts'
import { openPackage } from '../../../main/exchange/seal.ts'
import { textInPicture } from '../../../main/exchange/readPicture.ts'
import { htmlText } from '../../../main/import/htmlText.ts'
import { cleanName } from '../../../main/import/names.ts'
import { readEmail } from '../../../main/import/readEmail.ts'
import { sniff } from '../../../main/import/sniff.ts'
import { CaseDocument } from '../../../shared/exchange/caseDocument.ts'
import { Manifest } from '../../../shared/exchange/manifest.ts'
import { fileIn } from '../../../shared/exchange/embedded.ts'
import { readKeyFile, writeKeyFile } from '../../../main/vault/keyFile.ts'
import { readShare, wordsInShareFile } from '../../../main/vault/shares.ts'
import { readTar } from '../../../shared/exchange/tar.ts'
import { EmailAttachment, ReadEmail } from '../../../shared/import/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { craftedAge, craftedPdf, craftedPng, craftedQr, craftedTar, signedLie } from './craftedBytes.ts'
import { craftedEmail, craftedHtml, craftedJson } from './craftedText.ts'
import { oneOf } from './mutate.ts'
import type { Random } from './mutate.ts'
import { mutatedValue, wrongJson } from './mutateValue.ts'
import * as seeds from './seeds.ts'

/** Something that reads bytes from outside. */
export interface Parser {
  readonly name: string
  /** The throw-away process it runs in; `null` when it runs where the keys are. */
  readonly job: 'read-email' | 'open' | 'read-picture' | 'pdf-text' | null
  /** Honest and odd files to begin from. */
  seeds(): Promise<readonly Uint8Array[]> | readonly Uint8Array[]
  /** A file made for this reader. */
  crafted?(random: Random, seeds: readonly Uint8Array[]): Uint8Array
  /** How often a file is made and not damaged, 0 to 1; two in five unless said otherwise. */
  readonly craftedShare?: number
  /**
   * Reads. Whatever comes back is what the next in line believes.
   *
   * @throws Refused; anything else is a crash.
   */
  read(bytes: Uint8Array, keys: Keys): unknown
}

/** The keys the kept packages open with: one of each kind, more would only be slower; and what manifests call all of them. */
export interface Keys {
  readonly identities: readonly string[]
  readonly fingerprints: readonly string[]
}

/** @throws Error when the kept packages are not there. */
export async function keptKeys(): Promise<Keys> {
  const all = seeds.packageKeys()
  const of = (isHybrid: boolean) => all.find(key => key.includes('-PQ-') === isHybrid) ?? []
  const recipients = await Promise.all(all.map(recipientOf))
  return {
    identities: [of(true), of(false)].flat(),
    fingerprints: recipients.map(recipient => fingerprintOf(recipient ?? '')),
  }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const must = (isSo: boolean, what: string) => {
  if (!isSo) throw new Error(what)
}

/** What is inside the kept packages. */
async function contents(): Promise<Uint8Array[]> {
  const identities = seeds.packageKeys()
  const opened = seeds.packages().map(file => decrypt(file, { identities }).catch(() => null))
  return (await Promise.all(opened)).flatMap(one => (one ? [one.content] : []))
}
const fileOf = (name: RegExp) => async () =>
  (await contents()).flatMap(tar =>
    readTar(tar)
      .filter(file => name.test(file.name))
      .map(({ bytes }) => bytes.slice()),
  )

const email: Parser = {
  name: 'email',
  job: 'read-email',
  seeds: seeds.mails,
  crafted: craftedEmail,
  read: async bytes => ReadEmail.parse(await readEmail(bytes)),
}
const html: Parser = {
  name: 'html',
  job: 'read-email',
  seeds: () => seeds.naughty().map(said => new Uint8Array(Buffer.from(`<p>${said}</p>`))),
  crafted: craftedHtml,
  read: bytes => must(typeof htmlText(text(bytes)).text === 'string', 'text'),
}
const kind: Parser = {
  name: 'kind',
  job: 'read-email',
  seeds: () => [...seeds.archives(), ...seeds.pictures().slice(0, 80), ...seeds.pdfs().slice(0, 80)],
  read: bytes => {
    sniff(bytes)
    const name = cleanName(text(bytes.subarray(0, 400)), 1)
    must(EmailAttachment.shape.name.safeParse(name).success && !/[/\\]/.test(name), 'a name that is none')
  },
}
const sealed: Parser = {
  name: 'package',
  job: 'open',
  seeds: () => [...seeds.packages()],
  crafted: craftedAge,
  read: (file, { identities }) => runOpen({ file, key: { identities } }),
}
const content: Parser = {
  name: 'content',
  job: 'open',
  seeds: contents,
  crafted: craftedTar,
  read: (tar, { fingerprints: openedAs }) => openPackage(tar, { openedAs }),
}
const signed: Parser = {
  name: 'signed',
  job: 'open',
  seeds: fileOf(/^manifest\.json$/),
  crafted: (random, manifests) =>
    random() < 0.5
      ? signedLie(random, manifests)
      : signedLie(random, [writeJson(mutatedValue(readJson(oneOf(random, manifests)), random, wrongJson))]),
  read: (tar, { fingerprints: openedAs }) => Manifest.parse(openPackage(tar, { openedAs }).manifest),
}
const json: Parser = {
  name: 'json',
  job: null,
  seeds: seeds.jsons,
  crafted: craftedJson,
  read: bytes => must(writeJson(readJson(bytes)).length === bytes.length, 'another spelling'),
}
const document: Parser = {
  name: 'document',
  job: null,
  seeds: fileOf(/^case\.json$/),
  crafted: (random, files) => writeJson(mutatedValue(readJson(oneOf(random, files)), random, wrongJson)),
  read: bytes => {
    if (!CaseDocument.safeParse(readJson(bytes)).success) throw new Refused('exchange/damaged')
  },
}
const card: Parser = {
  name: 'card',
  job: null,
  seeds: () => [
    ...seeds.cards().filter(bytes => sniff(bytes).kind !== 'png' && sniff(bytes).kind !== 'jpeg'),
    ...seeds
      .cards()
      .filter(bytes => sniff(bytes).kind === 'png')
      .map(bytes => new Uint8Array(Buffer.from(textInPicture(bytes)))),
  ],
  read: bytes => (bytes[0] === 0x7b ? readCardFile(bytes) : readCardText(text(bytes))),
}
const picture: Parser = {
  name: 'picture',
  job: 'read-picture',
  seeds: () => [...seeds.cards(), ...seeds.pictures()],
  crafted: random => oneOf(random, [craftedPng, craftedQr])(random),
  read: bytes => must(textInPicture(bytes).length <= 8_000, 'more than a code holds'),
}
const pdf: Parser = {
  name: 'pdf',
  job: 'pdf-text',
  seeds: seeds.pdfs,
  crafted: craftedPdf,
  // Most of them end by the clock, which is what the clock is for and takes its time.
  craftedShare: 0.01,
  // It reads what Vigil printed itself; every way it fails is one "no".
  read: bytes =>
    textOfPdf(bytes).catch(() => {
      throw new Refused('brief/unreadable-pdf')
    }),
}
const keyFile: Parser = {
  name: 'keyfile',
  job: null,
  seeds: () => [writeKeyFile(new Uint8Array(32).fill(5))],
  read: bytes => must(readKeyFile(bytes).length === 32, 'another length'),
}
const share: Parser = {
  name: 'share',
  job: null,
  seeds: () => seeds.shares().map(words => new Uint8Array(Buffer.from(words))),
  read: bytes => {
    const { state } = readShare(text(bytes).slice(0, 1_000))
    must(typeof state === 'string', 'no state')
    wordsInShareFile(bytes)
  },
}
const embedded: Parser = {
  name: 'embedded',
  job: null,
  seeds: () =>
    seeds.packages().map(file => new Uint8Array(Buffer.from(Buffer.from(file).toString('base64')))),
  read: bytes => fileIn(Buffer.from(bytes).toString('latin1')),
}

/** Everything that reads bytes from outside, in the order of the inventory (ADR 0035). */
export const parsers: readonly Parser[] = [
  email,
  html,
  kind,
  sealed,
  content,
  signed,
  json,
  document,
  card,
  picture,
  pdf,
  keyFile,
  share,
  embedded,
]
