import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChromium, type ChromiumShell } from '../../main/chromium.ts'
import { findChromium } from '../../main/host/chromium/findChromium.ts'
import type { LeftOut } from './job.ts'
import type { Office } from './office.ts'

/*
 * The window: Vigil as it was built, and the same shell around nothing.
 */

const nobody = () => Promise.resolve(null)
const dialogs = { chooseFile: nobody, chooseDestination: nobody, chooseFolder: nobody }

/** Why there is no window to measure here; `null` when there is one. */
export function noWindow({ built }: Office): LeftOut | null {
  if (!findChromium()) return { leftOut: 'there is no Chromium on this machine' }
  if (!existsSync(join(built, 'renderer/index.html'))) return { leftOut: 'the page is not built' }
  return null
}

/** Vigil over a vault; ended by whoever started it. */
export const vigil = ({ built, folder }: Office, over = folder): Promise<ChromiumShell> =>
  startChromium({
    vaultFolder: over,
    headless: true,
    dialogs,
    built: { page: join(built, 'renderer'), programs: join(built, 'main') },
  })

/** The same shell around an empty page with one field, and a vault process that does nothing. */
export function emptyShell({ root }: Office): Promise<ChromiumShell> {
  const [page, programs] = [join(root, 'empty/page'), join(root, 'empty/programs')]
  if (!existsSync(page)) {
    for (const folder of [page, programs]) mkdirSync(folder, { recursive: true })
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>Empty</title><input type="password">')
    writeFileSync(join(programs, 'vault-process.js'), 'process.on("message", () => undefined)\n')
  }
  return startChromium({
    vaultFolder: join(root, 'empty/vault'),
    headless: true,
    dialogs,
    built: { page, programs },
  })
}

/** Waits until a passphrase can be typed. */
export const untilLocked = ({ page }: ChromiumShell): Promise<void> =>
  page.locator('input[type=password]').first().waitFor({ timeout: 120_000 })

/** Waits until the first screen of an open vault shows what is to be done. */
export const untilHome = ({ page }: ChromiumShell): Promise<void> =>
  page.locator('main a[href$="/cases/new"]').first().waitFor({ timeout: 600_000 })

/** Types a passphrase and waits for the first screen. */
export async function enter(shell: ChromiumShell, passphrase: Uint8Array): Promise<void> {
  await untilLocked(shell)
  const field = shell.page.locator('input[type=password]').first()
  await field.fill(new TextDecoder().decode(passphrase))
  await field.press('Enter')
  await untilHome(shell)
}

const parentOf = (pid: string): string => {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1] ?? ''
  } catch {
    return ''
  }
}

/** Every process that this one started, directly or not. */
export function descendants(): string[] {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const parents = new Map(pids.map(pid => [pid, parentOf(pid)]))
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && pid !== '' && (parents.get(pid) === String(process.pid) || isOurs(parents.get(pid)))
  return pids.filter(pid => isOurs(pid))
}

/** The memory of some processes, megabytes: what several share is counted once, in parts. */
export function memoryOf(pids: readonly string[]): number {
  let kilobytes = 0
  for (const pid of pids) {
    try {
      const said = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(said)?.[1] ?? 0)
    } catch {
      // It has ended meanwhile.
    }
  }
  return (kilobytes * 1024) / 1_000_000
}

/** Which of these is the vault process. */
export const vaultProcessOf = (pids: readonly string[]): string[] =>
  pids.filter(pid => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('vault-process')
    } catch {
      return false
    }
  })
