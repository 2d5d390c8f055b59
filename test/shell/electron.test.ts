import { mkdtempSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startsStrangely } from '../../main/host/electron/commandLine.ts'
import { tidyEnvironment } from '../../main/host/electron/beforeReady.ts'
import {
  app,
  children,
  copied,
  ipcMain,
  powerMonitor,
  printers,
  said,
  session,
  windows,
} from '../electron-stand-in.ts'

/*
 * The Electron shell is started whole, on a stand-in that writes down what Electron is told (its binary is not
 * everywhere). Each test is one item of Electron's own security checklist or of the security notes.
 */

const home = mkdtempSync(join(tmpdir(), 'vigil-test-'))

vi.mock('../../main/host/page.ts', async original => {
  const real = await original<typeof import('../../main/host/page.ts')>()
  return { ...real, pageFiles: () => real.pageFiles(join(import.meta.dirname, 'stand-in/page')) }
})

beforeAll(async () => {
  process.env.VIGIL_VAULT = join(home, 'vault')
  await import('../../main/electron.ts')
  await vi.waitUntil(() => all('window0.loadURL').length === 1)
})

afterAll(() => {
  delete process.env.VIGIL_VAULT
  rmSync(home, { recursive: true })
  for (const { args } of all('app.setPath').filter(entry => entry.args[0] === 'sessionData'))
    rmSync(args[1] as string, { recursive: true })
})

const all = (what: string) => said.filter(entry => entry.what === what)
const first = (what: string) => all(what)[0]?.args ?? []
const order = (what: string) => said.findIndex(entry => entry.what === what)
const options = () =>
  first('new BrowserWindow')[0] as { title: string; webPreferences: Record<string, unknown> }
const contents = () => windows[0]!.webContents as import('node:events').EventEmitter & Record<string, unknown>
const prevented = (
  emit: (event: { url: string; preventDefault(): void }) => void,
  url = 'https://elsewhere.example/',
) => {
  const preventDefault = vi.fn<() => void>()
  emit({ url, preventDefault })
  return preventDefault.mock.calls.length > 0
}
const partitions = ['vigil', 'vigil-print']

describe('Electron’s checklist', () => {
  it('1: loads nothing but its own scheme: every session cancels every other request', () => {
    for (const partition of partitions) {
      const [filter, decide] = first(`session(${partition}).webRequest.onBeforeRequest`) as [
        unknown,
        (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void,
      ]
      expect(filter).toEqual({ urls: ['<all_urls>'] })
      const cancelled = (url: string) => {
        const callback = vi.fn<(answer: unknown) => void>()
        decide({ url }, callback)
        return (callback.mock.calls[0] as [{ cancel: boolean }])[0].cancel
      }
      for (const url of [
        'https://a.example/',
        'http://a.example/',
        'ws://a.example/',
        'ftp://a.example/',
        'file:///etc/passwd',
        'chrome://version/',
        'devtools://x/',
        'blob:https://a.example/1',
      ])
        expect([url, cancelled(url)]).toEqual([url, true])
      expect(cancelled('vigil://app/index.html')).toBe(false)
      expect(cancelled('blob:vigil://app/1')).toBe(false)
    }
  })

  it('2: gives the page no Node', () => {
    expect(options().webPreferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })

  it('3: isolates the bridge from the page', () => {
    expect(options().webPreferences.contextIsolation).toBe(true)
  })

  it('4: runs every page in the sandbox, said before Electron is ready', () => {
    expect(order('app.enableSandbox')).toBeGreaterThan(-1)
    expect(order('app.enableSandbox')).toBeLessThan(order('app.whenReady'))
    expect(options().webPreferences.sandbox).toBe(true)
  })

  it('5: denies every permission and every device on every session', () => {
    for (const partition of partitions) {
      const of = (method: string) =>
        first(`session(${partition}).${method}`)[0] as (...args: unknown[]) => unknown
      const callback = vi.fn<(answer: unknown) => void>()
      of('setPermissionRequestHandler')(null, 'media', callback)
      expect(callback).toHaveBeenCalledWith(false)
      expect(of('setPermissionCheckHandler')()).toBe(false)
      expect(of('setDevicePermissionHandler')()).toBe(false)
      const screens = vi.fn<(answer: unknown) => void>()
      of('setDisplayMediaRequestHandler')({}, screens)
      expect(screens).toHaveBeenCalledWith(null)
      expect(of('setUSBProtectedClassesHandler')({ protectedClasses: ['hid'] })).toEqual(['hid'])
      const pairing = vi.fn<(answer: unknown) => void>()
      of('setBluetoothPairingHandler')({}, pairing)
      expect(pairing).toHaveBeenCalledWith({ confirmed: false })
      for (const device of ['select-hid-device', 'select-serial-port', 'select-usb-device']) {
        const emitter = session.fromPartition(partition) as import('node:events').EventEmitter
        expect(
          prevented(event =>
            emitter.emit(device, event, [], ...(device === 'select-serial-port' ? [null] : []), () => {}),
          ),
        ).toBe(true)
      }
    }
    expect(prevented(event => contents().emit('select-bluetooth-device', event, [], () => {}))).toBe(true)
  })

  it('6, 8 to 12: leaves web security on and everything experimental, insecure and embedded off', () => {
    expect(options().webPreferences).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
    })
    expect(options().webPreferences).not.toHaveProperty('enableBlinkFeatures')
    expect(prevented(event => contents().emit('will-attach-webview', event))).toBe(true)
  })

  it('7, 18: answers from a fixed set of files, with the policy and nosniff, and nothing else', async () => {
    const [scheme, handle] = first('session(vigil).protocol.handle') as [
      string,
      (request: Request) => Response,
    ]
    expect(scheme).toBe('vigil')
    const page = handle(new Request('vigil://app/'))
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|\*|http/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    for (const url of [
      'vigil://app/../../etc/passwd',
      'vigil://app/..%2f..%2fetc%2fpasswd',
      'vigil://app/%00',
      'vigil://app//etc/passwd',
      'vigil://other/index.html',
      'vigil://app/constructor',
      'vigil://app/__proto__',
    ])
      expect([url, handle(new Request(url)).status]).toEqual([url, 404])
    expect(handle(new Request('vigil://app/', { method: 'POST' })).status).toBe(404)
    expect(first('protocol.registerSchemesAsPrivileged')).toEqual([
      [
        {
          scheme: 'vigil',
          privileges: expect.objectContaining({
            standard: true,
            secure: true,
            bypassCSP: false,
            supportFetchAPI: false,
            codeCache: false,
          }) as unknown,
        },
      ],
    ])
    expect(order('protocol.registerSchemesAsPrivileged')).toBeLessThan(order('app.whenReady'))
  })

  it('13: navigates nowhere, whoever asks', () => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(prevented(details => contents().emit(event, details))).toBe(true)
      expect(prevented(details => contents().emit(event, details), 'vigil://app/')).toBe(false)
    }
    expect(options().webPreferences.navigateOnDragDrop).toBe(false)
  })

  it('14: opens no window', () => {
    const [decide] = first('window0.webContents.setWindowOpenHandler') as [() => unknown]
    expect(decide()).toEqual({ action: 'deny' })
  })

  it('15, 16: hands no address to another program and looks for no update', () => {
    const source = readFileSync(join(import.meta.dirname, '../../main/electron.ts'), 'utf8')
    expect(source).not.toMatch(/\bshell\.open|autoUpdater|electron\.net|openExternal/)
  })

  it('17: answers the page in its own window, and no other sender', async () => {
    const [channel, answer] = first('ipcMain.handle') as [
      string,
      (event: unknown, name: unknown, input: unknown) => unknown,
    ]
    expect(channel).toBe('vigil')
    expect(all('ipcMain.handle')).toHaveLength(1)
    expect(ipcMain.listenerCount('vigil')).toBe(0)
    const mainFrame = contents().mainFrame
    const no = { ok: false, code: 'unknown-operation' }
    for (const senderFrame of [null, { origin: 'vigil://app' }, { ...(mainFrame as object) }])
      expect(answer({ senderFrame }, 'vault.active', {})).toEqual(no)
    expect(await answer({ senderFrame: mainFrame }, 'vault.active', {})).toEqual({ ok: true, value: null })
    ;(mainFrame as { origin: string }).origin = 'https://elsewhere.example'
    expect(answer({ senderFrame: mainFrame }, 'vault.active', {})).toEqual(no)
    ;(mainFrame as { origin: string }).origin = 'vigil://app'
  })
})

describe('the other settings of the Electron shell', () => {
  it('takes no switch: each of these ends it with 87', () => {
    const switches = [
      '--remote-debugging-port=9222',
      '--remote-debugging-pipe',
      '--no-sandbox',
      '--disable-web-security',
      '--proxy-server=x',
      '--proxy-pac-url=x',
      '--host-rules=x',
      '--host-resolver-rules=x',
      '--js-flags=--expose-gc',
      '--log-net-log=x',
      '--enable-logging=file',
      '--log-file=x',
      '--user-data-dir=x',
      '--load-extension=x',
      '--disable-features=x',
      '--enable-features=x',
      '--inspect',
      '--inspect-brk=0',
      '--inspect=0',
      '--disable-gpu-sandbox',
      '--disable-site-isolation-trials',
      '--allow-file-access-from-files',
      '--allow-running-insecure-content',
      '--ignore-certificate-errors',
      '--enable-blink-features=x',
      '--renderer-cmd-prefix=x',
      '--utility-cmd-prefix=x',
      '--gpu-launcher=x',
      '--single-process',
      '--no-zygote',
      '--crash-dumps-dir=x',
      '--ssl-key-log-file=x',
      '--trace-startup',
      '--disk-cache-dir=x',
      '--auth-server-whitelist=x',
      '--disable-http-cache',
      '--lang=x',
      '-r',
      '--require=x',
      '--',
    ]
    for (const word of switches) {
      expect([word, startsStrangely({ argv: ['vigil', word], env: {}, packaged: true })]).toEqual([
        word,
        true,
      ])
      expect([
        word,
        startsStrangely({ argv: ['vigil', word], env: { VIGIL_TEST: '1' }, packaged: true }),
      ]).toEqual([word, true])
    }
    expect(startsStrangely({ argv: ['vigil'], env: { LANG: 'ar' }, packaged: true })).toBe(false)
  })

  it('lets a test driver in only where asked to, and never into a packaged Vigil', () => {
    const argv = ['electron', '--inspect=0', '--remote-debugging-port=0', '.']
    expect(startsStrangely({ argv, env: { VIGIL_TEST: '1' }, packaged: false })).toBe(false)
    expect(startsStrangely({ argv, env: {}, packaged: false })).toBe(true)
  })

  it('takes no setting that writes logs or keys, and clears the rest from the environment', () => {
    for (const name of [
      'ELECTRON_LOG_FILE',
      'ELECTRON_ENABLE_LOGGING',
      'ELECTRON_LOG_ASAR_READS',
      'SSLKEYLOGFILE',
    ])
      expect([name, startsStrangely({ argv: ['vigil'], env: { [name]: 'x' }, packaged: true })]).toEqual([
        name,
        true,
      ])
    const env = { NODE_OPTIONS: 'x', ELECTRON_X: 'x', SSLKEYLOGFILE: 'x', HTTPS_PROXY: 'x', PATH: '/bin' }
    tidyEnvironment(env)
    expect(env).toEqual({ PATH: '/bin' })
  })

  it('looks up no name, calls home for nothing and keeps no cache', () => {
    const switches = all('app.commandLine.appendSwitch').map(entry => entry.args.join('='))
    expect(switches).toEqual(
      expect.arrayContaining([
        'host-resolver-rules=MAP * ~NOTFOUND',
        'disable-background-networking',
        'disable-component-update',
        'disable-domain-reliability',
        'disable-quic',
        'no-pings',
        'disable-http-cache',
      ]),
    )
  })

  it('sends every session to a proxy that is not there', () => {
    const nowhere = {
      mode: 'fixed_servers',
      proxyRules: 'socks5://127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    }
    expect(first('app.setProxy')).toEqual([nowhere])
    for (const partition of partitions) {
      expect(first(`session(${partition}).setProxy`)).toEqual([nowhere])
      expect(first(`session(${partition}).enableNetworkEmulation`)).toEqual([{ offline: true }])
    }
    expect(first('window0.webContents.setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp'])
  })

  it('keeps what the engine writes in a folder of its own that only this person can read', () => {
    const paths = Object.fromEntries(all('app.setPath').map(entry => entry.args as [string, string]))
    expect(statSync(paths.sessionData!).mode & 0o777).toBe(0o700)
    expect(paths.crashDumps).toBe(join(paths.sessionData!, 'crashes'))
    expect(paths.userData).toBe(join(home, 'shell'))
    expect(statSync(paths.userData!).mode & 0o777).toBe(0o700)
    expect(existsSync(join(home, 'vault'))).toBe(false)
    for (const partition of partitions) expect(partition).not.toMatch(/^persist:/)
    expect(options().webPreferences).toMatchObject({ partition: 'vigil', v8CacheOptions: 'none' })
  })

  it('spells nothing by a service, and downloads nothing', () => {
    expect(options().webPreferences.spellcheck).toBe(false)
    for (const partition of partitions) {
      expect(first(`session(${partition}).setSpellCheckerEnabled`)).toEqual([false])
      const emitter = session.fromPartition(partition) as import('node:events').EventEmitter
      expect(prevented(event => emitter.emit('will-download', event))).toBe(true)
    }
  })

  it('has no developer tools and no menu', () => {
    expect(options().webPreferences.devTools).toBe(false)
    contents().emit('devtools-opened')
    expect(all('window0.webContents.closeDevTools')).toHaveLength(1)
    expect(first('Menu.setApplicationMenu')).toEqual([null])
  })

  it('starts no crash reporter', () => {
    expect(said.some(entry => /crashReporter/.test(entry.what))).toBe(false)
  })

  it('asks the system to keep the window out of pictures of the screen', () => {
    expect(first('window0.setContentProtection')).toEqual([true])
  })

  it('lets pictures be taken only where the person said so', async () => {
    children[0]!.emit('message', { kind: 'behaviour', panic: 'both', capture: 'allowed' })
    expect(all('window0.setContentProtection').at(-1)?.args).toEqual([false])
    children[0]!.emit('message', { kind: 'behaviour', panic: 'both', capture: 'refused' })
    expect(all('window0.setContentProtection').at(-1)?.args).toEqual([true])
  })

  it('is called Vigil and nothing else, whatever the page calls itself', () => {
    expect(options().title).toBe('Vigil')
    expect(prevented(event => windows[0]!.emit('page-title-updated', event))).toBe(true)
  })

  it('runs once: a second start shows the first', () => {
    expect(order('app.requestSingleInstanceLock')).toBeLessThan(order('app.whenReady'))
    app.emit('second-instance')
    expect(all('window0.focus')).toHaveLength(1)
  })

  it('starts the vault process as a utility process, with a clean environment', () => {
    const [path, args, how] = first('utilityProcess.fork') as [
      string,
      string[],
      { env: object; stdio: unknown },
    ]
    expect(path).toMatch(/vault-process\.js$/)
    expect(args).toEqual([])
    expect(Object.keys(how.env).filter(name => /^(NODE_|ELECTRON_)/.test(name))).toEqual([])
    expect(first('child0.postMessage')).toEqual([{ kind: 'start', folder: join(home, 'vault') }])
  })

  it('lets the page veto nothing', () => {
    expect(prevented(event => contents().emit('will-prevent-unload', event))).toBe(true)
  })
})

describe('what the vault process asks of the Electron shell', () => {
  let asks = 0
  const ask = async (name: string, input: unknown) => {
    const id = asks++
    children[0]!.emit('message', { kind: 'ask', id, name, input })
    return vi.waitFor(() => {
      const answer = all('child0.postMessage').find(
        entry =>
          (entry.args[0] as { kind: string; id: number }).kind === 'answer' &&
          (entry.args[0] as { id: number }).id === id,
      )
      expect(answer).toBeDefined()
      return (answer!.args[0] as { answer: unknown }).answer
    })
  }

  it('shows file dialogs that leave no trace among recent documents', async () => {
    expect(await ask('chooseFile', { title: 'A letter', extensions: ['eml'] })).toEqual({
      ok: true,
      value: '/home/somebody/letter.eml',
    })
    expect(first('dialog.showOpenDialog')[1]).toMatchObject({
      title: 'A letter',
      properties: ['openFile', 'dontAddToRecent'],
      defaultPath: '/home/somebody',
    })
    expect(await ask('chooseDestination', { title: 'Where', suggestedName: 'brief.pdf' })).toEqual({
      ok: true,
      value: '/home/somebody/brief.pdf',
    })
    expect(first('dialog.showSaveDialog')[1]).toMatchObject({
      properties: expect.arrayContaining(['dontAddToRecent']) as unknown,
    })
  })

  it('prints in a hidden window in which no script runs, and destroys it', async () => {
    expect(await ask('printToPdf', '<p>brief</p>')).toEqual({
      ok: true,
      value: new Uint8Array(Buffer.from('%PDF')),
    })
    const [printed] = all('new BrowserWindow')[1]!.args as [
      { show: boolean; webPreferences: Record<string, unknown> },
    ]
    expect(printed.show).toBe(false)
    expect(printed.webPreferences).toMatchObject({
      javascript: false,
      sandbox: true,
      partition: 'vigil-print',
    })
    expect(printed.webPreferences).not.toHaveProperty('preload')
    expect(first('window1.webContents.printToPDF')[0]).toMatchObject({
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    expect(all('window1.destroy')).toHaveLength(1)
  })

  it('prints on paper in a hidden window too, with the system’s dialog, and only where there is a printer', async () => {
    const paper = { html: '<p>paper</p>', pdf: new Uint8Array([1]) }
    printers.answers.push(
      { printers: 0 },
      { why: '' },
      { why: 'Print job canceled' },
      { why: 'Print job failed' },
    )
    const no = { ok: false, code: 'paper/no-printer' }
    expect(await ask('printOnPaper', paper)).toMatchObject(no)
    expect(all('window2.webContents.print')).toHaveLength(0)
    expect(await ask('printOnPaper', paper)).toEqual({ ok: true, value: true })
    expect(await ask('printOnPaper', paper)).toEqual({ ok: true, value: false })
    expect(await ask('printOnPaper', paper)).toMatchObject(no)
    expect(first('window3.webContents.print')[0]).toMatchObject({ silent: false, pageSize: 'A4' })
    const [printed] = all('new BrowserWindow')[3]!.args as [
      { show: boolean; webPreferences: Record<string, unknown> },
    ]
    expect(printed.webPreferences).toMatchObject({ javascript: false, partition: 'vigil-print' })
    for (const window of [2, 3, 4, 5]) expect(all(`window${window}.destroy`)).toHaveLength(1)
  })
})

describe('when the desktop says so, the vault locks', () => {
  it.each(['suspend', 'resume', 'lock-screen', 'user-did-resign-active'])('on %s', async event => {
    const before = children.length
    const from = said.length
    powerMonitor.emit(event)
    await vi.waitFor(
      () => expect(all(`child${before - 1}.postMessage`).at(-1)?.args).toEqual([{ kind: 'close' }]),
      3000,
    )
    children[before - 1]!.emit('exit')
    await vi.waitFor(() => expect(children).toHaveLength(before + 1), 3000)
    const killed = said.findLastIndex(entry => entry.what === 'window0.webContents.forcefullyCrashRenderer')
    expect(killed).toBeGreaterThan(from)
    expect(said.findLastIndex(entry => entry.what === 'window0.loadURL')).toBeGreaterThan(killed)
  })

  it('on the panic keys, which it hears before the page: the window is gone first', async () => {
    const before = children.length
    const input = { type: 'keyDown', alt: false, meta: false, isAutoRepeat: false }
    copied.text = 'somebody else’s'
    contents().emit('before-input-event', {}, { ...input, code: 'KeyA', control: true })
    expect(all('window0.hide')).toHaveLength(0)
    contents().emit('before-input-event', {}, { ...input, code: 'Backquote', control: true })
    expect(all('window0.hide')).toHaveLength(1)
    await vi.waitFor(
      () => expect(all(`child${before - 1}.postMessage`).at(-1)?.args).toEqual([{ kind: 'close' }]),
      3000,
    )
    children[before - 1]!.emit('exit')
    await vi.waitFor(() => expect(all('window0.show').length).toBeGreaterThan(0), 3000)
    expect(all('window0.webContents.send').at(-1)?.args).toEqual(['vigil', 'panic'])
    expect(copied.text).toBe('somebody else’s')
  })

  it('tells the page first', () => {
    expect(first('window0.webContents.send')).toEqual(['vigil', 'locking'])
  })

  it('and when the window is closed, which nothing can prevent', async () => {
    expect(prevented(event => windows[0]!.emit('close', event))).toBe(true)
    await vi.waitFor(() => expect(all('window0.destroy')).toHaveLength(1), 3000)
    expect(all('window0.webContents.send').at(-1)?.args).toEqual(['vigil', 'closing'])
  })
})
