import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repairsOf, stepsTo, type Step } from '../../main/vault/keysFile.ts'
import { openKeys, openKeysByShares } from '../../main/vault/openKeys.ts'
import { joinShares, splitKey } from '../../main/vault/shares.ts'
import { wipe } from '../../main/vault/slot.ts'
import { changePassphrase, createVault, unlockVault, type OpenVault } from '../../main/vault/vaultFile.ts'
import type { Budget, Outcome } from './frame.ts'

/*
 * Ways into a vault are added, changed, removed, lost and recovered, in an order left to chance, and each writing of the
 * keys is cut off after a byte left to chance. Whoever was not touched must get in; whoever was, with what they had before or
 * with what they have from now on. Every now and then the vault goes on from the torn file, as after a real cut.
 */

const kdf = { m: 64, t: 1, p: 1 }
const now = '2026-03-02T12:00:00.000Z'
const changesOfARound = 24
const cutsOfAChange = 6
const mostPeople = 6

interface Person {
  readonly holder: string
  readonly passphrase: string
  readonly keyFile: Uint8Array | null
}

/** Everybody who gets in, and the shares that do. */
interface Ways {
  readonly people: readonly Person[]
  readonly shares: readonly string[] | null
}

interface Round {
  readonly folder: string
  readonly random: () => number
  /** The flaw of the control: both copies are written at once, so that one cut tears both. */
  readonly atOnce: boolean
  /** Something never given before: a passphrase, a key. */
  fresh(): number
}

const bytes = (text: string) => new TextEncoder().encode(text)
const passphraseOf = (number: number) => `seven walnut lanterns drift above harbour ${number}`
const keyOf = (number: number) => new Uint8Array(32).fill(number % 256).fill((number >> 8) % 256, 16)
const path = (folder: string) => join(folder, 'keys.vk')

async function withVault<T>(
  { folder }: Round,
  { passphrase, keyFile }: Person,
  work: (vault: OpenVault) => Promise<T>,
): Promise<T> {
  const vault = await unlockVault({ folder, passphrase: bytes(passphrase), keyFile, now, kdf })
  return work(vault).finally(() => vault.close(now))
}

type Change = (round: Round, ways: Ways) => Promise<Ways>

const somebody = ({ random }: Round, { people }: Ways): Person =>
  people[Math.floor(random() * people.length)] as Person

const instead = (ways: Ways, person: Person, next: Person): Ways => ({
  ...ways,
  people: ways.people.map(one => (one === person ? next : one)),
})

/** Another passphrase, another key file, or none any more. */
const changeOne: Change = async (round, ways) => {
  const person = somebody(round, ways)
  const kind = round.random()
  const passphrase = kind < 0.4 ? passphraseOf(round.fresh()) : person.passphrase
  const nextKeyFile = kind < 0.4 ? person.keyFile : kind < 0.8 ? keyOf(round.fresh()) : null
  const { folder } = round
  const asked = { folder, old: bytes(person.passphrase), next: bytes(passphrase), kdf }
  await changePassphrase({ ...asked, keyFile: person.keyFile, nextKeyFile })
  return instead(ways, person, { ...person, passphrase, keyFile: nextKeyFile })
}

const addOne: Change = async (round, ways) => {
  const passphrase = passphraseOf(round.fresh())
  let holder = ''
  const before = (newcomer: { readonly holder: string }) => void (holder = newcomer.holder)
  await withVault(round, somebody(round, ways), vault =>
    vault.addSlot({ passphrase: bytes(passphrase), kdf, before }),
  )
  return { ...ways, people: [...ways.people, { holder, passphrase, keyFile: null }] }
}

const removeOne: Change = async (round, ways) => {
  const [kept, gone] = [ways.people[0] as Person, ways.people.at(-1) as Person]
  await withVault(round, kept, vault => vault.removeHolder(gone.holder))
  return { ...ways, people: ways.people.filter(one => one !== gone) }
}

const makeShares: Change = async (round, ways) => {
  const recoveryKey = keyOf(round.fresh())
  const shares = splitKey(recoveryKey, { k: 2, n: 3 })
  const before = () => undefined
  await withVault(round, somebody(round, ways), vault =>
    vault.putRecovery({ recoveryKey, set: '0000', k: 2, n: 3, before }),
  )
  return { ...ways, shares }
}

/** Somebody lost what they had, and is let in with a new passphrase. */
const recoverOne: Change = async (round, ways) => {
  const person = somebody(round, ways)
  const passphrase = passphraseOf(round.fresh())
  const renewing = { holder: person.holder, personKey: keyOf(1), passphrase: bytes(passphrase), kdf }
  await withVault(round, somebody(round, ways), vault => vault.renewHolder(renewing))
  return instead(ways, person, { ...person, passphrase, keyFile: null })
}

function someChange({ random }: Round, { people, shares }: Ways): Change {
  const kind = random()
  if (kind < 0.2 && people.length < mostPeople) return addOne
  if (kind < 0.35 && people.length > 1) return removeOne
  if (kind < 0.5) return makeShares
  return kind < 0.65 && shares ? recoverOne : changeOne
}

/** What somebody is told who tries; empty: they are in. */
async function toldTo(opening: Promise<{ dataKey: Uint8Array; personKey: Uint8Array }>): Promise<string> {
  try {
    wipe(await opening)
    return ''
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

const tried = (file: Uint8Array, { passphrase, keyFile }: Person) =>
  toldTo(openKeys(file, { passphrase: bytes(passphrase), keyFile, also: kdf }))

const triedShares = (file: Uint8Array, shares: readonly string[]) =>
  toldTo(openKeysByShares(file, { recoveryKey: joinShares(shares.slice(1)), also: kdf }))

/** What everybody is told who should get in and does not: with what they had or with what they have. */
async function shutOut(file: Uint8Array, before: Ways, after: Ways): Promise<string[]> {
  const told: string[] = []
  for (const old of before.people) {
    const next = after.people.find(({ holder }) => holder === old.holder)
    if (!next) continue
    const first = await tried(file, old)
    const second = first === '' || next === old ? first : await tried(file, next)
    if (second !== '') told.push(second)
  }
  if (before.shares && after.shares) {
    const first = await triedShares(file, before.shares)
    const second = first === '' ? first : await triedShares(file, after.shares)
    if (second !== '') told.push(second)
  }
  return told
}

/** The writing that put `after` in place of `before`: what was damaged is made good first. */
async function stepsBetween(
  before: Uint8Array,
  after: Uint8Array,
  { people }: Ways,
): Promise<readonly Step[]> {
  const [{ passphrase, keyFile }] = people as readonly [Person]
  const keys = await openKeys(before, { passphrase: bytes(passphrase), keyFile, also: kdf })
  wipe(keys)
  return [...repairsOf(before, keys.goodAt), ...stepsTo(after.subarray(0, 8192))]
}

/** The file as it is when its writing ends after so many of its bytes. */
function cutAfter(before: Uint8Array, steps: readonly Step[], count: number): Buffer {
  const file = Buffer.from(before)
  let left = count
  for (const { at, copy } of steps) {
    Buffer.from(copy).copy(file, at, 0, Math.max(0, Math.min(left, copy.length)))
    left -= copy.length
  }
  return file
}

/** The flaw: as if the first place were not waited for before the second is written. */
const bothAtOnce =
  (before: Uint8Array, after: Uint8Array): typeof cutAfter =>
  (_, steps, count) => {
    const part = Math.floor(count / steps.length)
    const copy = Buffer.concat([after.subarray(0, part), before.subarray(part, 8192)])
    return Buffer.concat([copy, copy])
  }

/** Whose ways open a file now: those of after where they do, else those of before. */
async function waysIn(file: Uint8Array, before: Ways, after: Ways): Promise<Ways> {
  for (const ways of [after, before]) {
    const told = await Promise.all(ways.people.map(person => tried(file, person)))
    if (ways.shares) told.push(await triedShares(file, ways.shares))
    if (told.every(each => each === '')) return ways
  }
  throw new Error('a torn file is neither the old nor the new one')
}

interface Tally {
  changes: number
  cuts: number
  readonly shut: string[]
}

/** One change, its writing cut off at several bytes; the vault goes on from one of them. */
async function oneChange(round: Round, ways: Ways, tally: Tally): Promise<Ways> {
  const file = path(round.folder)
  const before = readFileSync(file)
  const next = await someChange(round, ways)(round, ways)
  const after = readFileSync(file)
  tally.changes += 1
  tally.shut.push(...(await shutOut(after, next, next)))
  const steps = await stepsBetween(before, after, ways)
  let torn: Buffer = after
  for (let cut = 0; cut < cutsOfAChange; cut++) {
    const asWritten = round.atOnce ? bothAtOnce(before, after) : cutAfter
    torn = asWritten(before, steps, Math.floor(round.random() * (steps.length * 8192 + 1)))
    tally.cuts += 1
    tally.shut.push(...(await shutOut(torn, ways, next)))
  }
  if (round.atOnce || round.random() < 0.7) return next
  const standing = await waysIn(torn, ways, next)
  writeFileSync(file, torn)
  return standing
}

async function torture({ random, parent, isOver }: Budget, atOnce: boolean): Promise<Tally> {
  let given = 0
  const folder = join(parent, 'vault.vigil')
  const round: Round = { folder, random, atOnce, fresh: () => ++given }
  const passphrase = passphraseOf(0)
  const vault = await createVault({ folder, passphrase: bytes(passphrase), now, kdf })
  let ways: Ways = { people: [{ holder: vault.holder, passphrase, keyFile: null }], shares: null }
  vault.close(now)
  const tally: Tally = { changes: 0, cuts: 0, shut: [] }
  while (tally.changes < changesOfARound && !(tally.changes > 0 && isOver()))
    ways = await oneChange(round, ways, tally)
  return tally
}

/** Ways into a vault under chance changes and cuts. */
export async function runWays(budget: Budget): Promise<Outcome> {
  const { changes, cuts, shut } = await torture(budget, false)
  const falseWrong = shut.filter(code => /wrong|needed|not-this-vault/u.test(code)).length
  budget.say(`  ${changes} changes, ${cuts} cuts, ${shut.length} shut out`)
  return {
    figures: {
      ways_changes: changes,
      ways_cuts: cuts,
      ways_lost: shut.length,
      false_wrong_passphrase: falseWrong,
    },
    problems: shut.map(code => `somebody who should get in was told ${code}`),
  }
}

/** The same with keys whose two copies are written at once. Its problem says that nobody noticed. */
export async function waysControl(budget: Budget): Promise<Outcome> {
  const { shut } = await torture({ ...budget, isOver: () => false }, true)
  budget.say(`  keys written over both places at once: caught ${shut.length} times`)
  return {
    figures: { control_caught: shut.length },
    problems: shut.length > 0 ? [] : ['not caught: keys written over both places at once'],
  }
}
