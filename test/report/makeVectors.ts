/**
 * Writes one sealed contribution with the key that opens it. Run once, with Node; what it wrote is kept for ever, and a change
 * of form writes another beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { newIdentity } from '../../main/exchange/identity.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { runSeal } from '../../main/exchange/run.ts'
import { Day, Instant, PackageId } from '../../shared/model.ts'
import type { ContributionDocument } from '../../shared/report/document.ts'

const document: ContributionDocument = {
  format: 'vigil-contribution/1',
  window: { ordinal: 17, from: Day.parse('2025-05-01'), to: Day.parse('2026-04-30') },
  presence: 'FP-1',
  entries: [
    {
      ref: '0123456789abcdef',
      level: 'named',
      annex: 'annex1',
      names: ['Amina Testperson'],
      state: 'XA',
      regions: ['western_asia'],
      period: { from: '2025-11', to: '2026-01' },
      forms: ['threat_other', 'travel_ban'],
      perpetrators: ['state'],
      entities: ['HRC'],
      reply: 'no_reply',
      references: ['A/HRC/60/62, para. 41'],
      text: 'A lawyer was reportedly threatened after a meeting.',
      words: 8,
    },
    {
      ref: 'fedcba9876543210',
      level: 'anonymised',
      annex: 'annex2',
      names: [],
      state: null,
      regions: [],
      period: null,
      forms: ['harassment'],
      perpetrators: [],
      entities: [],
      reply: 'not_asked',
      references: [],
      text: 'يُزعم أن مدافعة عن حقوق الإنسان تعرضت لمضايقات.',
      words: 8,
    },
  ],
  smallest: 5,
  trends: {
    cases: null,
    regions: { rows: [{ code: 'western_asia', cases: 9 }], others: null },
    forms: { rows: [{ code: 'harassment', cases: 6 }], others: 5 },
    perpetrators: null,
  },
  omitted: [
    { reason: 'consent', cases: 7 },
    { reason: 'safety', cases: null },
    { reason: 'verification', cases: null },
    { reason: 'scope', cases: null },
    { reason: 'window', cases: null },
    { reason: 'other', cases: null },
  ],
  words: 16,
  practice: true,
}

const folder = 'test/vectors/package/contribution'
const receiver = await newIdentity('hybrid')
const about = {
  packageId: PackageId.parse('6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a31'),
  manifestSha256: 'ef'.repeat(32),
}
const { file, manifestSha256 } = await runSeal({
  draft: {
    kind: 'contribution',
    packageId: PackageId.parse('6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a32'),
    origin: '0123456789abcdef'.repeat(2),
    entries: 41,
    head: 'cd'.repeat(32),
    sentAt: Instant.parse('2026-03-02T12:00:00.000Z'),
    about,
  },
  files: [{ name: 'contribution.json', bytes: writeJson(document) }],
  signingSeed: new Uint8Array(32).fill(7),
  lock: { recipients: [receiver.recipient] },
})
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/contribution.age`, file)
const vector = { identity: receiver.identity, manifestSha256, about, document }
writeFileSync(`${folder}/vector.json`, `${JSON.stringify(vector, null, 2)}\n`)
