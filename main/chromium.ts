import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { Refused } from '../shared/refusal.ts'
import { announce, exposeBridge, origin, servePage } from './host/chromium/bridge.ts'
import { reloadAfresh } from './host/chromium/reloadAfresh.ts'
import { chromiumClipboard } from './host/chromium/clipboard.ts'
import { findChromium } from './host/chromium/findChromium.ts'
import { chromiumFlags, preferences } from './host/chromium/flags.ts'
import { forkEarly } from './host/chromium/forkProgram.ts'
import { printWithLp } from './host/chromium/lp.ts'
import { printWith } from './host/chromium/print.ts'
import { dismissZenity, zenityDialogs, type Dialogs } from './host/chromium/zenity.ts'
import { claimVault } from './host/claimVault.ts'
import { cleanEnvironment } from './host/cleanEnvironment.ts'
import { systemClock } from './host/clock.ts'
import { freshFolder, vaultFolder } from './host/folders.ts'
import type { Host } from './host/host.ts'
import { pageFiles, type PageFile } from './host/page.ts'
import { sentence } from './host/sentence.ts'
import { watchForSleep } from './host/watchForSleep.ts'
import { watchLogind } from './host/watchLogind.ts'
import { createRelay, type Relay } from './relay.ts'

/** How the Chromium shell is started; everything has the value a person at the desk wants. */
export interface ChromiumOptions {
  readonly vaultFolder?: string
  readonly headless?: boolean
  /** Answers file dialogs in place of the desktop. */
  readonly dialogs?: Dialogs
  /** Prints in place of the printers of this machine. */
  readonly printOnPaper?: Host['printOnPaper']
  /** The folders of the built page and of the built programs. */
  readonly built?: { readonly page: string; readonly programs: string }
}

/** A running shell. */
export interface ChromiumShell {
  readonly page: Page
  readonly context: BrowserContext
  readonly relay: Relay
  readonly host: Host
  /** Resolves when the shell has ended, however that came about. */
  readonly ended: Promise<void>
  /** Locks, closes the window, removes what Chromium wrote. */
  close(): Promise<void>
}

const asRoot = process.getuid?.() === 0

const besideThis = {
  page: join(import.meta.dirname, '../renderer'),
  programs: import.meta.dirname,
}

/**
 * Opens Vigil in an installed Chromium (ADR 0004): driven over a pipe, served from memory, no socket opened.
 *
 * @throws Refused `vault/in-use` when Vigil is open for this vault already.
 * @throws Error with a sentence for the person when there is no Chromium or no built page.
 */
export async function startChromium(options: ChromiumOptions = {}): Promise<ChromiumShell> {
  const built = options.built ?? besideThis
  const folder = options.vaultFolder ?? vaultFolder()
  const files = pageFiles(built.page)
  const release = claimVault(folder)
  const programs = forkEarly(built.programs)
  const window = await openWindow({ headless: options.headless ?? false }).catch((error: unknown) => {
    programs.drop()
    release()
    throw error
  })
  const { context, page } = window

  const host: Host = {
    ...(options.dialogs ?? zenityDialogs),
    printToPdf: html => print(html, files),
    printOnPaper: options.printOnPaper ?? printWithLp,
    startProcess: programs.start,
    reload: () => reloadAfresh(page).catch(() => shut(context)),
    announce: event => announce(page, event),
    // The page hides itself on hearing of a panic, and its own keys are how it hears.
    hide: () => {},
    dismissDialogs: dismissZenity,
    // Chromium's window cannot be kept out of pictures of the screen, and the page hears its keys itself.
    behave: () => {},
    clipboard: chromiumClipboard(page),
  }
  const relay = createRelay({ host, clock: systemClock, folder })
  const ended = afterClosing(context, { relay, tidy: () => (release(), window.remove()) })

  await exposeBridge(context, relay.call)
  await context.route('**/*', servePage(files))
  await page.goto(`${origin}/`)
  return { page, context, relay, host, ended, close: () => closeShell({ relay, context, ended }) }
}

/** Closes the window; one that has gone by itself, or was killed, is closed too. */
const shut = (context: BrowserContext): Promise<void> => context.close().catch(() => {})

interface Closing {
  readonly relay: Relay
  readonly context: BrowserContext
  readonly ended: Promise<void>
}

async function closeShell({ relay, context, ended }: Closing): Promise<void> {
  await relay.lock('window-closed')
  await shut(context)
  await ended
}

/** Resolves after the window has gone, the vault process has ended and nothing is left behind. */
async function afterClosing(
  context: BrowserContext,
  { relay, tidy }: { readonly relay: Relay; tidy(): void },
): Promise<void> {
  const stopWatching = watchForSleep(() => void relay.lock('suspend'))
  const stopListening = process.platform === 'linux' ? watchLogind(event => relay.lock(event)) : () => {}
  await new Promise<void>(resolve => context.once('close', () => resolve()))
  stopWatching()
  stopListening()
  await relay.lock('window-closed')
  tidy()
}

interface Window {
  readonly context: BrowserContext
  readonly page: Page
  remove(): void
}

/** One app window; every further page that appears is closed at once. */
async function openWindow(how: {
  readonly headless: boolean
  readonly javaScriptEnabled?: boolean
}): Promise<Window> {
  const profile = freshFolder()
  try {
    const context = await launch(profile.path, how)
    const page = context.pages()[0] ?? (await context.newPage())
    context.on('page', other => void other.close().catch(() => {}))
    page.on('dialog', dialog => void dialog.accept().catch(() => {}))
    page.on('close', () => void shut(context))
    // A page that died hears no key any more: nobody could lock. The window closes, and closing locks.
    page.on('crash', () => void shut(context))
    return { context, page, remove: profile.remove }
  } catch (error) {
    profile.remove()
    throw error
  }
}

function launch(
  profile: string,
  {
    headless,
    javaScriptEnabled = true,
  }: { readonly headless: boolean; readonly javaScriptEnabled?: boolean },
): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(sentence('shell.no-chromium'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    javaScriptEnabled,
    chromiumSandbox: !asRoot,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...chromiumFlags],
    env: windowEnvironment(profile),
    viewport: null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

/** Chromium's environment: what it keeps about the person goes into the profile and disappears with it. */
function windowEnvironment(profile: string): Record<string, string> {
  const kept = Object.entries(cleanEnvironment(process.env)).filter(pair => pair[1] !== undefined)
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    XAUTHORITY: process.env.XAUTHORITY ?? join(homedir(), '.Xauthority'),
    HOME: profile,
    XDG_CONFIG_HOME: join(profile, '.config'),
    XDG_CACHE_HOME: join(profile, '.cache'),
    TMPDIR: profile,
  }
}

/** Prints in a window of its own that nobody sees and in which no script runs. */
async function print(html: string, files: ReadonlyMap<string, PageFile>): Promise<Uint8Array> {
  const window = await openWindow({ headless: true, javaScriptEnabled: false })
  try {
    return await printWith(window.context, { html, files })
  } finally {
    await shut(window.context)
    window.remove()
  }
}

async function main(): Promise<void> {
  if (asRoot) process.stderr.write(`${sentence('shell.as-root')}\n`)
  const shell = await startChromium({ headless: process.argv.includes('--headless') })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void shell.close())
  await shell.ended
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main().catch((error: unknown) => {
    const alreadyOpen = error instanceof Refused && error.code === 'vault/in-use'
    process.stderr.write(
      `${alreadyOpen ? sentence('shell.already-open') : error instanceof Error ? error.message : ''}\n`,
    )
    process.exitCode = 1
  })
