import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFRawStream,
  PDFStream,
  PDFString,
  decodePDFRawStream,
} from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The parser itself; bundled with this program, it runs in this process and nothing is looked for on the disk.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { z } from '../../shared/zod.ts'

/**
 * Everything a PDF says: its pages, one string a page, and as the last string everything it says beside them (title,
 * outline, alternative texts, annotations and other strings of its objects).
 *
 * A page is in its string twice, in reading order as far as that can be told, and in the order of drawing, in which Arabic
 * stands backwards; whoever searches tries both directions.
 *
 * @throws Error when letters of a page cannot be told.
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false })
  return [...(await pagesOf(bytes, file)), besidesPages(file)]
}

async function pagesOf(bytes: Uint8Array, file: PDFDocument): Promise<string[]> {
  const task = getDocument({
    data: bytes.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    verbosity: 0,
  })
  const pdf = await task.promise
  const pages: string[] = []
  for (const [index, leaf] of file.getPages().entries()) {
    const page = await pdf.getPage(index + 1)
    const drawn = await inDrawingOrder(page, meantTexts(leaf.node.Contents()))
    pages.push(`${await inReadingOrder(page)}\n${drawn}`)
  }
  await task.destroy()
  return pages
}

async function inReadingOrder(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/**
 * The letters that drawn shapes stand for, in the order of drawing. An Arabic letter is often drawn as a bare shape and
 * its dots, a bracket among them as its mirror image; only this says which letter it is, and pdf.js passes over it.
 */
function meantTexts(contents: PDFObject | undefined): string[] {
  const found = decoded(contents).matchAll(
    /\/ActualText\s*(?:<([0-9A-Fa-f]*)>|\(((?:\\.|[^\\()])*)\))\s*>>\s*BDC/gs,
  )
  return [...found].map(([, hex, signs = '']) =>
    (hex === undefined ? PDFString.of(signs) : PDFHexString.of(hex)).decodeText(),
  )
}

function decoded(contents: PDFObject | undefined): string {
  if (contents instanceof PDFArray)
    return contents
      .asArray()
      .map((_, at) => decoded(contents.lookup(at)))
      .join('\n')
  if (!(contents instanceof PDFRawStream)) return ''
  return Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')
}

/** What pdf.js passes on for drawn text: letters, and numbers for the room between them. */
const Drawn = z.tuple([z.array(z.union([z.number(), z.object({ unicode: z.string() })]))])

/** A piece of the page that stands for a text of its own: its tag, and no number of the structure tree. */
const Meant = z.tuple([z.literal('Span'), z.null().optional()])

/** Letter by letter as the printer drew them: from left to right also where one reads from right to left. */
async function inDrawingOrder(page: PDFPageProxy, meant: readonly string[]): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const marks: boolean[] = []
  let text = ''
  let next = 0
  for (const [index, drawing] of fnArray.entries()) {
    const args: unknown = argsArray[index]
    if (drawing === OPS.beginText) text += '\n'
    else if (drawing === OPS.beginMarkedContent) marks.push(false)
    else if (drawing === OPS.beginMarkedContentProps) {
      const isMeant = Meant.safeParse(args).success
      marks.push(isMeant)
      if (isMeant) text += backwards(meant[next++] ?? '')
    } else if (drawing === OPS.endMarkedContent) marks.pop()
    else if (drawing === OPS.showText && !marks.includes(true)) text += lettersOf(args)
  }
  if (next !== meant.length) throw new Error('a drawn text without its letters')
  return text
}

function lettersOf(args: unknown): string {
  const [glyphs] = Drawn.parse(args)
  return glyphs.map(glyph => (typeof glyph === 'number' ? '' : backwards(glyph.unicode))).join('')
}

/** Letters that are read from right to left, as they stand on the page from left to right. */
const backwards = (text: string) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
    ? [...text.normalize('NFKC')].toReversed().join('')
    : text

/** Every string of every object, decoded; page content lies in streams and is not among them. */
function besidesPages({ context }: PDFDocument): string {
  const { Info } = context.trailerInfo
  const roots = context.enumerateIndirectObjects().map(([, object]) => object)
  return [...roots, ...(Info ? [Info] : [])].flatMap(stringsIn).join('\n')
}

function stringsIn(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()]
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsIn)
  if (object instanceof PDFDict) return object.values().flatMap(stringsIn)
  return object instanceof PDFStream ? stringsIn(object.dict) : []
}
