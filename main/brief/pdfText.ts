import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The parser itself; bundled with this program, it runs in this process and nothing is looked for on the disk.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { z } from '../../shared/zod.ts'

/**
 * Everything a PDF says: its pages, one string a page, and as the last string everything it says
 * beside them (title, outline, alternative texts, annotations and other strings of its objects).
 *
 * A page is in its string twice, in reading order as far as that can be told, and in the order of drawing, in which
 * Arabic stands backwards; whoever searches tries both directions.
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string[]> {
  return [...(await pagesOf(bytes)), await besidesPages(bytes)]
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({
    data: bytes.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    verbosity: 0,
  })
  const pdf = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(`${await inReadingOrder(page)}\n${await inDrawingOrder(page)}`)
  }
  await task.destroy()
  return pages
}

async function inReadingOrder(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** Letter by letter as the printer drew them: from left to right also where one reads from right to left. */
async function inDrawingOrder(page: PDFPageProxy): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const drawn = fnArray.map((drawing, index) => {
    if (drawing === OPS.beginText) return '\n'
    return drawing === OPS.showText ? lettersOf(argsArray[index]) : ''
  })
  return drawn.join('')
}

/** What pdf.js passes on for drawn text: letters, and numbers for the room between them. */
const Drawn = z.tuple([z.array(z.union([z.number(), z.object({ unicode: z.string() })]))])

function lettersOf(args: unknown): string {
  const [glyphs] = Drawn.parse(args)
  return glyphs.map(glyph => (typeof glyph === 'number' ? '' : glyph.unicode)).join('')
}

/** Every string of every object, decoded; page content lies in streams and is not among them. */
async function besidesPages(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { Info } = pdf.context.trailerInfo
  const roots = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  return [...roots, ...(Info ? [Info] : [])].flatMap(stringsIn).join('\n')
}

function stringsIn(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()]
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsIn)
  if (object instanceof PDFDict) return object.values().flatMap(stringsIn)
  return object instanceof PDFStream ? stringsIn(object.dict) : []
}
