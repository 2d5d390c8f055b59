import { createHash } from 'node:crypto'
import type { SameEmail } from '../../shared/evidence/model.ts'
import type { ReadEmail } from '../../shared/import/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { hashSql, messageIdSql, senderSql } from '../db/migrations/0025-names.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { inOneLine } from './takeIn.ts'

/** A case with something of the same e-mail. */
interface Found {
  readonly caseId: CaseId
}

// The plus keeps SQLite from putting the value into the index's own expression, which then no index has.
const [file, message, attachment, sender] = [
  `SELECT DISTINCT case_id AS caseId FROM source_message WHERE ${hashSql} = substr(@said, 1, 12) AND +sha256 = @said LIMIT @most`,
  `SELECT DISTINCT case_id AS caseId FROM source_message
   WHERE ${messageIdSql} = (SELECT ${messageIdSql} FROM (SELECT @said AS headers)) AND ${messageIdSql} <> '' LIMIT @most`,
  `SELECT DISTINCT case_id AS caseId FROM attachment WHERE ${hashSql} = substr(@said, 1, 12) AND +sha256 = @said LIMIT @most`,
  `SELECT DISTINCT case_id AS caseId FROM source_message
   WHERE ${senderSql} = (SELECT ${senderSql} FROM (SELECT @said AS "from")) LIMIT @most`,
]

/** Files of fewer bytes are signatures and marks that stand under every letter. */
const leastBytes = 512

/** So many cases of each kind are looked up. */
const most = 50

/**
 * Cases with the same e-mail or something of it, as far as whoever is at the desk reads them: each once, by what tells most. All
 * of it stands open in their cases, and is found by index.
 */
export function casesWithSame(
  db: ReadDb,
  { read: { email }, original }: { readonly read: ReadEmail; readonly original: Uint8Array },
): { readonly caseId: CaseId; readonly how: SameEmail }[] {
  const ask = (sql: string, said: string) =>
    prepare<[{ said: string; most: number }], Found>(db, sql).all({ said, most })
  const tell = (how: SameEmail, some: readonly Found[]) => some.map(({ caseId }) => ({ caseId, how }))
  const from = inOneLine(email.from)
  const all = [
    ...tell('file', ask(file, createHash('sha256').update(original).digest('hex'))),
    ...tell('message', ask(message, JSON.stringify(email.headers))),
    ...email.attachments
      .filter(({ size }) => size >= leastBytes)
      .flatMap(({ sha256 }) => tell('attachment', ask(attachment, sha256))),
    ...(from === '' ? [] : tell('sender', ask(sender, from))),
  ]
  return [...new Map(all.toReversed().map(one => [one.caseId, one])).values()].toReversed()
}
