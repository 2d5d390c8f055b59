import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The parser itself; bundled with this program, it runs in this process and nothing is looked for on the disk.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/**
 * Everything a PDF says: its pages in reading order, one string a page, and as the last string everything it says
 * beside them (title, outline, alternative texts, annotations and other strings of its objects).
 *
 * Arabic may come in visual order; whoever searches tries both directions.
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
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await task.destroy()
  return pages
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
