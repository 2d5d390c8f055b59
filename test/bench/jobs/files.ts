import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { newIdentity } from '../../../main/exchange/identity.ts'
import { runOpen, runSeal } from '../../../main/exchange/run.ts'
import type { SealInput } from '../../../main/exchange/run.ts'
import { databasePath } from '../../../main/vault/openVault.ts'
import { Instant, PackageId } from '../../../shared/model.ts'
import { foundOf, type Found, type Job, type LeftOut } from '../job.ts'
import { compare, given, inTurn, sampleOf, timed } from '../measure.ts'
import { fewRounds, type Office } from '../office.ts'
import { workers } from '../worker/programs.ts'

const noAge: LeftOut = { leftOut: 'the age tool is not on this machine' }
const hasAge = () => spawnSync('age', ['--version']).status === 0

function age(...args: string[]): void {
  if (spawnSync('age', args, { stdio: 'ignore' }).status !== 0) throw new Error('age failed')
}

function inputFor(recipient: string, reply: string): SealInput {
  return {
    draft: {
      kind: 'brief',
      packageId: PackageId.parse('018f0000-0000-7000-8000-000000000001'),
      caseTag: '0'.repeat(32),
      sentAt: Instant.parse('2025-06-02T08:00:00.000Z'),
      inReplyTo: null,
      replyTo: { recipient: reply, signingSeed: randomBytes(32).toString('base64') },
    },
    files: [{ name: 'brief.pdf', bytes: new Uint8Array(randomBytes(1_000_000)) }],
    signingSeed: new Uint8Array(randomBytes(32)),
    lock: { recipients: [recipient] },
  }
}

/** A package of 1 MB, built, signed and sealed, or opened and checked, in a process that has done it before. */
async function small({ root, rounds }: Office, way: 'seal' | 'open'): Promise<Found | LeftOut> {
  if (!hasAge()) return noAge
  const { identity, recipient } = await newIdentity('x25519')
  const input = inputFor(recipient, (await newIdentity('hybrid')).recipient)
  const [clear, sealed, key, out] = ['clear', 'sealed', 'key', 'out'].map(name => join(root, `small.${name}`))
  if (!clear || !sealed || !key || !out) throw new Error('four names')
  writeFileSync(clear, input.files[0]?.bytes ?? '')
  writeFileSync(key, `${identity}\n`)
  const { file } = await runSeal(input)
  writeFileSync(sealed, file)
  const both =
    way === 'seal'
      ? { ours: () => runSeal(input), reference: () => age('-r', recipient, '-o', out, clear) }
      : {
          ours: () => runOpen({ file, key: { identities: [identity] } }),
          reference: () => age('-d', '-i', key, '-o', out, sealed),
        }
  return foundOf(await compare(both, { rounds: Math.max(5, rounds), times: 3 }))
}

function writeLarge(path: string, megabytes: number): void {
  const fd = openSync(path, 'w')
  for (let i = 0; i < megabytes; i++) writeSync(fd, randomBytes(1_000_000))
  closeSync(fd)
}

/** A file of so many megabytes, piece by piece in a process of its own: starting it is not counted, and its memory is. */
async function large(office: Office, way: 'seal' | 'open', megabytes: number): Promise<Found | LeftOut> {
  if (!hasAge()) return noAge
  const program = join(await workers(), 'seal.js')
  const { identity, recipient } = await newIdentity('x25519')
  const [clear, sealed, out] = ['clear', 'sealed', 'out'].map(name => join(office.root, `large.${name}`))
  const key = join(office.root, 'large.key')
  if (!clear || !sealed || !out) throw new Error('three names')
  try {
    writeLarge(clear, megabytes)
    writeFileSync(key, `${identity}\n`)
    age('-r', recipient, '-o', sealed, clear)
    const rounds = String(megabytes > 500 ? 1 : Math.min(5, office.rounds))
    const [from, lock] = way === 'seal' ? [clear, recipient] : [sealed, identity]
    const theirs: number[] = []
    const said = execFileSync(process.execPath, [program, way, from, out, lock, rounds], { encoding: 'utf8' })
    const args = way === 'seal' ? ['-r', recipient, '-o', out, clear] : ['-d', '-i', key, '-o', out, sealed]
    for (let round = 0; round < Number(rounds) + 1; round++) theirs.push(await timed(() => age(...args)))
    const { took, megabytes: memory } = JSON.parse(said) as { took: number[]; megabytes: number }
    const also = { 'megabytes of memory': memory }
    return { ours: sampleOf(took), reference: sampleOf(theirs.slice(1)), also }
  } finally {
    for (const path of [clear, sealed, out, key]) rmSync(path, { force: true })
  }
}

/** A copy of the whole vault, made through the door; `age` seals the same bytes. */
async function backup(office: Office): Promise<Found | LeftOut> {
  if (!hasAge()) return noAge
  const desk = await office.desk()
  const { recipient } = await newIdentity('x25519')
  const copy = join(office.root, 'copy.vgb')
  const database = databasePath(office.folder)
  const ours = async () => {
    rmSync(copy, { force: true })
    desk.dialogs.push(copy)
    return timed(() => desk.get('vault.makeCopy', { label: 'Copy 1' }))
  }
  const reference = () => timed(() => age('-r', recipient, '-o', `${copy}.age`, database))
  const pair = await inTurn({ ours, reference }, { rounds: fewRounds(office, 3) })
  const found = foundOf(pair, { 'MB copied': statSync(database).size / 1_000_000 })
  for (const path of [copy, `${copy}.age`]) rmSync(path, { force: true })
  return found
}

const ofLarge = (way: 'seal' | 'open', megabytes: number, goal: number | null): Job => ({
  name: `${way} a file of ${megabytes.toLocaleString('en-US')} MB, piece by piece`,
  beside: 'the age tool',
  unit: 'ms',
  goal,
  run: office => large(office, way, megabytes),
})

/** The memory that sealing or opening 100 MB ever takes, held against what it may. */
const memoryOf = (way: 'seal' | 'open'): Job => ({
  name: `memory while 100 MB are ${way === 'seal' ? 'sealed' : 'opened'}`,
  beside: 'what it may be',
  unit: 'MB',
  goal: 1,
  async run(office) {
    const found = await large({ ...office, rounds: 1 }, way, 100)
    return 'leftOut' in found
      ? found
      : { ours: given(found.also?.['megabytes of memory'] ?? Number.NaN), reference: given(200) }
  },
})

/** Copies of the vault; each is an entry in it. */
export const copyJobs: readonly Job[] = [
  {
    name: 'copy of the whole vault',
    beside: 'the age tool over the same database',
    unit: 'ms',
    goal: null,
    grows: true,
    run: backup,
  },
]

export const fileJobs: readonly Job[] = [
  {
    name: 'seal a brief of 1 MB, warm',
    beside: 'the age tool',
    unit: 'ms',
    goal: 3,
    run: office => small(office, 'seal'),
  },
  {
    name: 'open a brief of 1 MB, warm',
    beside: 'the age tool',
    unit: 'ms',
    goal: 3,
    run: office => small(office, 'open'),
  },
  ofLarge('seal', 100, 2),
  ofLarge('open', 100, 2),
  memoryOf('seal'),
  memoryOf('open'),
  ofLarge('seal', 1000, null),
  ofLarge('open', 1000, null),
]
