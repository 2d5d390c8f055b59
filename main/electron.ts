import * as electron from 'electron'
import { join } from 'node:path'
import { answerPage } from './host/electron/answerPage.ts'
import { beforeReady, tidyEnvironment } from './host/electron/beforeReady.ts'
import { startsStrangely, strangeStart } from './host/electron/commandLine.ts'
import { electronClipboard } from './host/electron/clipboard.ts'
import { createDialogs } from './host/electron/dialogs.ts'
import { forkUtility } from './host/electron/forkUtility.ts'
import { guardContents } from './host/electron/guardContents.ts'
import { appUrl, guardSession, nowhere } from './host/electron/guardSession.ts'
import { lockWithDesktop } from './host/electron/lockWithDesktop.ts'
import { hearPanic } from './host/electron/panicKeys.ts'
import { createPrinter } from './host/electron/printer.ts'
import { serve } from './host/electron/serve.ts'
import { windowOptions } from './host/electron/windowOptions.ts'
import { systemClock } from './host/clock.ts'
import { freshFolder, shellFolder, vaultFolder } from './host/folders.ts'
import type { Host } from './host/host.ts'
import { fileAt, pageFiles } from './host/page.ts'
import { sentence } from './host/sentence.ts'
import { createRelay, type Relay } from './relay.ts'
import type { PanicKeys } from '../shared/vault/model.ts'

type Window = electron.BrowserWindow

const { app, BrowserWindow, Menu, session } = electron

if (startsStrangely({ argv: process.argv, env: process.env, packaged: app.isPackaged })) {
  process.stderr.write(`${sentence('shell.strange-switch')}\n`)
  process.exit(strangeStart)
}
tidyEnvironment(process.env)

const vault = vaultFolder()
const profile = freshFolder()
process.once('exit', profile.remove)
beforeReady(electron, { profile: profile.path, shell: shellFolder(vault) })

if (app.requestSingleInstanceLock()) {
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(openVigil)
} else app.exit(0)

/** The window, the relay behind it, and what ties the two together. */
async function openVigil(): Promise<void> {
  await app.setProxy(nowhere)
  Menu.setApplicationMenu(process.platform === 'darwin' ? macMenu() : null)
  const files = pageFiles(join(import.meta.dirname, '../renderer'))
  serve(session.fromPartition('vigil'), path => fileAt(files, path))

  const window = new BrowserWindow(windowOptions(join(import.meta.dirname, '../preload/preload.cjs')))
  const printer = createPrinter(electron, files)
  const onPanicKeys = hearPanic(window.webContents, () => void relay.lock('panic'))
  const host = createHost(window, { printer, onPanicKeys })
  const relay: Relay = createRelay({ host, clock: systemClock, folder: vault })
  answerPage(electron, { contents: window.webContents, relay })
  lockWithDesktop(electron, relay)
  tieToWindow(window, relay)
  await window.loadURL(appUrl)
}

interface Parts {
  readonly printer: Pick<Host, 'printToPdf' | 'printOnPaper'>
  /** Says which keys mean panic. */
  readonly onPanicKeys: (keys: PanicKeys) => void
}

function createHost(window: Window, { printer, onPanicKeys }: Parts): Host {
  return {
    ...createDialogs(electron, window),
    ...printer,
    clipboard: electronClipboard(electron),
    startProcess: program => forkUtility(electron, { programs: import.meta.dirname, program }),
    reload: () => reloadAfresh(window),
    announce: event => window.webContents.send('vigil', event),
    hide: () => window.hide(),
    // They belong to the system and cannot be closed from here; what they answer later is not heard.
    dismissDialogs: () => {},
    behave: ({ panic, capture }) => {
      onPanicKeys(panic)
      window.setContentProtection(capture === 'refused')
    },
  }
}

/** A fresh page in a fresh process: what the old one held goes with it. Without a page Vigil ends. */
async function reloadAfresh(window: Window): Promise<void> {
  window.webContents.forcefullyCrashRenderer()
  await window.loadURL(appUrl).catch(() => app.exit(1))
  if (!window.isDestroyed()) window.show()
}

function tieToWindow(window: Window, relay: Relay): void {
  window.setContentProtection(true)
  window.on('page-title-updated', event => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', () => void relay.lock('process-ended'))
  // The window waits for the lock, and only for that: it cannot be kept open.
  window.on('close', event => {
    event.preventDefault()
    void relay.lock('window-closed').finally(() => window.destroy())
  })
  app.on('second-instance', () => window.focus())
}

/** macOS gives no copy and paste without a menu. */
const macMenu = () => Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])
