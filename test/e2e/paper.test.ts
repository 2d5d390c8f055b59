import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, type PDFHexString, type PDFString } from '@cantoo/pdf-lib'
import { chromium, type BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from '../../main/brief/html.ts'
import { cleanPdf } from '../../main/brief/pdf.ts'
import { docxOf } from '../../main/docx/docxOf.ts'
import { findChromium } from '../../main/host/chromium/findChromium.ts'
import { chromiumFlags } from '../../main/host/chromium/flags.ts'
import { forkProgram } from '../../main/host/chromium/forkProgram.ts'
import { printWith } from '../../main/host/chromium/print.ts'
import { createJobs } from '../../main/host/jobs.ts'
import { pageFiles } from '../../main/host/page.ts'
import { sayIn } from '../../main/text.ts'
import { findLeaks, fold } from '../../shared/brief/leaks.ts'
import type { BriefDocument } from '../../shared/brief/model.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'
import { fullBrief } from '../brief/samples.ts'
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

/** Letters and digits in one spelling and case: how a line was broken or drawn counts for nothing. */
const bare = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '')

const said = (document: BriefDocument, texts: readonly string[]): BriefDocument => ({
  ...document,
  talkingPoints: texts.map(text => `… ${text} …`),
})

/** What a PDF says of itself, and nothing else: its title, its language, that it is tagged. */
async function aboutOf(pdf: Uint8Array) {
  const { context: objects, catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
  const { Info, ID } = objects.trailerInfo
  const info = objects.lookup(Info, PDFDict)
  const [language, marked] = ['Lang', 'MarkInfo'].map(name => catalog.lookup(PDFName.of(name)))
  return {
    about: info.entries().map(([name, value]) => [name.toString(), (value as PDFHexString).decodeText()]),
    language: (language as PDFString).decodeText(),
    marked: String(marked).replaceAll(/\s+/g, ' '),
    hasTree: catalog.has(PDFName.of('StructTreeRoot')),
    hasMetadata: catalog.has(PDFName.of('Metadata')),
    hasId: ID !== undefined,
  }
}

describe.each(PaperLanguage.options)('a brief printed in %s', language => {
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

  it('is tagged, has its title and its language, and tells nothing of who made it, when and with what', async () => {
    const pdf = await print(fullBrief(language))
    expect(await aboutOf(pdf)).toMatchObject({
      about: [['/Title', sayIn(language)('paper.fileTitle')]],
      language,
      marked: expect.stringContaining('/Marked true') as unknown,
      hasTree: true,
      hasMetadata: false,
      hasId: false,
    })
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(
      /\/(?:Author|Creator|Producer|CreationDate|ModDate)\b|Skia|Chrom|Mozilla|pdf-lib/,
    )
  })

  it('says every heading, the marking on each page and what was typed, word for word, also in brackets', async () => {
    const full = fullBrief(language)
    const say = sayIn(language)
    const parts = ['situation', 'risk', 'options', 'limits', 'talkingPoints', 'known']
    const headings = parts.map(part => say(`paper.part.${part}`))
    const [first = '', second = ''] = await read(await print(full))
    const find = (texts: readonly string[], page: string) =>
      findLeaks(
        texts.map(text => ({ key: text, text })),
        [{ where: 'page', text: page }],
      ).map(({ key }) => key)
    const marking = [full.copy, say(`vocabulary.marking.${full.marking}`)]
    expect(find(marking, first)).toEqual(marking)
    expect(find(marking, second)).toEqual(marking)
    // A line in two directions is drawn in an order of its own: its words are looked for one by one.
    const words = [full.bottomLine, ...full.talkingPoints].flatMap(
      text => text.match(/[\p{L}\p{M}]{3,}/gu) ?? [],
    )
    const whole = [...new Set([...headings, ...words])]
    expect(find(whole, `${first}\n${second}`).toSorted()).toEqual(whole.toSorted())
    if (language === 'ar') return
    const places = headings.map(heading => bare(first + second).indexOf(bare(heading)))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('is made as a Word file in a process of its own, byte for byte the same as here', async () => {
    const full = fullBrief(language)
    const made = (await jobs.run('docx', { document: full })) as Uint8Array
    expect(Buffer.from(made).equals(await docxOf(full, sayIn(language)))).toBe(true)
  })
})
