import { createHash, createHmac } from 'node:crypto'
import { basename } from 'node:path'
import { findLeaks } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { BriefDocument } from '../../shared/brief/model.ts'
import { formWords } from '../../shared/brief/paper.ts'
import type { Input, Output } from '../../shared/contract.ts'
import { PackageId } from '../../shared/model.ts'
import type { BriefId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { changed } from '../case/repository.ts'
import { disclose } from '../disclosure/repository.ts'
import { wordFile, type WordFile } from '../docx/readBack.ts'
import { sealApart } from '../exchange/apart.ts'
import { newIdentity } from '../exchange/identity.ts'
import { writeJson } from '../exchange/json.ts'
import { neutralName } from '../../shared/exchange/neutralName.ts'
import { publicKeyOf } from '../exchange/signature.ts'
import { takeAway, writeDurablySync } from '../file/writeDurably.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { readBack, withoutStreams } from '../leak/printed.ts'
import { sayIn } from '../text.ts'
import { ownKeys } from '../exchange/keyring.ts'
import { assemble, briefOf, mustSoundLikeNobody } from './assemble.ts'
import type { Assembled } from './assemble.ts'
import { htmlOf } from './html.ts'
import { inPage } from './oneFile.ts'
import { cleanPdf } from './pdf.ts'
import { briefs, keepPackage } from './repository.ts'
import type { SentPackage } from './repository.ts'

interface Packed {
  readonly file: Uint8Array
  readonly sent: SentPackage
}

/**
 * Exports a brief as one encrypted file: gate, paper, package, leak check, place, gate again, record and file. As `html` the
 * very same encrypted file stands inside the page that opens it, and nothing else of the brief does.
 *
 * The file is written inside the transaction that records it: when writing fails nothing is recorded, and nobody is
 * told of a file that is not wholly there. When recording fails the file is taken away again.
 *
 * @returns `null` when the dialog was closed.
 * @throws Refused `brief/gate-closed`, `brief/leak`, `brief/sounds-like`, `brief/too-long`, `exchange/…`, `file/…`.
 */
export async function exportBrief(
  task: TaskContext,
  { briefId, sealFor, as }: Input<'brief.export'>,
): Promise<Output<'brief.export'>> {
  const { app } = task
  const ready = mayLeave(task.vault(), briefId)
  const packed = await pack(task, ready, 'passphrase' in sealFor ? sealFor : { recipients: sealFor.keys })
  const file = as === 'html' ? inPage(app.readerPage(), packed.file) : packed.file
  const suggestedName = neutralName(app.random(8), as)
  const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName })
  if (path === null) return null

  const sha256 = createHash('sha256').update(file).digest('hex')
  try {
    task.write(context => {
      mustBeTheSame(ready, mayLeave(context, briefId))
      recordSent(context, { ready, sha256, sent: packed.sent })
      writeDurablySync(path, file)
    })
  } catch (error) {
    if (!isRecorded(task, briefId)) takeAway(path, file)
    throw error
  }
  return { name: basename(path), size: file.byteLength, sha256 }
}

/** Whether it counts as sent after all. What cannot be read now is what will be rolled back. */
function isRecorded(task: TaskContext, briefId: BriefId): boolean {
  try {
    return briefOf(task.vault(), briefId).sent !== null
  } catch {
    return false
  }
}

/** The brief as it may leave now. @throws Refused `brief/gate-closed`, `brief/leak`, `brief/sounds-like` */
function mayLeave(context: QueryContext, briefId: BriefId): Assembled {
  const ready = assemble(context, briefId)
  if (ready.leaks.length > 0) throw new Refused('brief/leak', { places: ready.leaks.length })
  mustSoundLikeNobody(ready)
  if (!ready.gate.open) throw new Refused('brief/gate-closed')
  return ready
}

/** Time passes while a dialog is open: what was packed must still be what may leave. */
function mustBeTheSame(packed: Assembled, now: Assembled): void {
  if (packed.fingerprint !== now.fingerprint) throw new Refused('brief/gate-closed')
}

async function pack(
  { app, vault }: TaskContext,
  ready: Assembled,
  lock: Parameters<typeof sealApart>[1]['lock'],
): Promise<Packed> {
  const pdf = await print(app, ready)
  const docx = await wordFile(app.ask, ready.document)
  const reply = await newIdentity('hybrid')
  const replySeed = app.random(32)
  const packageId = PackageId.parse(app.newId())
  const sealed = await sealApart(app.ask, {
    draft: {
      kind: 'brief',
      packageId,
      caseTag: caseTag(vault(), ready),
      sentAt: app.clock(),
      inReplyTo: null,
      replyTo: { recipient: reply.recipient, signingSeed: Buffer.from(replySeed).toString('base64') },
    },
    files: [
      { name: 'brief.json', bytes: writeJson(ready.document) },
      { name: 'brief.pdf', bytes: pdf },
      { name: 'brief.docx', bytes: docx.bytes },
    ],
    signingSeed: ownKeys(vault()).signingSeed,
    lock,
  })
  await mustNotLeak(app, { ready, pdf, docx, manifest: JSON.stringify(sealed.manifest) })
  const { manifestSha256, file } = sealed
  const { identity } = reply
  const briefId = ready.brief.id
  return { file, sent: { packageId, briefId, manifestSha256, publicKey: publicKeyOf(replySeed), identity } }
}

async function print(app: App, { document }: Assembled): Promise<Uint8Array> {
  const say = sayIn(document.language)
  return cleanPdf(await app.ask.printToPdf(htmlOf(document, say)), {
    title: say('paper.fileTitle'),
    language: document.language,
  })
}

/** 16 bytes that stand for a case in its packages and mean nothing elsewhere. */
export function caseTag(
  { key }: QueryContext,
  { brief }: { readonly brief: { readonly caseId: string } },
): string {
  return createHmac('sha256', key('case-tag')).update(brief.caseId).digest('hex').slice(0, 32)
}

interface Contents {
  readonly ready: Assembled
  readonly pdf: Uint8Array
  readonly docx: WordFile
  readonly manifest: string
}

/**
 * Searches every part of what would leave for every withheld text; one hit refuses the export.
 *
 * The pages are read back from the printed PDF itself, with everything else that it says, and every part of the DOCX. A word that the paper says
 * anyway (a heading, the label of something else) gives nothing away there; in what was typed it still counts, which
 * `brief.leaks` has looked at.
 */
async function mustNotLeak(app: App, { ready, pdf, docx, manifest }: Contents): Promise<void> {
  const parts = [
    { where: 'manifest', text: manifest },
    { where: 'brief.json', text: strings(ready.document).join('\n') },
    { where: 'brief.pdf', text: withoutStreams(pdf) },
    ...(await readBack(app, pdf)).map(text => ({ where: 'brief.pdf', text })),
    ...docx.texts.map(text => ({ where: 'brief.docx', text })),
  ]
  const leaks = findLeaks(untoldBy(ready), parts)
  if (leaks.length > 0) throw new Refused('brief/leak', { places: leaks.length })
}

/** The secrets that are not words of the form itself: its sentences and the codes it is written in. */
function untoldBy({ document, secrets }: Assembled): Secret[] {
  const codes = strings(document).filter(text => /^[a-z]+(?:[._-][a-zA-Z]+)*$/.test(text))
  const form = [...formWords(document, sayIn(document.language)), ...codes].join('\n')
  const asKeys = secrets.map(({ text }) => ({ key: text, text }))
  const told = new Set(findLeaks(asKeys, [{ where: 'form', text: form }]).map(leak => leak.key))
  return secrets.filter(({ text }) => !told.has(text))
}

/** Every text of a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

interface Left {
  readonly ready: Assembled
  readonly sha256: string
  readonly sent: SentPackage
}

/** What left, with a note in place of each name: an identity that is destroyed later must not live on here. */
function withoutNames({ document }: Assembled): BriefDocument {
  const lines = document.lines.map(line =>
    line.label === 'brief.line.name' && 'said' in line
      ? { ...line, said: [{ code: 'brief.nameSaid' }] }
      : line,
  )
  return { ...document, lines }
}

/** The disclosure, the package that may be answered, and the brief's own state. */
function recordSent(context: CommandContext, { ready, sha256, sent }: Left): void {
  const { db, now } = context
  const { brief, gate, document } = ready
  const { draft } = brief
  disclose(context, {
    kind: 'brief',
    caseId: brief.caseId,
    itemId: brief.id,
    toRole: draft.forRole,
    purpose: draft.purpose,
    recipient: draft.recipient,
    channel: draft.channel,
    verdicts: gate.lines,
    approvedBy: document.approvedBy,
    sha256,
  })
  keepPackage(db, sent)
  briefs.update(db, { ...brief, sent: { at: now, sha256, document: withoutNames(ready) }, changedAt: now })
  changed(context, brief.caseId)
}
