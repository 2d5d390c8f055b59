import { createRequire } from 'node:module'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { startChromium } from '../../main/chromium.ts'
import type { Dialogs } from '../../main/host/chromium/zenity.ts'
import type { LockReason } from '../../main/host/host.ts'
import { Refused } from '../../shared/refusal.ts'
import { hasScreen } from './setup.ts'

/** Vigil in a real window, under whichever shell this machine has. */
export interface Launched {
  readonly shell: 'electron' | 'chromium'
  readonly page: Page
  readonly vaultFolder: string
  /** What the next file dialog that opens is answered with; `null` closes it. Several wait in line. */
  answer(path: string | null): void
  /** Locks as the desktop would, and waits until the fresh page is there. */
  lock(reason: LockReason): Promise<void>
  suspend(): Promise<void>
  /** Closes the window and waits for everything to end. */
  close(): Promise<void>
}

/** Where a test starts Vigil. Without a folder it gets a fresh one, removed at the end. */
export interface LaunchOptions {
  readonly vaultFolder?: string
  readonly built?: { readonly page: string; readonly programs: string }
}

const root = join(import.meta.dirname, '../..')
const built = { page: join(root, 'out/renderer'), programs: join(root, 'out/main') }

/** Opens Vigil as it was built into `out/` (or as `built` says, Chromium only). */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const home = mkdtempSync(join(tmpdir(), 'vigil-e2e-'))
  const vaultFolder = options.vaultFolder ?? join(home, 'vault')
  const binary = electronBinary()
  const launched =
    binary && !options.built
      ? await launchElectron(binary, vaultFolder)
      : await launchChromium(vaultFolder, options.built ?? built)
  const close = async () => {
    await launched.close()
    rmSync(home, { recursive: true, force: true })
  }
  return { ...launched, close }
}

async function launchChromium(
  vaultFolder: string,
  built: Required<LaunchOptions>['built'],
): Promise<Launched> {
  const line: (string | null)[] = []
  const { page, relay, close } = await startChromium({
    vaultFolder,
    built,
    headless: !hasScreen(),
    dialogs: dialogsFrom(line),
  })
  const lock = (reason: LockReason) => relay.lock(reason)
  const answer = (path: string | null) => void line.push(path)
  return { shell: 'chromium', page, vaultFolder, answer, lock, suspend: () => lock('suspend'), close }
}

/** Dialogs that answer themselves; one nobody foresaw says that there is no dialog. */
function dialogsFrom(line: (string | null)[]): Dialogs {
  const next = async () => {
    if (line.length === 0) throw new Refused('file/no-dialog')
    return line.shift() ?? null
  }
  return { chooseFile: next, chooseDestination: next, chooseFolder: next }
}

/** Electron's binary, when it was ever fetched. Its own module is not asked: that would try to fetch it. */
function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const name = join(folder, 'path.txt')
  const path = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8')) : ''
  return existsSync(path) && path !== '' ? path : null
}

const events: Readonly<Partial<Record<LockReason, string>>> = { suspend: 'suspend' }

async function launchElectron(executablePath: string, vaultFolder: string): Promise<Launched> {
  const app = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    env: { ...(process.env as Record<string, string>), VIGIL_VAULT: vaultFolder, VIGIL_TEST: '1' },
  })
  await app.evaluate(answerDialogs)
  const page = await app.firstWindow()
  const lock = async (reason: LockReason) => {
    const reloaded = page.waitForEvent('load')
    await app.evaluate(
      ({ powerMonitor }, event) => void powerMonitor.emit(event),
      events[reason] ?? 'lock-screen',
    )
    await reloaded
  }
  const answer = (path: string | null) => void app.evaluate(foresee, path)
  return {
    shell: 'electron',
    page,
    vaultFolder,
    answer,
    lock,
    suspend: () => lock('suspend'),
    close: () => app.close(),
  }
}

type ElectronModule = typeof import('electron')
type Foreseen = typeof globalThis & { foreseen?: (string | null)[] }

/** Runs inside Electron: file dialogs answer themselves from the line. */
function answerDialogs({ dialog }: ElectronModule): void {
  const line = ((globalThis as Foreseen).foreseen ??= [])
  const next = () => line.shift() ?? null
  dialog.showOpenDialog = async () => {
    const path = next()
    return { canceled: path === null, filePaths: path === null ? [] : [path] }
  }
  dialog.showSaveDialog = async () => {
    const path = next()
    return { canceled: path === null, filePath: path ?? '' }
  }
}

/** Runs inside Electron: puts one answer into the line. */
function foresee(_electron: ElectronModule, path: string | null): void {
  ;((globalThis as Foreseen).foreseen ??= []).push(path)
}
