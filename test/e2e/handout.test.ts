import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanPdf } from '../../main/brief/pdf.ts'
import { findChromium } from '../../main/host/chromium/findChromium.ts'
import { chromiumFlags } from '../../main/host/chromium/flags.ts'
import { forkProgram } from '../../main/host/chromium/forkProgram.ts'
import { printWith } from '../../main/host/chromium/print.ts'
import { createJobs } from '../../main/host/jobs.ts'
import { pageFiles } from '../../main/host/page.ts'
import { fileTitle, paperHtml } from '../../main/paper/html.ts'
import { voiceIn } from '../../main/paper/voice.ts'
import { findLeaks } from '../../shared/brief/leaks.ts'
import { saidPaper } from '../../shared/paper/document.ts'
import { PaperLanguage, SheetPart, type SaidPaper } from '../../shared/paper/model.ts'
import { phrase, entry } from '../../shared/paper/phrase.ts'

const out = join(import.meta.dirname, '../../out')
const profile = mkdtempSync(join(tmpdir(), 'vigil-print-'))
const clock = {
  after: (milliseconds: number, run: () => void) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
const jobs = createJobs({ startProcess: program => forkProgram(join(out, 'main'), program) }, clock)
let context: BrowserContext | null = null

beforeAll(async () => {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? '',
    headless: true,
    javaScriptEnabled: false,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumFlags],
  })
})
afterAll(async () => {
  await context?.close()
  rmSync(profile, { recursive: true, force: true })
})

async function print(document: SaidPaper): Promise<Uint8Array> {
  if (!context) throw new Error('no window to print in')
  const files = pageFiles(join(out, 'renderer'))
  return printWith(context, { html: paperHtml(document), files })
}

const most = { limit: 1, code: 'paper/too-long' } as const
const own = ['سميرة حدادين', '王小明的家', 'Анна Петрова', 'José Ibáñez']

/** A sheet with a few sentences of the form in every part, and words somebody typed in every script. */
function sheetIn(language: PaperLanguage, times = 1): SaidPaper {
  const words = own.map(text => entry({ own: text }))
  const form = entry(phrase('change.withdraw'), [phrase('told.override')])
  const parts = SheetPart.options.map((part, at) => ({
    part,
    entries: Array.from({ length: times }, () => [form, ...(at === 0 ? words : [])]).flat(),
  }))
  return saidPaper('sheet', { parts }, voiceIn(language))
}

describe.each(PaperLanguage.options)('a paper for the person printed in %s', language => {
  it('is one page in its own fonts, read back word for word by a process of its own', async () => {
    const document = sheetIn(language)
    const pdf = await cleanPdf(await print(document), {
      title: fileTitle(document),
      language: document.language,
      most,
    })
    const texts = (await jobs.run('pdf-text', { bytes: pdf })) as string[]
    const sentences = [document.title, document.lead, ...own, ...document.parts.map(({ title }) => title)]
    const asked = sentences.map(text => ({ key: text, text }))
    const found = findLeaks(
      asked,
      texts.map(text => ({ where: 'page', text })),
    )
    expect([...new Set(found.map(({ key }) => key))].toSorted()).toEqual([...new Set(sentences)].toSorted())
    const names =
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/BaseFont \/[\w+-]+/g) ?? []
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter(name => !/Noto(?:Sans|NaskhArabic)/.test(name))).toEqual([])
  })
})

it('a paper that takes more pages than it may is refused', async () => {
  const document = sheetIn('en', 12)
  await expect(
    cleanPdf(await print(document), {
      title: fileTitle(document),
      language: document.language,
      most,
    }),
  ).rejects.toMatchObject({
    code: 'paper/too-long',
  })
})
