import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Every text of a PDF: its pages in reading order, one string a page, and its metadata as the last string.
 *
 * Arabic may come in visual order; whoever searches tries both directions.
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({
    data: bytes.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  })
  const pdf = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  const { info } = await pdf.getMetadata()
  await task.destroy()
  return [...pages, JSON.stringify(info)]
}
