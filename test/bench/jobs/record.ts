import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { databasePath } from '../../../main/vault/openVault.ts'
import { foundOf, type Found, type Job } from '../job.ts'
import { given, inTurn, timed } from '../measure.ts'
import { databaseOf, fewRounds, type Office } from '../office.ts'

/** So much is read before it is hashed at one go. */
const chunk = 16 * 1_048_576

type Value = string | number | Uint8Array | null

const bytesOf = (value: Value): Uint8Array =>
  value instanceof Uint8Array ? value : Buffer.from(String(value ?? ''))

/** Milliseconds that SHA-256 alone takes over every value of the record, as it is kept: reading is not counted. */
async function hashing(office: Office): Promise<number> {
  const db = databaseOf(await office.desk())
  const hash = createHash('sha256')
  let [took, held]: [number, Uint8Array[]] = [0, []]
  let size = 0
  const flush = () => {
    const bytes = Buffer.concat(held)
    const start = performance.now()
    hash.update(bytes)
    took += performance.now() - start
    ;[held, size] = [[], 0]
  }
  for (const table of ['change', 'entry'])
    for (const row of db.prepare<[], Value[]>(`SELECT * FROM main.${table}`).raw().iterate()) {
      const values = row.map(bytesOf)
      held.push(...values)
      size += values.reduce((sum, { length }) => sum + length, 0)
      if (size > chunk) flush()
    }
  flush()
  return took
}

async function verify(office: Office): Promise<Found> {
  const desk = await office.desk()
  const ours = () => timed(() => desk.get('record.verify', {}))
  const rounds = fewRounds(office, 3)
  const pair = await inTurn({ ours, reference: () => hashing(office) }, { rounds })
  const { entries } = await desk.get('record.verify', {})
  return foundOf(pair, { 'seconds per million entries': (pair.ours.median / entries) * 1000 })
}

/** What the reference needs only because plain FTS5 does not know where a Chinese word ends, megabytes. */
const signsOf = ({ plain }: Office): number =>
  (Number(
    plain().prepare(`SELECT sum(pgsize) FROM dbstat WHERE name = 'bench_signs_content'`).pluck().get(),
  ) || 0) / 1_000_000

const sizeOf = (path: string) => statSync(path).size / 1_000_000

export const recordJobs: readonly Job[] = [
  {
    name: 'verify the record',
    beside: 'SHA-256 over the same bytes, in memory',
    unit: 'ms',
    goal: 4,
    grows: true,
    why: 'the rows are read, deciphered and put together first; and each entry and each change has a hash of its own, so that it can be witnessed, sealed or destroyed alone (ADR 0039).',
    run: verify,
  },
  {
    name: 'disk, with history, record and search',
    beside: 'plain SQLite of the same rows, with its search',
    unit: 'MB',
    goal: 1.35,
    grows: true,
    why: 'the reference keeps no history: every value that ours keeps stands in the record a second time, packed, and with its hashes (ADR 0039).',
    async run(office) {
      await office.shut()
      const ours = sizeOf(databasePath(office.made.vault))
      const also = { 'kB per case': (ours * 1000) / office.count }
      return { ours: given(ours), reference: given(sizeOf(office.made.plain) - signsOf(office)), also }
    },
  },
]
