import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from '../../main/brief/html.ts'
import { cleanPdf } from '../../main/brief/pdf.ts'
import { findChromium } from '../../main/host/chromium/findChromium.ts'
import { chromiumFlags } from '../../main/host/chromium/flags.ts'
import { forkProgram } from '../../main/host/chromium/forkProgram.ts'
import { printWith } from '../../main/host/chromium/print.ts'
import { createJobs } from '../../main/host/jobs.ts'
import { pageFiles } from '../../main/host/page.ts'
import { sayIn } from '../../main/text.ts'
import { findLeaks } from '../../shared/brief/leaks.ts'
import type { BriefDocument } from '../../shared/brief/model.ts'
import { assembled } from '../brief/support.ts'

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

async function print(document: BriefDocument): Promise<Uint8Array> {
  if (!context) throw new Error('no window to print in')
  const say = sayIn(document.language)
  const files = pageFiles(join(out, 'renderer'))
  return cleanPdf(await printWith(context, { html: htmlOf(document, say), files }), {
    title: say('paper.fileTitle'),
    language: document.language,
  })
}

const read = async (pdf: Uint8Array) => (await jobs.run('pdf-text', { bytes: pdf })) as string[]

const secrets = [
  'Samira Haddadin',
  'Samira',
  'سميرة حدادين',
  'سميرة',
  '王小明',
  'José Ibáñez',
  'Анна Петрова',
]

const said = (document: BriefDocument, texts: readonly string[]): BriefDocument => ({
  ...document,
  talkingPoints: texts.map(text => `… ${text} …`),
})

describe.each(['en', 'ar'] as const)('a brief printed in %s', language => {
  const document = { ...assembled([]).document, language }

  it('is read back word for word in every script, by a process of its own', async () => {
    const texts = await read(await print(said(document, secrets)))
    const found = findLeaks(
      secrets.map(text => ({ key: text, text })),
      texts.map(text => ({ where: 'page', text })),
    )
    expect(found.map(leak => leak.key).toSorted()).toEqual(secrets.toSorted())
  })

  it('gives away nothing that is not in it, and carries its marking and its own fonts', async () => {
    const pdf = await print(document)
    const texts = await read(pdf)
    const parts = texts.map(text => ({ where: 'page', text }))
    expect(
      findLeaks(
        secrets.map(text => ({ key: text, text })),
        parts,
      ),
    ).toEqual([])
    expect(texts[0]).toContain('2AB-3CD-1')
    const names =
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/BaseFont \/[\w+-]+/g) ?? []
    expect(names.every(name => /Noto(?:Sans|NaskhArabic)/.test(name))).toBe(true)
    expect(names.length).toBeGreaterThan(0)
  })
})
