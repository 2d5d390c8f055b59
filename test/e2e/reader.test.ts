import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import ar from '../../resources/text/ar.json'
import en from '../../resources/text/en.json'
import { theirs } from '../override/support.ts'
import { readyBrief } from '../reader/ready.ts'
import { wrongWith } from './steps/axe.ts'
import { builtPage, openFile, plainBrowser } from './steps/reader.ts'

/* The page that opens a brief without Vigil, as it was built, in a browser as people have it, opened from the disk. */

const words = 'seven walnut lanterns drift above quiet harbours'
const planted =
  '<script>globalThis.planted = 1</script><img src="http://planted.invalid/a.png" onerror="globalThis.planted = 2">'
const folder = mkdtempSync(join(tmpdir(), 'vigil-page-'))
let browser: Browser
let office: Awaited<ReturnType<typeof readyBrief>>
const path = join(folder, 'english.html')
const inArabic = join(folder, 'arabic.html')

/** A brief that left as one page, from a real vault. */
async function leftAs(file: string, change: Parameters<typeof readyBrief>[0]) {
  const desk = await readyBrief(change)
  Object.assign(desk.app, { readerPage: builtPage })
  desk.shell.dialogs.push(file)
  await desk.get('brief.export', { briefId: desk.briefId, sealFor: { passphrase: theirs() }, as: 'html' })
  return desk
}

beforeAll(async () => {
  browser = await plainBrowser()
  office = await leftAs(path, { bottomLine: `Decide this week. ${planted}` })
  await leftAs(inArabic, { language: 'ar', bottomLine: 'المطلوب قرار هذا الأسبوع.' })
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Presses Tab until this is where the keyboard is. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(selector => document.activeElement?.matches(selector), selector)) return
  }
  throw new Error(`The keyboard does not reach ${selector}.`)
}

/** Types the words where the keyboard is when the page opens, and waits for what comes of it. */
async function unlock(page: Page, typed = words): Promise<void> {
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await page.locator('.sheet, .errors').waitFor({ timeout: 60_000 })
}

/** The words on each page of a PDF. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async number => {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return items.map(item => ('str' in item ? item.str : '')).join(' ')
    }),
  )
}

const heading = (page: Page) => page.locator('.top h1').textContent()

describe('a brief as one page', () => {
  it('is opened, read and answered with the keyboard alone, and the vault takes the reply in', async () => {
    const { page, asked, complaints, close } = await openFile(browser, path)
    expect(await page.title()).toBe('Sealed file')
    expect(await wrongWith(page)).toEqual([])
    await unlock(page, 'seven walnut lanterns drift above quiet harbors')
    expect(await page.locator('.errors').textContent()).toContain(en['reader.no.wrongPassphrase'])
    expect(await wrongWith(page)).toEqual([])

    await tabTo(page, '#passphrase')
    await page.keyboard.press('ControlOrMeta+A')
    await unlock(page)
    expect(await heading(page)).toContain('Brief on case')
    expect(await page.locator('.sheet').innerText()).toContain('Decide this week.')
    expect(await page.locator('ol.words li').allTextContents()).toEqual(
      await office.get('exchange.ownWords', {}),
    )
    expect(await wrongWith(page)).toEqual([])

    await tabTo(page, 'button.primary')
    await page.keyboard.press('Enter')
    expect(await page.locator('.errors').textContent()).toContain(en['reply.decision.missing'])
    expect(await wrongWith(page)).toEqual([])
    await tabTo(page, 'input[type=radio]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, '#words')
    await page.keyboard.type('Not in writing.')
    await tabTo(page, 'button.primary')
    await page.keyboard.press('Enter')
    expect(await heading(page)).toBe(en['reply.check'])
    expect(await wrongWith(page)).toEqual([])
    const download = page.waitForEvent('download')
    await tabTo(page, 'button.primary')
    await page.keyboard.press('Enter')
    const saved = await download
    expect(saved.suggestedFilename()).toMatch(/^[a-km-np-z2-9]{8}\.age$/)
    await saved.saveAs(join(folder, 'reply.age'))
    expect(await heading(page)).toBe(en['reader.saved'])
    expect(await wrongWith(page)).toEqual([])

    office.shell.dialogs.push(join(folder, 'reply.age'))
    const chosen = await office.get('brief.chooseReply', {})
    const taken = await office.get('brief.receiveReply', {
      fileId: chosen?.fileId ?? '',
      caseId: office.caseId,
    })
    expect(taken.reply).toMatchObject({ decision: 'approve_with_conditions', words: 'Not in writing.' })

    await tabTo(page, 'button.primary')
    await page.keyboard.press('Enter')
    await page.getByText(en['reader.ended.closed']).waitFor()
    expect(await page.content()).not.toContain('Decide this week.')
    expect(new Set(asked)).toEqual(new Set([`file://${path}`]))
    expect(complaints).toEqual([])
    await close()
  })

  it('keeps what looks like a program in a brief as the words it is, and asks for nothing', async () => {
    const { page, asked, complaints, close } = await openFile(browser, path)
    await unlock(page)
    expect(await page.locator('.sheet').innerText()).toContain(planted)
    expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false)
    expect(await page.locator('.sheet :is(script, img)').count()).toBe(0)
    expect(asked).toEqual([`file://${path}`])
    expect(complaints).toEqual([])
    await close()
  })

  it('could not reach anything if it tried: its own policy stops every way out', async () => {
    const { page, asked, stopped, close } = await openFile(browser, path)
    const tried = await page.evaluate(async () => {
      const stopped: string[] = []
      document.addEventListener(
        'securitypolicyviolation',
        event => void stopped.push(event.effectiveDirective),
      )
      const image = new Image()
      image.src = 'http://planted.invalid/b.png'
      document.body.append(image, document.createElement('iframe'))
      await window.fetch('http://planted.invalid/c').catch(() => undefined)
      navigator.sendBeacon('http://planted.invalid/d')
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>x</b>')
      } catch {
        stopped.push('as a string')
      }
      await new Promise(resolve => setTimeout(resolve, 300))
      return [...new Set(stopped)]
    })
    expect(tried).toEqual(
      expect.arrayContaining(['img-src', 'connect-src', 'require-trusted-types-for', 'as a string']),
    )
    expect(asked.filter(address => !stopped.includes(address))).toEqual([`file://${path}`])
    await close()
  })

  it.each([true, false])('is read in Arabic, from right to left (dark: %s)', async dark => {
    const { page, complaints, close } = await openFile(browser, inArabic, { locale: 'ar', dark })
    expect(await heading(page)).toBe(ar['reader.title'])
    expect(await wrongWith(page)).toEqual([])
    await unlock(page)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(await page.locator('.sheet').innerText()).toContain('المطلوب قرار هذا الأسبوع.')
    expect(await page.locator('.sheet').innerText()).toContain(ar['paper.part.situation'])
    expect(await wrongWith(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('is in the language of the brief, and in another when somebody asks for it', async () => {
    const first = await openFile(browser, inArabic)
    expect(await heading(first.page)).toBe(en['reader.title'])
    await unlock(first.page)
    expect(await first.page.evaluate(() => document.documentElement.lang)).toBe('ar')
    await first.close()
    const second = await openFile(browser, path)
    await second.page.getByRole('button', { name: 'العربية' }).click()
    expect(await heading(second.page)).toBe(ar['reader.title'])
    await unlock(second.page)
    expect(await second.page.evaluate(() => document.documentElement.lang)).toBe('ar')
    expect(await second.page.locator('.paper').getAttribute('lang')).toBe('en')
    await second.close()
  })

  it('locks itself when nobody is there for ten minutes', async () => {
    const { page, close } = await openFile(browser, path, { clock: true })
    await page.clock.resume()
    await unlock(page)
    await page.clock.fastForward('09:00')
    expect(await page.locator('.sheet').count()).toBe(1)
    await page.clock.fastForward('01:30')
    await page.getByText(en['reader.ended.idle']).waitFor()
    expect(await page.locator('.sheet').count()).toBe(0)
    await close()
  })

  it('is printed as the paper alone, with its marking on every page', async () => {
    const { page, close } = await openFile(browser, path)
    await unlock(page)
    await page.evaluate(() => {
      const list = document.querySelector('.sheet ul, .sheet dl')
      for (let copy = 0; copy < 12; copy++) list?.after(list.cloneNode(true))
    })
    const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages.length).toBeGreaterThan(1)
    for (const text of pages) {
      expect(text.toUpperCase().split('STRICTLY CONFIDENTIAL').length - 1).toBe(2)
      expect(text).not.toContain(en['read.sender'])
    }
    await close()
  })
})

describe('a page that was changed on its way', () => {
  const changed = (name: string, change: (page: string) => string) => {
    const other = join(folder, `${name}.html`)
    writeFileSync(other, change(readFileSync(path, 'utf8')))
    return other
  }
  const inFile = (at: number, letter: (was: string) => string) => (page: string) => {
    const start = page.indexOf('id="file">') + 'id="file">'.length + at
    return page.slice(0, start) + letter(page[start] ?? '') + page.slice(start + 1)
  }
  const another = (was: string) => (was === 'A' ? 'B' : 'A')

  it.each([
    ['in the lock', 100],
    ['near the beginning', 400],
    ['in the middle', 40_000],
    ['near the end', 80_000],
  ])('is refused in words when one letter of the file %s is another', async (_, at) => {
    const { page, complaints, close } = await openFile(browser, changed(`flip-${at}`, inFile(at, another)))
    await unlock(page)
    const said = await page.locator('.errors').textContent()
    expect([en['reader.no.damaged'], en['reader.no.wrongPassphrase']].some(no => said?.includes(no))).toBe(
      true,
    )
    expect(await page.locator('.sheet').count()).toBe(0)
    expect(await wrongWith(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it.each([
    ['a letter that base64 does not have', inFile(5_000, () => '*')],
    ['a letter too few', inFile(5_000, () => '')],
    ['a space', inFile(5_000, was => ` ${was}`)],
    ['nothing in it', (page: string) => page.replace(/id="file">[^<]*</, 'id="file"><')],
  ])('is refused in words with %s', async (name, change) => {
    const { page, close } = await openFile(browser, changed(`form-${name.length}`, change))
    if ((await page.locator('#passphrase').count()) > 0) await unlock(page)
    const said = (await page.locator('main').textContent()) ?? ''
    expect([en['reader.no.damaged'], en['reader.no.notABrief']].some(no => said.includes(no))).toBe(true)
    await close()
  })

  it('runs nothing when one letter of its program is another, and says why it stays shut', async () => {
    const other = changed('program', page => page.replace('prototype', 'prototypE'))
    const { page, close } = await openFile(browser, other)
    expect(await page.locator('input').count()).toBe(0)
    expect(await page.locator('main').innerText()).toContain(en['reader.static'])
    expect(await page.locator('main').innerText()).toContain(ar['reader.static'])
    expect(await wrongWith(page)).toEqual([])
    await close()
  })
})

it('says that a browser is too old, and asks for no words there', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'TransformStream')
  })
  await page.goto(`file://${path}`)
  expect(await page.locator('main').textContent()).toContain(en['reader.no.oldBrowser'])
  expect(await page.locator('#passphrase').count()).toBe(0)
  await context.close()
})
