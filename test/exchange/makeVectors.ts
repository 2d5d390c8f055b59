/**
 * Seals the case of test/vectors/package/case/vector.json anew, with the keys that open it. Run once, with Node, when the
 * form changes: what it wrote before is kept for ever beside it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { newIdentity } from '../../main/exchange/identity.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { runSeal } from '../../main/exchange/run.ts'
import { CaseDocument } from '../../shared/exchange/caseDocument.ts'
import { Instant, PackageId } from '../../shared/model.ts'

const folder = 'test/vectors/package/case'
const kept = JSON.parse(readFileSync(`${folder}/vector.json`, 'utf8')) as { readonly document: unknown }
const document = CaseDocument.parse(kept.document)
const receiver = await newIdentity('hybrid')
const { file, manifestSha256 } = await runSeal({
  draft: {
    kind: 'case',
    packageId: PackageId.parse('6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a33'),
    origin: '0123456789abcdef'.repeat(2),
    entries: 41,
    head: 'cd'.repeat(32),
    sentAt: Instant.parse('2026-03-02T12:00:00.000Z'),
    about: null,
  },
  files: [{ name: 'case.json', bytes: writeJson(document) }],
  signingSeed: new Uint8Array(32).fill(7),
  lock: { recipients: [receiver.recipient] },
})
writeFileSync(`${folder}/case.age`, file)
const vector = { identity: receiver.identity, manifestSha256, document }
writeFileSync(`${folder}/vector.json`, `${JSON.stringify(vector, null, 2)}\n`)
