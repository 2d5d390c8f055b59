import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../shared/refusal.ts'
import { startChromium, type ChromiumShell } from '../../main/chromium.ts'
import { memoryFolder } from '../../main/host/folders.ts'
import { runs, standIn } from '../shell/support.ts'
import { launch, type Launched } from './launch.ts'
import { hasScreen } from './setup.ts'

/* The Chromium shell itself, with a page and a vault process that only stand in for Vigil's own. */

const built = { page: join(standIn, 'page'), programs: standIn }

describe('the window', () => {
  let vigil: Launched

  beforeAll(async () => {
    vigil = await launch({ built })
  })
  afterAll(() => vigil.close())

  type Bridge = { call(name: string, input: unknown): Promise<Reply<unknown>> }
  const call = (name: string, input: unknown = null) =>
    vigil.page.evaluate(
      ([name, input]) => (window as unknown as { vigil: Bridge }).vigil.call(name as string, input),
      [name, input],
    )

  it('shows the page with its script and its style', async () => {
    await vigil.page.waitForFunction(() => document.querySelector('#said')?.textContent === 'script')
    expect(await vigil.page.title()).toBe('Vigil')
    expect(await vigil.page.evaluate(() => getComputedStyle(document.querySelector('#said')!).color)).toBe(
      'rgb(1, 2, 3)',
    )
  })

  it('gives the page one frozen bridge of two functions, and no way behind it', async () => {
    const seen = await vigil.page.evaluate(() => {
      const { vigil } = window as unknown as { vigil: object }
      return { keys: Object.keys(vigil), frozen: Object.isFrozen(vigil), raw: 'vigilBinding' in window }
    })
    expect(seen).toEqual({ keys: ['call', 'on'], frozen: true, raw: false })
  })

  it('brings bytes through the bridge and back as bytes', async () => {
    const back = await vigil.page.evaluate(async () => {
      const { vigil } = window as unknown as { vigil: Bridge }
      const reply = await vigil.call('echo', { bytes: new Uint8Array([0, 127, 128, 255]) })
      const bytes = reply.ok && (reply.value as { bytes: unknown }).bytes
      return bytes instanceof Uint8Array ? Array.from(bytes) : null
    })
    expect(back).toEqual([0, 127, 128, 255])
  })

  it('reaches nothing: no request, no socket, no frame, no inline script, no eval', async () => {
    const tried = await vigil.page.evaluate(async () => {
      const blocked: string[] = []
      document.addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective))
      const failing = async (run: () => unknown) => {
        try {
          await run()
          return false
        } catch {
          return true
        }
      }
      const results = {
        fetch: await failing(() => globalThis.fetch('https://elsewhere.example/')),
        own: await failing(() => globalThis.fetch('/index.html')),
        file: await failing(() => globalThis.fetch('file:///etc/passwd')),
        eval: !(window as unknown as { evaluated: boolean }).evaluated,
        html: await failing(() => void (document.body.innerHTML = '<b>x</b>')),
        worker: await navigator.serviceWorker
          .register('/page.js')
          .then(async () => (await navigator.serviceWorker.getRegistrations()).length === 0)
          .catch(() => true),
      }
      for (const [tag, attribute] of [
        ['img', 'src'],
        ['iframe', 'src'],
        ['object', 'data'],
      ] as const) {
        const element = document.createElement(tag)
        await failing(() => element.setAttribute(attribute, 'https://elsewhere.example/x'))
        document.body.append(element)
      }
      const inline = document.createElement('style')
      inline.textContent = 'body { color: red }'
      document.body.append(inline)
      await new Promise(resolve => setTimeout(resolve, 300))
      return { results, blocked: [...new Set(blocked)] }
    })
    expect(Object.entries(tried.results).filter(([, failed]) => !failed)).toEqual([])
    expect(tried.blocked).toEqual(
      expect.arrayContaining([
        'connect-src',
        'require-trusted-types-for',
        'img-src',
        'frame-src',
        'style-src-elem',
      ]),
    )
  })

  it('opens no window and goes nowhere, by script, link or form', async () => {
    const { page } = vigil
    expect(await page.evaluate(() => window.open('https://vigil.invalid/'))).toBe(null)
    for (const go of [
      () => void (location.href = 'https://elsewhere.example/'),
      () => {
        const link = Object.assign(document.createElement('a'), {
          href: 'https://elsewhere.example/',
          target: '_blank',
        })
        document.body.append(link)
        link.click()
      },
      () => {
        const form = Object.assign(document.createElement('form'), { action: 'https://elsewhere.example/' })
        document.body.append(form)
        form.submit()
      },
      () => void (location.href = 'file:///etc/passwd'),
    ]) {
      await page.evaluate(go).catch(() => {})
      await page.waitForTimeout(200)
      expect(page.url()).toBe('https://vigil.invalid/')
      expect(page.context().pages()).toHaveLength(1)
    }
  })

  it('locks: hears of it, then has a fresh page in a fresh process and a fresh vault process', async () => {
    const { page } = vigil
    const pid = (await call('pid')) as { value: number }
    await page.evaluate(() => void Object.assign(window, { secret: 'what was typed' }))
    const before = renderers()
    await vigil.lock('screen-lock')
    expect(runs(pid.value)).toBe(false)
    expect(await page.evaluate(() => 'secret' in window)).toBe(false)
    expect(((await call('pid')) as { value: number }).value).not.toBe(pid.value)
    await vi.waitFor(() => expect(renderers().filter(each => before.includes(each))).toEqual([]), 5000)
  })

  it('locks a page that would rather stay, and one that hangs', async () => {
    const { page } = vigil
    await page.evaluate(() => {
      addEventListener('beforeunload', event => event.preventDefault())
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- both ways are tried
      window.onbeforeunload = event => event.preventDefault()
      setTimeout(() => {
        for (;;);
      }, 20)
    })
    await new Promise(resolve => setTimeout(resolve, 100))
    await vigil.suspend()
    await page.waitForFunction(() => document.querySelector('#said')?.textContent === 'script')
    expect(await page.evaluate(() => document.querySelector('#said')?.textContent)).toBe('script')
  })

  it('prints a tagged document with no script run, and leaves no second window', async () => {
    const html = `<!doctype html><html lang=ar dir=rtl><title>t</title><style>@page { size: A4 }</style><h1>ملخص</h1>
      <p id=p>kept</p><script>document.getElementById('p').textContent = 'changed'</script>`
    vigil.answer(null)
    const reply = (await call('ask', { name: 'printToPdf', input: html })) as { value: { value: Uint8Array } }
    const pdf = Buffer.from(reply.value.value)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.includes('/MarkInfo')).toBe(true)
    const text = spawnSync('pdftotext', ['-', '-'], { input: pdf })
    if (text.error) console.log('pdftotext is not here: the words of the document were not read.')
    expect(text.error ? 'kept' : text.stdout.toString()).toMatch(/kept/)
    expect(vigil.page.context().pages()).toHaveLength(1)
  })
})

/** Numbers of the processes of Chromium that show pages, of this test's windows only. */
function renderers(): string[] {
  return processes()
    .filter(({ command }) => command.includes('--type=renderer'))
    .map(({ pid }) => pid)
}

function processes(): { pid: string; command: string }[] {
  const own = new Set([String(process.pid)])
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => readProcess(pid))
  for (let grown = true; grown;) {
    const next = all.filter(({ pid, parent }) => own.has(parent) && !own.has(pid))
    next.forEach(({ pid }) => own.add(pid))
    grown = next.length > 0
  }
  return all.filter(({ pid }) => own.has(pid))
}

function readProcess(pid: string): { pid: string; parent: string; command: string }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }]
  } catch {
    return []
  }
}

describe('what is left and what is open', () => {
  let shell: ChromiumShell | undefined
  afterAll(() => shell?.close())

  it('listens on no socket', async () => {
    const sockets = () => execFileSync('ss', ['-Hltnup'], { encoding: 'utf8' })
    shell = await startChromium({ built, vaultFolder: '/tmp/nobody/vault', headless: !hasScreen() })
    const own = new Set(processes().map(({ pid }) => pid))
    const listening = sockets()
      .split('\n')
      .filter(line => [...line.matchAll(/pid=(\d+)/g)].some(match => own.has(match[1]!)))
    expect(own.size).toBeGreaterThan(3)
    expect(listening).toEqual([])
  })

  it('starts once for a vault, and says so the second time', async () => {
    await expect(startChromium({ built, vaultFolder: '/tmp/nobody/vault', headless: true })).rejects.toThrow(
      'vault/in-use',
    )
  })

  it('tells the page before it closes, and leaves neither process nor profile', async () => {
    const mine = () => readdirSync(memoryFolder()).filter(name => name.startsWith(`vigil-${process.pid}-`))
    const own = processes().filter(({ command }) => /chromium|vault-process/.test(command))
    expect(mine().length).toBeGreaterThan(0)
    await shell?.close()
    shell = undefined
    expect(mine()).toEqual([])
    await vi.waitFor(() => expect(own.filter(({ pid }) => existsSync(`/proc/${pid}`))).toEqual([]), 5000)
  })
})
