/**
 * Writes one sealed receipt, recall and notice to the reader of a brief, with the keys that open them. Run once, with Node;
 * what it wrote is kept for ever, and a change of form writes new ones beside them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { newIdentity } from '../../main/exchange/identity.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { runSeal } from '../../main/exchange/run.ts'
import type { Unaddressed } from '../../main/exchange/run.ts'
import { Day, Instant, PackageId } from '../../shared/model.ts'
import type { BriefNotice, RecallDocument, ReceiptDocument } from '../../shared/notice/model.ts'

const about = {
  packageId: PackageId.parse('6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a31'),
  manifestSha256: 'ab'.repeat(32),
}

const receipt: ReceiptDocument = {
  format: 'vigil-receipt/1',
  outcome: 'declined',
  reason: 'wrong-reader',
  words: 'Meant for somebody else.',
  receivedOn: Day.parse('2026-03-02'),
  practice: true,
}

const recall: RecallDocument = {
  format: 'vigil-recall/1',
  reason: 'consent-withdrawn',
  wish: 'delete',
  tellBy: Day.parse('2026-03-09'),
  words: 'يُرجى الاتصال بنا.',
  practice: true,
}

const notice: BriefNotice = {
  format: 'vigil-notice/1',
  reason: 'danger',
  wish: 'stop-using',
  tellBy: null,
  words: '',
  copy: 'Q7M-4XD-1',
  briefDate: Day.parse('2026-02-20'),
  date: Day.parse('2026-03-02'),
  marking: 'strictly_confidential',
  caveats: ['recipient_only'],
  authorRole: 'FP-1',
  practice: true,
}

const sentAt = Instant.parse('2026-03-02T12:00:00.000Z')
const packageId = PackageId.parse('6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a32')
const between = {
  packageId,
  origin: '0123456789abcdef'.repeat(2),
  entries: 41,
  head: 'cd'.repeat(32),
  sentAt,
  about,
}

async function write(draft: Unaddressed, document: unknown): Promise<void> {
  const { kind } = draft
  const folder = `test/vectors/package/${kind}`
  const receiver = await newIdentity('hybrid')
  const { file, manifestSha256 } = await runSeal({
    draft,
    files: [{ name: `${kind}.json`, bytes: writeJson(document) }],
    signingSeed: new Uint8Array(32).fill(7),
    lock: { recipients: [receiver.recipient] },
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${kind}.age`, file)
  const vector = { identity: receiver.identity, manifestSha256, about, document }
  writeFileSync(`${folder}/vector.json`, `${JSON.stringify(vector, null, 2)}\n`)
}

await write({ kind: 'receipt', ...between }, receipt)
await write({ kind: 'recall', ...between }, recall)
const toReader = {
  packageId,
  caseTag: '00112233445566778899aabbccddeeff',
  sentAt,
  inReplyTo: about,
  replyTo: null,
}
await write({ kind: 'notice', ...toReader }, notice)
