import * as fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { markup } from '../../main/brief/html.ts'
import { docxOf } from '../../main/docx/docxOf.ts'
import { textsIn } from '../../main/docx/readBack.ts'
import { readZip, writeZip } from '../../main/docx/zip.ts'
import { sayIn } from '../../main/text.ts'
import { documentText } from '../../renderer/documentText.ts'
import { readWords } from '../../renderer/words.ts'
import { elementOf } from '../../renderer/Paper.tsx'
import type { BriefDocument } from '../../shared/brief/model.ts'
import { markingOf, paperOf } from '../../shared/brief/paper.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'
import { anyBrief } from './anyBrief.ts'
import { fullBrief } from './samples.ts'

const made = (document: BriefDocument) => docxOf(document, sayIn(document.language))

/** The parts of a file by name, as text. */
async function partsOf(document: BriefDocument): Promise<Map<string, string>> {
  const parts = readZip(await made(document))
  return new Map(parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]))
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#39': "'", '#x27': "'" } as const
const plain = (text: string) =>
  text
    .replaceAll(/&(#x27|#39|[a-z]+);/g, (_, name: keyof typeof entities) => entities[name])
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/[\t-\r]+/g, ' ')
    .replaceAll(/[\p{Cc}\uffff]/gu, '')

/** What a page shows, one string for each block of words: what stands in one line is one string. */
const shownIn = (html: string) =>
  html
    .replaceAll(/<\/?(?:span|bdi|strong)\b[^>]*>/g, '')
    .split(/<[^>]*>/)
    .filter(text => text !== '')
    .map(plain)

const paragraphsIn = (xml: string) =>
  xml
    .split('</w:p>')
    .map(paragraph =>
      [...paragraph.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
    )
    .filter(text => text !== '')
    .map(plain)

await readWords(...PaperLanguage.options)

describe('a brief as a Word file', () => {
  it('says the same as the window and the print, in the same order, whatever the brief and its language', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, async document => {
        const say = sayIn(document.language)
        const parts = await partsOf(document)
        const inWord = paragraphsIn(parts.get('word/document.xml') ?? '')
        const marking = plain(markingOf(document, say))
        const inPrint = shownIn(markup(paperOf(document, say)))
        const tree = paperOf(document, documentText(document.language))
        expect(shownIn(renderToStaticMarkup(elementOf(tree, 0)))).toEqual(inPrint)
        expect([marking, ...inWord, marking]).toEqual(inPrint)
      }),
      { numRuns: 150 },
    )
  })

  it.each(PaperLanguage.options)(
    'stands under its marking, with page numbers, on every page (%s)',
    async language => {
      const document = fullBrief(language)
      const say = sayIn(language)
      const parts = await partsOf(document)
      const [head, foot] = ['header1', 'footer1'].map(name => parts.get(`word/${name}.xml`) ?? '')
      const marking = plain(markingOf(document, say))
      expect(paragraphsIn(head ?? '')).toEqual([marking])
      expect(paragraphsIn(foot ?? '').join('')).toBe(
        marking + plain(say('paper.separator') + say('paper.pageOf', { page: '', pages: '' })),
      )
      expect([...(foot ?? '').matchAll(/<w:instrText[^>]*>(\w+)</g)].map(([, field]) => field)).toEqual([
        'PAGE',
        'NUMPAGES',
      ])
    },
  )

  it.each(PaperLanguage.options)(
    'has headings, tables with a head, and a language for every word (%s)',
    async language => {
      const body = (await partsOf(fullBrief(language))).get('word/document.xml') ?? ''
      const styles = [...body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, style]) => style)
      expect(styles.filter(style => style === 'Heading1')).toHaveLength(1)
      expect(styles.filter(style => style === 'Heading2').length).toBeGreaterThan(4)
      expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
      const runs = body.match(/<w:r>.*?<\/w:r>/gs) ?? []
      expect(runs.filter(run => !run.includes('<w:lang '))).toEqual([])
      expect(body.includes('w:hint="eastAsia"')).toBe(language === 'zh')
    },
  )

  it('is read from the right in Arabic: its paragraphs, its tables and its runs; codes are not turned round', async () => {
    const body = (await partsOf(fullBrief('ar'))).get('word/document.xml') ?? ''
    const arabic = /[\u0600-\u06ff]/
    const runs = (body.match(/<w:r>.*?<\/w:r>/gs) ?? []).map(run => ({
      isRightToLeft: run.includes('<w:rtl/>'),
      text: /<w:t\b[^>]*>([^<]*)</.exec(run)?.[1] ?? '',
    }))
    expect(
      runs.filter(({ text, isRightToLeft }) => arabic.test(text) && !isRightToLeft && text !== '(P1، A1)'),
    ).toEqual([])
    expect(runs.filter(({ text, isRightToLeft }) => /[A-Za-z]/.test(text) && isRightToLeft)).toEqual([])
    expect(runs.map(({ text }) => text)).toContain('2AB-3CD')
    expect(body).toContain('<w:pStyle w:val="Heading1"/><w:bidi/>')
    expect(body.match(/<w:bidiVisual\/>/g)).toHaveLength((body.match(/<w:tbl>/g) ?? []).length)
    const english = (await partsOf(fullBrief('en'))).get('word/document.xml') ?? ''
    expect(english).not.toContain('<w:bidiVisual/>')
  })

  it('is the same, byte for byte, whenever it is made', async () => {
    for (const language of PaperLanguage.options)
      expect(Buffer.from(await made(fullBrief(language))).equals(await made(fullBrief(language)))).toBe(true)
  })
})

/** Whether every tag is closed in its turn and no sign stands bare. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml.replace(/^<\?xml[^>]*\?>\s*/, '')
  for (const [, close, name = '', alone] of rest.matchAll(/<(\/?)([\w:]+)(?:\s[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false
    } else if (!alone) open.push(name)
  }
  const between = rest.replaceAll(/<\/?[\w:]+(?:\s[\w:]+="[^"<]*")*\s*\/?>/g, '')
  const isXml = !/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(xml)
  return isXml && open.length === 0 && !between.includes('<') && !/&(?!(?:lt|gt|amp|quot|apos);)/.test(rest)
}

describe('the parts of the Word file', () => {
  it('are well-formed, each of a kind that is said, and refer only to one another', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, async document => {
        const parts = await partsOf(document)
        expect([...parts].filter(([, xml]) => !isWellFormed(xml)).map(([name]) => name)).toEqual([])
        const types = parts.get('[Content_Types].xml') ?? ''
        const untyped = [...parts.keys()].filter(
          name => !name.endsWith('.rels') && name !== '[Content_Types].xml' && !types.includes(`"/${name}"`),
        )
        expect(untyped).toEqual([])
        const body = parts.get('word/document.xml') ?? ''
        const named = (xml: string, pattern: RegExp) =>
          [...xml.matchAll(pattern)].map(([, name = '']) => name)
        for (const [folder, file] of [
          ['', '_rels/.rels'],
          ['word/', 'word/_rels/document.xml.rels'],
        ] as const) {
          const targets = named(parts.get(file) ?? '', /Target="([^"]+)"/g)
          expect(targets.filter(target => !parts.has(`${folder}${target}`))).toEqual([])
          expect(parts.get(file)).not.toContain('TargetMode')
        }
        const ids = named(parts.get('word/_rels/document.xml.rels') ?? '', / Id="([^"]+)"/g)
        expect(named(body, /r:id="([^"]+)"/g).filter(id => !ids.includes(id))).toEqual([])
        const styles = named(parts.get('word/styles.xml') ?? '', /w:styleId="([^"]+)"/g)
        expect(named(body, /<w:pStyle w:val="([^"]+)"/g).filter(style => !styles.includes(style))).toEqual([])
        const lists = named(parts.get('word/numbering.xml') ?? '', /<w:num w:numId="(\d+)"/g)
        expect(named(body, /<w:numId w:val="(\d+)"/g).filter(list => !lists.includes(list))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('say nothing of who made it, when, where and with what', async () => {
    const parts = await partsOf(fullBrief('fr'))
    expect([...parts.keys()].toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/footer1.xml',
      'word/header1.xml',
      'word/numbering.xml',
      'word/settings.xml',
      'word/styles.xml',
    ])
    const core = parts.get('docProps/core.xml') ?? ''
    expect(core.replace(/^.*<cp:coreProperties[^>]*>/s, '')).toBe(
      '<dc:title>Note d’information</dc:title><dc:language>fr</dc:language></cp:coreProperties>',
    )
    for (const [name, xml] of parts)
      expect([
        name,
        /creator|lastModified|revision|<(?:Application|Company|Template)|rsid|comment|Un-named/i.exec(xml),
      ]).toEqual([name, null])
  })

  it('are whole and of one form: a byte changed, added or missing anywhere is refused', async () => {
    const file = await made(fullBrief('en'))
    expect(textsIn(file).join('\n')).toContain('Everything below is alleged')
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = file.map((byte, place) => (place === at ? byte ^ change : byte))
        expect(() => textsIn(changed)).toThrowError('brief/unreadable-docx')
      }),
      { numRuns: 300 },
    )
    for (const length of [0, 10, 21, 22, file.length - 1])
      expect(() => textsIn(file.subarray(0, length))).toThrowError('brief/unreadable-docx')
    const parts = readZip(file)
    const more = [...parts, { name: 'word/comments.xml', bytes: new Uint8Array(3) }]
    for (const other of [more, parts.slice(1), parts.toReversed()])
      expect(() => textsIn(writeZip(other))).toThrowError('brief/unreadable-docx')
    expect(() => textsIn(Buffer.concat([file, new Uint8Array(1)]))).toThrowError('brief/unreadable-docx')
  })

  it('are searched with their words put together, where a run ends inside a word', async () => {
    const document = { ...fullBrief('en'), followUp: 'Sami سميرة ra' }
    expect(textsIn(await made(document)).some(text => text.includes('Sami سميرة ra'))).toBe(true)
  })
})
