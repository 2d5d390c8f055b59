import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { ChromiumShell } from '../../../main/chromium.ts'
import { passphraseOf } from '../desk.ts'
import type { Found, Job, LeftOut } from '../job.ts'
import { given } from '../measure.ts'
import { nth, type Office } from '../office.ts'
import {
  descendants,
  emptyShell,
  enter,
  memoryOf,
  noWindow,
  untilLocked,
  vaultProcessOf,
  vigil,
} from '../shell.ts'
import { withKeys } from './vault.ts'

const settleMs = 3000

/** What all processes of a shell hold, once it has come to rest, and what is worth telling of it. */
async function resting(
  start: () => Promise<ChromiumShell>,
  prepare: (shell: ChromiumShell) => Promise<void>,
  busy?: (shell: ChromiumShell) => Promise<unknown>,
): Promise<{ readonly all: number; readonly vault: number; readonly most: number }> {
  const before = new Set(descendants())
  const shell = await start()
  try {
    await prepare(shell)
    await wait(settleMs)
    const pids = descendants().filter(pid => !before.has(pid))
    const [all, vault] = [memoryOf(pids), memoryOf(vaultProcessOf(pids))]
    return { all, vault, most: busy ? await mostOf(vaultProcessOf(pids), busy(shell)) : vault }
  } finally {
    await shell.close()
  }
}

/** The most that some processes hold while something runs. */
async function mostOf(pids: readonly string[], work: Promise<unknown>): Promise<number> {
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, memoryOf(pids))), 50)
  await work.finally(() => clearInterval(watch))
  return Math.max(most, memoryOf(pids))
}

const notHere = (office: Office): LeftOut | null =>
  existsSync('/proc/self/smaps_rollup')
    ? noWindow(office)
    : { leftOut: 'the memory of a process cannot be read on this machine' }

const unlocked = (shell: ChromiumShell) => enter(shell, passphraseOf(0))

/** What is done in the vault process, one after the other, while its memory is watched. */
const tasks: Readonly<Record<string, (shell: ChromiumShell, office: Office) => Promise<unknown>>> = {
  'MB of the vault process while the record is verified': ({ relay }) => relay.call('record.verify', {}),
  'MB of it while 300 cases are opened': async ({ relay }, { known }) => {
    for (let i = 0; i < 300; i++) await relay.call('case.view', { caseId: nth(known, i).caseId })
  },
  'MB of it while 300 pages of the list are asked for': async ({ relay }) => {
    for (let i = 0; i < 300; i++) await relay.call('case.list', { page: { from: 'at', position: i * 50 } })
  },
  'MB of it while 300 searches are made': async ({ relay }) => {
    for (let i = 0; i < 300; i++)
      await relay.call('search.find', { words: 'letter', kinds: [], states: [], after: null })
  },
}

async function memory(office: Office): Promise<Found | LeftOut> {
  const none = notHere(office)
  if (none) return none
  await office.shut()
  withKeys(office, 'strong')
  const empty = await resting(() => emptyShell(office), untilLocked)
  const ours = await resting(() => vigil(office), unlocked)
  const also: Record<string, number> = { 'MB of the vault process at rest': ours.vault }
  for (const [name, work] of Object.entries(tasks))
    also[name] = (
      await resting(
        () => vigil(office),
        unlocked,
        shell => work(shell, office),
      )
    ).most
  return { ours: given(ours.all), reference: given(empty.all), also }
}

export const memoryJobs: readonly Job[] = [
  {
    name: 'memory of window and vault process, unlocked and idle',
    beside: 'an empty window of the same shell',
    unit: 'MB',
    goal: 1.5,
    why: 'an open page with its letters and texts, and the vault process with its database, beside a page with one field.',
    run: memory,
  },
]
