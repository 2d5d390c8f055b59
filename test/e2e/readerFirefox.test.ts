import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inPage } from '../../main/brief/oneFile.ts'
import { newIdentity } from '../../main/exchange/identity.ts'
import ar from '../../resources/text/ar.json'
import en from '../../resources/text/en.json'
import { assembled } from '../brief/support.ts'
import { aBrief, locked, passphrase } from '../reader/support.ts'
import { findFirefox, startFirefox, type Firefox } from './steps/firefox.ts'
import { builtPage } from './steps/reader.ts'

/* The page that opens a brief, in a browser that shares nothing with Chromium. */

const title = `document.querySelector('.top h1').textContent`
const press = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`

async function tryWords(firefox: Firefox, words: string): Promise<void> {
  await firefox.value(`document.querySelector('#passphrase').value = ${JSON.stringify(words)}`)
  await firefox.value(`document.querySelector('.errors')?.remove()`)
  await firefox.value(press('form button.primary'))
  await firefox.until(`document.querySelector('.sheet, .errors')`)
}

async function readAndAnswer(firefox: Firefox): Promise<void> {
  expect(await firefox.value(title)).toBe(en['reader.title'])
  await tryWords(firefox, 'lamp river willow')
  expect(await firefox.value(`document.querySelector('.errors').textContent`)).toContain(
    en['reader.no.wrongPassphrase'],
  )
  await tryWords(firefox, passphrase)
  expect(await firefox.value(`document.querySelector('.sheet').innerText`)).toContain('قرار هذا الأسبوع')
  expect(await firefox.value('document.documentElement.dir')).toBe('rtl')
  await firefox.value(press('#decision-approve'))
  await firefox.value(press('form button.primary'))
  expect(await firefox.value(title)).toBe(ar['reply.check'])
  await firefox.value(press('button.primary'))
  await firefox.until(`${title} === ${JSON.stringify(ar['reader.saved'])}`)
}

it('is opened, read in Arabic and answered in Firefox, and asks for nothing there', async () => {
  const program = findFirefox()
  if (program === null) return console.log('Firefox is not here: the page was not opened in it.')
  const folder = mkdtempSync(join(tmpdir(), 'vigil-page-'))
  const { document } = assembled([], { language: 'ar', bottomLine: 'المطلوب قرار هذا الأسبوع.' })
  const brief = aBrief(await newIdentity('hybrid'), document)
  const path = join(folder, 'brief.html')
  writeFileSync(path, inPage(builtPage(), await locked(brief.tar, 14)))
  const firefox = await startFirefox(program, folder)
  try {
    await firefox.open(path)
    await readAndAnswer(firefox)
    await expect
      .poll(() => readdirSync(folder).filter(name => /^[a-z0-9]{8}\.age$/.test(name)))
      .toHaveLength(1)
    const asked = () => firefox.said.filter(text => !text.startsWith('data:font/'))
    expect(asked()).toEqual([])
    await firefox.value(`void (new Image().src = 'http://planted.invalid/a.png')`)
    await expect.poll(asked).toEqual([expect.stringContaining('img-src')])
    await firefox.value(press('button.primary'))
    await firefox.until(`document.querySelector('#passphrase')`)
    expect(await firefox.value('document.body.innerText')).toContain(en['reader.ended.closed'])
  } finally {
    firefox.close()
    rmSync(folder, { recursive: true })
  }
}, 120_000)
