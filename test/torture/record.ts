import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forReading, forWriting } from '../../main/db/handles.ts'
import { openEntry, sealEntry } from '../../main/record/entry.ts'
import { clockFloor } from '../../main/record/repository.ts'
import { verifyChain } from '../../main/record/verify.ts'
import { Instant } from '../../shared/model.ts'
import { newAppDesk, passphraseOf, quickKdf, type AppDesk } from '../bench/desk.ts'
import type { Budget, Outcome } from './frame.ts'

/*
 * A record is put back, cut, written anew or exchanged page by page, by somebody who has the passphrase and the machine for a
 * while, between honest sessions with crashes. Each attack must be noticed at the next unlocking, and nothing else may be. Then
 * the clock of the machine jumps by up to thirty years, both ways, in the middle of sessions.
 */

const sessionsOfARound = 4
const jumpsOfARound = 16
const pageBytes = 4096
const years = 365.25 * 86_400_000

interface Round {
  readonly budget: Budget
  readonly home: string
  readonly desk: AppDesk
  readonly whole: (below: number) => number
}

async function newRound(budget: Budget, name: string): Promise<Round> {
  const home = join(budget.parent, name)
  mkdirSync(home, { recursive: true })
  const desk = newAppDesk({ folder: join(home, 'vault.vigil'), kdf: quickKdf })
  Object.assign(desk.app, { preferencesFile: join(home, 'preferences.json') })
  await desk.get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' })
  return { budget, home, desk, whole: below => Math.floor(budget.random() * below) }
}

const unlock = ({ desk }: Round) => desk.call('vault.unlock', { passphrase: passphraseOf(0) })
const lock = ({ desk }: Round) => desk.get('vault.lock', {})
const connectionOf = ({ desk }: Round) => {
  const { vault } = desk.app.desk
  if (!vault) throw new Error('locked')
  return vault.db
}
const lengthOf = (round: Round) =>
  (connectionOf(round).prepare('SELECT max(seq) AS n FROM entry').get() as { n: number }).n

async function works(round: Round, entries: number): Promise<void> {
  for (let at = 0; at < entries; at++) await round.desk.get('vault.setIdle', { minutes: 1 + round.whole(15) })
}

/** Ends a session as a power cut does: nothing is sealed and nobody is told. */
function crash({ desk }: Round): void {
  const { vault } = desk.app.desk
  Object.assign(desk.app.desk, { vault: null, officer: null, officerId: null })
  vault?.db.close()
}

/** Closes the vault with a seal that fits, as an attacker with the passphrase would, and leaves the witness as it was. */
function closeQuietly({ desk }: Round): void {
  const { vault } = desk.app.desk
  Object.assign(desk.app.desk, { vault: null, officer: null, officerId: null })
  vault?.close()
}

function withoutTriggers(round: Round, work: () => void): void {
  const db = connectionOf(round)
  const triggers = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('entry', 'change') AND name LIKE '%never%'`,
    )
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
  work()
}

const cut = (round: Round, keep: number) =>
  withoutTriggers(round, () =>
    connectionOf(round).exec(
      `DELETE FROM entry WHERE seq > ${keep}; DELETE FROM change WHERE entry > ${keep}`,
    ),
  )

function sealAnew(round: Round, entries: number): void {
  const connection = connectionOf(round)
  const db = forWriting(connection)
  for (let at = 0; at < entries; at++)
    connection.transaction(() => {
      const seq = openEntry(db)
      const said = { caseId: null, subject: null, reason: 'another', salt: new Uint8Array(16).fill(at) }
      sealEntry(db, seq, { at: round.desk.app.clock(), actor: 'FP-1', operation: 'vault.setIdle', ...said })
    })()
}

/** What is done to a closed vault of which there is an older copy, and that the machine has seen since. */
type Attack = (round: Round, older: string) => Promise<void>

const attacks: Readonly<Record<string, Attack>> = {
  async 'an older copy put back'({ desk }, older) {
    rmSync(desk.folder, { recursive: true })
    cpSync(older, desk.folder, { recursive: true })
    await Promise.resolve()
  },
  async 'the end cut off'(round) {
    await unlock(round)
    const entries = lengthOf(round)
    cut(round, entries - 1 - round.whole(entries - 2))
    closeQuietly(round)
  },
  async 'the end written anew'(round) {
    await unlock(round)
    const entries = lengthOf(round)
    const keep = entries - 1 - round.whole(entries - 2)
    cut(round, keep)
    sealAnew(round, entries - keep + round.whole(4))
    closeQuietly(round)
  },
  async 'one page of an older copy'({ desk, whole }, older) {
    const path = join(desk.folder, 'case.db')
    const now = readFileSync(path)
    const before = readFileSync(join(older, 'case.db'))
    const pages = Math.min(now.length, before.length) / pageBytes
    const changed = Array.from({ length: pages }, (_, at) => at * pageBytes).filter(
      at => !now.subarray(at, at + pageBytes).equals(before.subarray(at, at + pageBytes)),
    )
    const at = changed[whole(changed.length)] ?? 0
    before.copy(now, at, at, at + pageBytes)
    writeFileSync(path, now)
    await Promise.resolve()
  },
}

/** Whether the next unlocking says something: a "no", a warning, or a witness that knows better. */
async function isNoticed(round: Round): Promise<boolean> {
  const reply = await unlock(round)
  if (!reply.ok) return reply.code.startsWith('vault/')
  const { lookFirst } = await round.desk.get('record.standing', {})
  return lookFirst || reply.value.warnings.some(warning => warning === 'replayed')
}

/** Honest sessions of every kind: none of them may raise an alarm. */
async function honest(round: Round): Promise<boolean> {
  await works(round, 1 + round.whole(5))
  if (round.whole(3) === 0) crash(round)
  else await lock(round)
  const isAlarm = await isNoticed(round)
  await works(round, 1)
  await lock(round)
  return isAlarm
}

async function attacked(round: Round, name: string): Promise<boolean> {
  const [older, truth] = [join(round.home, 'older'), join(round.home, 'truth')]
  rmSync(older, { recursive: true, force: true })
  cpSync(round.desk.folder, older, { recursive: true })
  await unlock(round)
  await works(round, 2 + round.whole(6))
  await lock(round)
  rmSync(truth, { recursive: true, force: true })
  cpSync(round.desk.folder, truth, { recursive: true })
  const witness = readFileSync(join(round.home, 'witness'))
  await attacks[name]?.(round, older)
  const isFound = await isNoticed(round)
  if (round.desk.app.desk.vault) closeQuietly(round)
  rmSync(round.desk.folder, { recursive: true })
  cpSync(truth, round.desk.folder, { recursive: true })
  writeFileSync(join(round.home, 'witness'), witness)
  return isFound
}

async function runWitnesses(budget: Budget): Promise<Outcome> {
  const round = await newRound(budget, 'witnesses')
  const problems: string[] = []
  let [rollbacks, undetected, alarms] = [0, 0, 0]
  await works(round, 4)
  await lock(round)
  for (let session = 0; session < sessionsOfARound && !budget.isOver(); session++) {
    await unlock(round)
    if (await honest(round)) problems.push(`a false alarm in session ${session} (${(alarms += 1)})`)
    for (const name of Object.keys(attacks)) {
      rollbacks += 1
      if (!(await attacked(round, name))) problems.push(`not noticed: ${name} (${(undetected += 1)})`)
    }
  }
  return { problems, figures: { rollbacks, rollbacks_undetected: undetected, false_alarms: alarms } }
}

/** The clock jumps; the order of entries, and the time rules go by, do not. */
async function runClocks(budget: Budget): Promise<Outcome> {
  const round = await newRound(budget, 'clocks')
  const { app } = round.desk
  const problems: string[] = []
  const start = Date.parse('2026-03-02T12:00:00.000Z')
  let [at, jumps, disorders, floor] = [start, 0, 0, '']
  Object.assign(app, { clock: () => Instant.parse(new Date(at).toISOString()) })
  const wrong = (what: string) => void problems.push(`${what} after ${jumps} jumps (${(disorders += 1)})`)
  for (; jumps < jumpsOfARound && !budget.isOver(); jumps++) {
    at = start + (budget.random() * 2 - 1) * 30 * years
    if (round.whole(4) === 0) {
      await lock(round)
      await unlock(round)
      const { lookFirst, clockBehind } = await round.desk.get('record.standing', {})
      if (lookFirst !== (clockBehind !== null)) wrong('a clock set back was not said')
      if (lookFirst) await round.desk.get('record.goOn', { reason: 'the clock stands wrong' })
    }
    const before = lengthOf(round)
    await works(round, 2)
    const db = forReading(connectionOf(round))
    if (lengthOf(round) !== before + 2) wrong('the order changed')
    if (clockFloor(db) < floor) wrong('the time of the rules went back')
    floor = clockFloor(db)
    if (verifyChain(db).brokenAt !== null) wrong('the chain does not fit')
  }
  await lock(round)
  return { problems, figures: { clock_jumps: jumps, clock_disorders: disorders } }
}

/** One round of both. */
export async function runRecord(budget: Budget): Promise<Outcome> {
  const witnesses = await runWitnesses(budget)
  const clocks = await runClocks(budget)
  const { rollbacks, rollbacks_undetected: undetected } = witnesses.figures
  budget.say(`  ${rollbacks} records put back, cut or written anew, ${undetected} not noticed`)
  return {
    figures: { ...witnesses.figures, ...clocks.figures },
    problems: [...witnesses.problems, ...clocks.problems],
  }
}
