/**
 * Writes one sealed handover with the keys that open it. Run once, with Node; what it wrote is kept for ever, and a change of
 * form writes a new one beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { newIdentity } from '../../main/exchange/identity.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { runSeal } from '../../main/exchange/run.ts'
import { HandoverDocument } from '../../shared/handover/document.ts'
import { HandoverItem } from '../../shared/handover/model.ts'
import { Instant, PackageId } from '../../shared/model.ts'

const ref = (end: number) => `6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a3${end}`
const said = (value: unknown, write: string) => ({ heads: [{ write, value }], seen: [] })

const document = HandoverDocument.parse({
  format: 'vigil-handover/1',
  practice: true,
  fromRole: 'FP-1',
  checklist: {
    answers: HandoverItem.options.map((item, index) => ({
      item,
      state: index === 0 ? 'not_done' : 'done',
      why: index === 0 ? 'يتعذر الوصول إليهم قبل الجمعة.' : '',
    })),
    first: 'Call the interpreter on Monday.',
  },
  note: 'Two cases belong together.',
  cases: [
    {
      case: ref(1),
      code: 'PRA-4XD',
      state: 'on_hold',
      retentionReviewOn: '2027-03-02',
      rows: [
        { table: 'case_file', ref: ref(1), fields: { danger: said('possible', '0123456789abcdef') } },
        { table: 'person', ref: ref(2), fields: { label: said('P1', '0123456789abcde0') } },
        { table: 'case_course', ref: ref(1), fields: { urgent: said(null, '0123456789abcde1') } },
      ],
      gone: [],
      answers: [],
      identities: [],
      originals: [],
      words: [
        {
          ref: ref(2),
          words: {
            coverName: 'The tailor',
            safePlaces: '',
            route: '',
            signalWords: '',
            allClear: '',
            distress: '',
          },
        },
      ],
      unnamed: [],
    },
  ],
})

const receiver = await newIdentity('hybrid')
const { file, manifestSha256 } = await runSeal({
  draft: {
    kind: 'handover',
    packageId: PackageId.parse(ref(3)),
    origin: '0123456789abcdef'.repeat(2),
    entries: 41,
    head: 'cd'.repeat(32),
    sentAt: Instant.parse('2026-03-02T12:00:00.000Z'),
    about: null,
  },
  files: [{ name: 'handover.json', bytes: writeJson(document) }],
  signingSeed: new Uint8Array(32).fill(7),
  lock: { recipients: [receiver.recipient] },
})
const folder = 'test/vectors/package/handover'
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/handover.age`, file)
const vector = { identity: receiver.identity, manifestSha256, document }
writeFileSync(`${folder}/vector.json`, `${JSON.stringify(vector, null, 2)}\n`)
