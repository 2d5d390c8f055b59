import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cutShort, goBack } from '../../main/vault/copies/upgrade.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { newDisk, type Luck, type Snapshot } from './disk.ts'
import type { Budget, Outcome } from './frame.ts'
import { happenings, watched, type Happening } from './trace.ts'
import { laterVersion, openLater } from './upgradeWorker.ts'

const name = 'vault.vigil'

/** What stands in a folder, as if it had just been written and flushed. */
function standing(root: string): Happening[] {
  const folder = join(root, name)
  const files = readdirSync(folder).flatMap((file): Happening[] => {
    const path = join(folder, file)
    const bytes = readFileSync(path)
    return [
      { kind: 'create', path },
      { kind: 'write', path, at: 0, bytes },
      { kind: 'flush', path },
    ]
  })
  return [
    { kind: 'folder', path: folder },
    { kind: 'flush', path: root },
    ...files,
    { kind: 'flush', path: folder },
  ]
}

/** Brings a vault up to date under strace. */
function record(
  root: string,
  program: string,
): { readonly before: readonly Happening[]; readonly found: readonly Happening[] } {
  const before = standing(root)
  const trace = `${root}.trace`
  const strace = ['-f', '-y', '-xx', '-s', '100000000', '-e', `trace=${watched}`, '-o', trace]
  const { status, stderr } = spawnSync('strace', [...strace, process.execPath, program, join(root, name)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the traced update failed: ${stderr}`)
  const found = happenings(readFileSync(trace, 'latin1'), root)
  rmSync(trace)
  return { before, found }
}

function fingerprint(snapshot: Snapshot): string {
  const hash = createHash('sha1')
  for (const [path, bytes] of snapshot) hash.update(`\n${path} ${bytes?.length}\n`).update(bytes ?? '')
  return hash.digest('base64')
}

function lay(snapshot: Snapshot, root: string): void {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  for (const [path, bytes] of snapshot)
    if (bytes) writeFileSync(join(root, path), bytes)
    else mkdirSync(join(root, path), { recursive: true })
}

/** Goes back to before, where that is offered, and opens that with the version of before. */
async function goesBack(root: string): Promise<string[]> {
  const folder = join(root, name)
  if (cutShort(folder) === null) return []
  await goBack(folder)
  const desk = newAppDesk({ folder, kdf: quickKdf })
  const reply = await desk.call('vault.unlock', { passphrase: passphraseOf(0) })
  if (!reply.ok) return [`lost: the vault of before does not open: ${reply.code}`]
  const cases = (await desk.get('case.list', {})).lines
  await desk.get('vault.lock', {})
  return cases.length === 1 ? [] : ['lost: a case of the vault of before']
}

/** What is wrong with what a power cut left. */
async function look(root: string): Promise<string[]> {
  const other = `${root}-back`
  rmSync(other, { recursive: true, force: true })
  cpSync(root, other, { recursive: true })
  try {
    const { version, cases } = await openLater(join(root, name))
    const left = readdirSync(root).filter(file => file.endsWith('.partial'))
    return [
      ...(version === laterVersion ? [] : ['half done: the update did not come to its end']),
      ...(cases === 1 ? [] : ['lost: a case']),
      ...(existsSync(join(root, name, 'upgrading')) ? ['half done: the mark is still there'] : []),
      ...(left.length > 0 && cutShort(join(root, name)) !== null ? ['half a copy was left'] : []),
      ...(await goesBack(other)),
    ]
  } catch (error) {
    return [`lost: the vault does not open: ${String(error)}`]
  }
}

/** Rebuilds the disk as a power cut could have left it after every call of an update, and opens what is there. */
export async function upgradePower({
  vault,
  programs,
  budget: { random, isOver, parent },
}: {
  /** The folder of a closed vault with one case. */
  readonly vault: string
  readonly programs: string
  readonly budget: Budget
}): Promise<Outcome> {
  const root = join(parent, 'upgrade')
  mkdirSync(root, { recursive: true })
  cpSync(vault, join(root, name), { recursive: true })
  const { before, found } = record(root, join(programs, 'upgradeWorker.js'))
  const disk = newDisk(root)
  for (const happening of before) disk.apply(happening)
  const cut = join(dirname(root), 'cut-off')
  const [seen, problems] = [new Set<string>(), new Map<string, number>()]
  let states = 0
  for (const happening of found) {
    if (!disk.apply(happening)) continue
    if (isOver()) break
    const lucks: readonly Luck[] = ['all', 'nothing', { chance: random(), random }]
    for (const luck of lucks) {
      states += 1
      const snapshot = disk.cut(luck)
      const print = fingerprint(snapshot)
      if (seen.has(print)) continue
      seen.add(print)
      lay(snapshot, cut)
      for (const problem of await look(cut)) problems.set(problem, (problems.get(problem) ?? 0) + 1)
    }
  }
  return {
    figures: { upgrade_states: states, upgrade_states_different: seen.size },
    problems: [...problems].map(([problem, count]) => `${count} × ${problem}`),
  }
}
