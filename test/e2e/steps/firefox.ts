import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { accessSync, constants } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Firefox as it is installed, driven by the standard way in (WebDriver BiDi). */
export interface Firefox {
  open(path: string): Promise<void>
  /** What an expression is in the page. It must be a text, a number or nothing. */
  value(expression: string): Promise<unknown>
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>
  /** What was complained of, and every address that was asked for. */
  readonly said: readonly string[]
  close(): void
}

interface Message {
  readonly id?: number
  readonly type: string
  readonly method?: string
  readonly message?: string
  readonly result?: Readonly<Record<string, unknown>>
  readonly params?: { readonly text?: string; readonly request?: { readonly url: string } }
}

/** The program, when it is installed. */
export function findFirefox(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = ['firefox-esr', 'firefox'].flatMap(name => folders.map(folder => join(folder, name)))
  return paths.find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts Firefox without a window, with a fresh profile, saving what is downloaded into `downloads`. */
export async function startFirefox(program: string, downloads: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'vigil-firefox-'))
  const preferences = { 'browser.download.folderList': 2, 'browser.download.dir': downloads }
  const lines = Object.entries(preferences).map(
    entry => `user_pref(${entry.map(part => JSON.stringify(part)).join()});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const close = () => {
    child.kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  try {
    return { ...(await drive(await addressOf(child))), close }
  } catch (error) {
    close()
    throw error
  }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let told = ''
    child.once('exit', () => reject(new Error('Firefox ended before it began.')))
    child.stderr?.on('data', (part: Buffer) => {
      told += part.toString()
      const address = /listening on (ws:\S+)/.exec(told)?.[1]
      if (address) resolve(`${address}/session`)
    })
  })

async function drive(address: string): Promise<Omit<Firefox, 'close'>> {
  const said: string[] = []
  const ask = await line(address, said)
  await ask('session.new', { capabilities: {} })
  const tree = (await ask('browsingContext.getTree', {})) as { contexts: readonly { context: string }[] }
  const context = tree.contexts[0]?.context ?? ''
  await ask('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] })
  const value = async (expression: string) => {
    const asked = { expression, target: { context }, awaitPromise: true }
    const answer = (await ask('script.evaluate', asked)) as { result?: { value?: unknown } }
    return answer.result?.value
  }
  return {
    said,
    value,
    open: async path =>
      void (await ask('browsingContext.navigate', { context, url: `file://${path}`, wait: 'complete' })),
    async until(expression) {
      for (let tries = 0; (await value(`Boolean(${expression})`)) !== true; tries++) {
        if (tries === 600) throw new Error(`It never came to this: ${expression}`)
        await pause(100)
      }
    },
  }
}

type Ask = (method: string, params: unknown) => Promise<unknown>

/** One question at a time over one socket to the browser on this machine. */
async function line(address: string, said: string[]): Promise<Ask> {
  // The way into the browser that is tested, not out of Vigil.
  // oxlint-disable-next-line no-restricted-globals
  const socket = new WebSocket(address)
  const waiting = new Map<number, (message: Message) => void>()
  socket.addEventListener('message', event => {
    const message = JSON.parse(String(event.data)) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    else said.push(message.params?.text ?? message.params?.request?.url ?? '')
  })
  await new Promise(resolve => socket.addEventListener('open', resolve, { once: true }))
  let number = 0
  return async (method, params) => {
    const id = ++number
    const answered = new Promise<Message>(resolve => void waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params }))
    const { type, message, result } = await answered
    if (type === 'error') throw new Error(`${method}: ${message}`)
    return result
  }
}
