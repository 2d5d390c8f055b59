import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { Refused } from '../../shared/refusal.ts'

/** The most pages a brief may have. */
export const mostPages = 2

/**
 * A printed brief without the traces the printer leaves: no program, no machine, no time. The structure tree stays.
 *
 * @throws Refused `brief/too-long` with `{ pages, limit }`.
 */
export async function cleanPdf(printed: Uint8Array, title: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  const pages = pdf.getPageCount()
  if (pages > mostPages) throw new Refused('brief/too-long', { pages, limit: mostPages })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  dropAllButTitle(pdf.context.lookup(pdf.context.trailerInfo.Info))
  pdf.catalog.delete(PDFName.of('Metadata'))
  delete pdf.context.trailerInfo.ID
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false })
}

function dropAllButTitle(info: unknown): void {
  const entries = info as { keys?(): { toString(): string }[]; delete?(key: unknown): void }
  for (const key of entries.keys?.() ?? []) if (key.toString() !== '/Title') entries.delete?.(key)
}
