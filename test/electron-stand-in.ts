import { EventEmitter } from 'node:events'

/**
 * Stands in for Electron where its binary is not: remembers what it is told, answers what the shell needs to go on.
 * Tests import it to read what was said; `vitest.config.ts` puts it in Electron's place.
 */
export interface Said {
  /** `app.setPath`, `BrowserWindow#1.setTitle`, … */
  readonly what: string
  readonly args: readonly unknown[]
}

export const said: Said[] = []

type Answers = Readonly<Record<string, unknown>>

/** An object on which every method exists: it is remembered, and answered from `answers` where that has it. */
function recorder(name: string, answers: Answers = {}): EventEmitter & Record<string, unknown> {
  const emitter = new EventEmitter()
  return new Proxy(emitter as EventEmitter & Record<string, unknown>, {
    get(target, key) {
      if (typeof key === 'symbol' || key === 'then') return Reflect.get(target, key)
      if (key in EventEmitter.prototype || key.startsWith('_')) return Reflect.get(target, key)
      const answer = answers[key]
      if (key in answers && typeof answer !== 'function') return answer
      return (...args: unknown[]) => {
        said.push({ what: `${name}.${key}`, args })
        return typeof answer === 'function'
          ? (answer as (...given: unknown[]) => unknown)(...args)
          : undefined
      }
    },
  })
}

const sessions = new Map<string, unknown>()

function sessionOf(partition: string): unknown {
  const known = sessions.get(partition)
  if (known) return known
  const name = `session(${partition})`
  const made = recorder(name, {
    protocol: recorder(`${name}.protocol`),
    webRequest: recorder(`${name}.webRequest`),
    setProxy: async () => {},
  })
  sessions.set(partition, made)
  app.emit('session-created', made)
  return made
}

export const app = recorder('app', {
  isPackaged: false,
  commandLine: recorder('app.commandLine'),
  requestSingleInstanceLock: () => true,
  whenReady: async () => {},
  getPath: () => '/home/somebody',
  setProxy: async () => {},
  getAppMetrics: () => [],
})

/** What the next printings find: how many printers there are, and why it failed (empty: it was printed). */
export const printers: { readonly answers: { readonly printers?: number; readonly why?: string }[] } = {
  answers: [],
}

export const windows: (EventEmitter & Record<string, unknown>)[] = []

/** Called with `new`: gives a recorder for the window, with one for its contents. */
export function BrowserWindow(options: unknown): unknown {
  const name = `window${windows.length}`
  said.push({ what: 'new BrowserWindow', args: [options] })
  const mainFrame = { origin: 'vigil://app' }
  const webContents = recorder(`${name}.webContents`, {
    mainFrame,
    printToPDF: async () => Buffer.from('%PDF'),
    getPrintersAsync: async () => {
      const { printers: count = 1 } = printers.answers[0] ?? {}
      if (count === 0) printers.answers.shift()
      return Array.from({ length: count }, () => ({ name: 'cable' }))
    },
    print: (_options: unknown, done: (success: boolean, why: string) => void) => {
      const { why = '' } = printers.answers.shift() ?? {}
      done(why === '', why)
    },
  })
  const window = recorder(name, { webContents, loadURL: async () => {} })
  windows.push(window)
  app.emit('web-contents-created', {}, webContents)
  return window
}

export const children: (EventEmitter & Record<string, unknown>)[] = []

export const utilityProcess = recorder('utilityProcess', {
  fork: () => {
    const child = recorder(`child${children.length}`, { pid: undefined })
    children.push(child)
    return child
  },
})

export const session = { fromPartition: sessionOf }
export const dialog = recorder('dialog', {
  showOpenDialog: async () => ({ filePaths: ['/home/somebody/letter.eml'] }),
  showSaveDialog: async () => ({ canceled: false, filePath: '/home/somebody/brief.pdf' }),
})
/** What is on the clipboard. */
export const copied = { text: '' }
export const clipboard = recorder('clipboard', {
  readText: async () => copied.text,
  clear: () => void (copied.text = ''),
  write: async () => {},
  selection: recorder('clipboard.selection'),
})
/** Called with `new`: remembers what it was made of. */
export function ClipboardItem(formats: unknown): unknown {
  return { formats }
}
export const ipcMain = recorder('ipcMain')
export const ipcRenderer = recorder('ipcRenderer')
export const contextBridge = recorder('contextBridge')
export const Menu = recorder('Menu')
export const powerMonitor = recorder('powerMonitor', { getSystemIdleTime: () => 0 })
export const protocol = recorder('protocol')
