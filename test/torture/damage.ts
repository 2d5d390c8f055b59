import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { openDatabase } from '../../main/db/open.ts'
import { databasePath, subkeyOf } from '../../main/vault/openVault.ts'
import { Refused } from '../../shared/refusal.ts'
import { filledVault, keysOf, pageBytes, rescue, rowsIn, withDatabase } from '../rescue/place.ts'
import { outcomeOf, originalOf, type Original } from '../rescue/oracle.ts'
import { added, type Budget, type Outcome, type Part } from './frame.ts'
import { startAtOnce } from './starts.ts'
import { stateOf } from './state.ts'

/** A closed vault, an older state of it, and one that was cut off in the middle of a change. */
interface Vaults {
  readonly whole: string
  readonly older: string
  readonly hot: string
  /** What `whole` and, once its change is taken back, `hot` hold. */
  readonly digest: string
  readonly original: Original
}

/** A copy of a vault as it lies on the disk while much is being written to it. */
async function cutOff(whole: string, hot: string): Promise<void> {
  cpSync(whole, hot, { recursive: true })
  const db = openDatabase(databasePath(hot), subkeyOf(await keysOf(hot), 'db'), { create: false })
  db.pragma('cache_size = 8')
  db.exec('BEGIN')
  const add = db.prepare(`UPDATE record_check SET checked = ?`)
  db.exec(`INSERT OR IGNORE INTO record_check (one, checked) VALUES (1, '""')`)
  for (let size = 1; size < 400_000; size *= 4) add.run(JSON.stringify('x'.repeat(size)))
  db.exec('CREATE INDEX torn ON change (tbl, row, said)')
  cpSync(hot, `${hot}-cut`, { recursive: true })
  db.exec('ROLLBACK')
  db.close()
  rmSync(hot, { recursive: true })
  cpSync(`${hot}-cut`, hot, { recursive: true })
}

async function makeVaults(parent: string): Promise<Vaults> {
  const whole = await filledVault(parent, 2)
  const older = join(parent, 'older.vigil')
  cpSync(whole, older, { recursive: true })
  const desk = newAppDesk({ folder: whole, kdf: quickKdf })
  await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
  await desk.get('vault.setIdle', { minutes: 3 })
  await desk.get('vault.lock', {})
  const hot = join(parent, 'hot.vigil')
  await cutOff(whole, hot)
  const { digest } = await withDatabase(whole, stateOf)
  return { whole, older, hot, digest, original: await originalOf(whole) }
}

/** What was done to a vault, and what must come of it. */
interface Harm {
  readonly kind: 'flips' | 'truncations' | 'replays' | 'substitutions'
  readonly from: string
  readonly file: string
  readonly edit: (bytes: Buffer) => Buffer
}

function harmsFor({ random }: Budget, { whole, older, hot }: Vaults): readonly Harm[] {
  const upTo = (most: number) => Math.floor(random() * most)
  const flip = (bytes: Buffer) => {
    const at = upTo(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(8))
    return bytes
  }
  const cut = (bytes: Buffer) => bytes.subarray(0, upTo(bytes.length))
  const replay = (bytes: Buffer) => {
    const before = readFileSync(join(older, 'case.db'))
    const changed = Array.from(
      { length: Math.min(before.length, bytes.length) / pageBytes },
      (_, page) => page,
    ).filter(
      page =>
        !before
          .subarray(page * pageBytes, (page + 1) * pageBytes)
          .equals(bytes.subarray(page * pageBytes, (page + 1) * pageBytes)),
    )
    const page = changed[upTo(changed.length)] ?? 0
    before.copy(bytes, page * pageBytes, page * pageBytes, (page + 1) * pageBytes)
    return bytes
  }
  const substitute = (bytes: Buffer) => {
    const pages = bytes.length / pageBytes
    const to = upTo(pages)
    const from = (to + 1 + upTo(pages - 1)) % pages
    bytes.copy(bytes, to * pageBytes, from * pageBytes, (from + 1) * pageBytes)
    return bytes
  }
  return [
    { kind: 'flips', from: whole, file: 'case.db', edit: flip },
    { kind: 'flips', from: whole, file: 'keys.vk', edit: flip },
    { kind: 'flips', from: whole, file: 'seal.vs', edit: flip },
    { kind: 'flips', from: hot, file: 'case.db-journal', edit: flip },
    { kind: 'truncations', from: whole, file: 'case.db', edit: cut },
    { kind: 'truncations', from: whole, file: 'keys.vk', edit: cut },
    { kind: 'truncations', from: whole, file: 'seal.vs', edit: cut },
    { kind: 'replays', from: whole, file: 'case.db', edit: replay },
    { kind: 'substitutions', from: whole, file: 'case.db', edit: substitute },
  ]
}

interface Told {
  /** The code it was refused with; `null` when it opened. */
  readonly code: string | null
  readonly warnings: readonly string[]
  readonly digest: string | null
}

/** @param checkedFirst 0: the vault is shown before its pages were looked at, as a large one is. */
async function tryToOpen(folder: string, checkedFirst?: number): Promise<Told> {
  const desk = newAppDesk({ folder, kdf: quickKdf, ...(checkedFirst !== undefined && { checkedFirst }) })
  const reply = await desk.call('vault.unlock', { passphrase: passphraseOf(0) })
  if (!reply.ok)
    return {
      code: desk.faults.length > 0 ? `fault: ${desk.faults.join()}` : reply.code,
      warnings: [],
      digest: null,
    }
  await desk.app.desk.vault?.watch.checked
  const { closedFor } = await desk.get('vault.foundHere', {})
  if (closedFor) return { code: closedFor.code, warnings: [], digest: null }
  const { warnings } = await desk.get('vault.state', {})
  const { vault } = desk.app.desk
  const digest = vault ? stateOf(vault.db).digest : null
  await desk.get('vault.lock', {})
  return { code: null, warnings, digest }
}

/** Damage that nobody was told of: the vault opened without a word, or held something else than before. */
function wasMissed({ file, kind }: Harm, { code, warnings, digest }: Told, vaults: Vaults): boolean {
  if (code !== null) return false
  // A journal is either taken back whole, whatever its idle bytes say, or refused.
  if (file === 'case.db-journal') return digest !== vaults.digest
  if (warnings.length === 0) return true
  return kind !== 'replays' && digest !== vaults.digest
}

/** Everything that can be read of it, held against what it was before. */
async function rescueOf(folder: string, { original }: Vaults): Promise<Outcome> {
  const to = `${folder}-rescued`
  try {
    await rescue(folder, to)
    const damaged = readFileSync(join(folder, 'case.db'))
    const { rescuable, rescued, invented } = outcomeOf(original, await withDatabase(to, rowsIn), damaged)
    const figures = {
      rescues: 1,
      rescuable_rows: rescuable,
      rescued_rows: rescued,
      invented_rows: invented.length,
    }
    return {
      figures,
      problems: [...(rescued < rescuable ? ['a row on whole pages was not rescued'] : []), ...invented],
    }
  } catch (error) {
    if (error instanceof Refused && error.code === 'vault/nothing-to-rescue')
      return { figures: {}, problems: [] }
    return { figures: { crashes: 1 }, problems: [`a rescue ended in ${String(error)}`] }
  } finally {
    rmSync(to, { recursive: true, force: true })
  }
}

async function harmOnce(budget: Budget, vaults: Vaults): Promise<Outcome> {
  const harms = harmsFor(budget, vaults)
  const harm = harms[Math.floor(budget.random() * harms.length)]
  if (!harm) throw new Error('there is always some harm')
  const folder = join(budget.parent, 'harmed.vigil')
  cpSync(harm.from, folder, { recursive: true })
  try {
    writeFileSync(join(folder, harm.file), harm.edit(readFileSync(join(folder, harm.file))))
    const told = await tryToOpen(folder, budget.random() < 0.5 ? 0 : undefined)
    const isMissed = wasMissed(harm, told, vaults)
    const isFalse = told.code === 'vault/wrong-passphrase'
    const isFault = told.code?.startsWith('fault') === true
    const figures = {
      [harm.kind]: 1,
      flips_undetected: isMissed ? 1 : 0,
      false_wrong_passphrase: isFalse ? 1 : 0,
      crashes: isFault ? 1 : 0,
    }
    const what = `${harm.kind} in ${harm.file}: ${told.code ?? `opened, ${told.warnings.join()}`}`
    const problems = isMissed || isFalse || isFault ? [what] : []
    const isOfPages = harm.file === 'case.db' && told.code !== null
    const after = isOfPages ? await rescueOf(folder, vaults) : { figures: {}, problems: [] }
    return { figures: added([figures, after.figures]), problems: [...problems, ...after.problems] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The most pieces of damage in one round. */
const most = 60

async function run(budget: Budget): Promise<Outcome> {
  const vaults = await makeVaults(budget.parent)
  const outcomes: Outcome[] = []
  while (outcomes.length < most && !budget.isOver()) outcomes.push(await harmOnce(budget, vaults))
  const { told, ...starts } = await startAtOnce(vaults.whole, budget.seconds > 120 ? 100 : 12)
  const isWhole = (await tryToOpen(vaults.whole)).digest === vaults.digest
  const crowd = [
    ...(starts.owners === 1 && told === starts.concurrent_starts - 1
      ? []
      : [`${starts.owners} owners, ${told} told`]),
    ...(isWhole ? [] : ['a crowd damaged the vault']),
  ]
  return {
    figures: added([...outcomes.map(({ figures }) => figures), { ...starts }]),
    problems: [...outcomes.flatMap(({ problems }) => problems), ...crowd],
  }
}

/** A program that asks no seal: an older page, put back where it was, must go by it unseen, and be counted as missed. */
async function control(budget: Budget): Promise<Outcome> {
  const vaults = await makeVaults(budget.parent)
  const harm = harmsFor(budget, vaults).find(({ kind }) => kind === 'replays')
  if (!harm) throw new Error('an older page can always be put back')
  let isCaught = false
  for (let tries = 0; tries < 20 && !isCaught; tries += 1) {
    const folder = join(budget.parent, `careless-${tries}.vigil`)
    cpSync(vaults.whole, folder, { recursive: true })
    writeFileSync(join(folder, harm.file), harm.edit(readFileSync(join(folder, harm.file))))
    const digest = await withDatabase(folder, db => stateOf(db).digest).catch(() => null)
    isCaught = digest !== null && wasMissed(harm, { code: null, warnings: [], digest }, vaults)
  }
  return { figures: {}, problems: isCaught ? [] : ['not caught: a program that asks no seal'] }
}

/** One bit, a cut, another page, an older page: in every file of a vault, and what can be rescued after. */
export const damage: Part = { name: 'damage', weight: 2, run, control }
