/**
 * Writes one sealed question and its sealed answer with the keys that open them. Run once, with Node; what it wrote is kept
 * for ever, and a change of form writes new ones beside them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { newIdentity } from '../../main/exchange/identity.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { runSeal } from '../../main/exchange/run.ts'
import type { AnswerDocument, RequestDocument } from '../../shared/approval/model.ts'
import type { InReplyTo } from '../../shared/exchange/manifest.ts'
import { Day, Instant, PackageId } from '../../shared/model.ts'

const request: RequestDocument = {
  format: 'vigil-approval-request/1',
  asks: 'override',
  code: 'AP-7K2M',
  of: 'ab'.repeat(32),
  caseCode: 'Q7M-4XD',
  item: 'action',
  label: 'M1',
  action: 'emergency_relocation',
  to: 'Security adviser',
  purpose: 'share_UN_security',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  identityLevel: 'role_only',
  marking: null,
  lines: [
    {
      fact: 'who',
      label: 'brief.line.roles',
      about: 'P1',
      leaves: true,
      opened: true,
      said: [{ code: 'vocabulary.victimRole.lawyer' }],
      why: ['not-asked'],
    },
    {
      fact: 'wishes',
      label: 'brief.line.wishes',
      about: 'P1',
      leaves: true,
      opened: true,
      said: null,
      why: ['refused'],
    },
    {
      fact: 'acts',
      label: 'brief.line.account',
      about: 'A1',
      leaves: false,
      opened: false,
      said: null,
      why: ['chosen-to-withhold'],
    },
  ],
  words: [{ of: 'riskOfNotActing', text: 'بقاؤها في البيت خطر عليها.' }],
  options: [],
  conditions: [],
  danger: [{ about: 'P1', band: 'critical', assessedOn: Day.parse('2026-03-02') }],
  harm: {
    no: [],
    unknown: [5],
    decidedBy: '',
    reason: '',
    checkedOn: Day.parse('2026-03-02'),
    validUntil: Day.parse('2026-03-20'),
  },
  override: {
    code: 'OV-3XQP',
    danger: 'killing',
    reason: 'Taken from home this morning; relatives fear for the life of P1.',
    reach: { could: 'not_reached', tried: 'Both safe channels were tried twice.' },
  },
  publication: null,
  askedBy: 'FP-1',
  askerDuties: ['focal_point', 'head_of_presence'],
  asDuty: 'head_of_presence',
  question: 'May she be moved tonight?',
  practice: true,
}

const answer: AnswerDocument = {
  format: 'vigil-approval/1',
  code: request.code,
  of: request.of,
  decision: 'granted',
  words: 'Yes, at once.',
  role: 'HOP-2',
  duty: 'head_of_presence',
  practice: true,
}

const packageIds = {
  'approval-request': '6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a21',
  approval: '6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a22',
} as const

async function write(
  kind: keyof typeof packageIds,
  document: RequestDocument | AnswerDocument,
  about: InReplyTo | null,
): Promise<InReplyTo> {
  const folder = `test/vectors/package/${kind}`
  const receiver = await newIdentity('hybrid')
  const packageId = PackageId.parse(packageIds[kind])
  const { file, manifestSha256 } = await runSeal({
    draft: {
      kind,
      packageId,
      origin: '0123456789abcdef'.repeat(2),
      entries: 41,
      head: 'cd'.repeat(32),
      sentAt: Instant.parse('2026-03-02T12:00:00.000Z'),
      about,
    },
    files: [{ name: `${kind}.json`, bytes: writeJson(document) }],
    signingSeed: new Uint8Array(32).fill(7),
    lock: { recipients: [receiver.recipient] },
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${kind}.age`, file)
  const vector = { identity: receiver.identity, manifestSha256, about, document }
  writeFileSync(`${folder}/vector.json`, `${JSON.stringify(vector, null, 2)}\n`)
  return { packageId, manifestSha256 }
}

const about = await write('approval-request', request, null)
await write('approval', answer, about)
