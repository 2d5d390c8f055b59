import type { PaperLanguage } from '../../shared/paper/model.ts'
import { Refused } from '../../shared/refusal.ts'

/** How many pages there may be, and the "no" to more of them. */
export interface PageLimit {
  readonly limit: number
  readonly code: 'brief/too-long' | 'paper/too-long'
}

const ofBrief: PageLimit = { limit: 2, code: 'brief/too-long' }

/** What a PDF says beside its pages: its title and its language, and nothing else. */
interface Titled {
  readonly title: string
  readonly language: PaperLanguage
  readonly most?: PageLimit
}

/**
 * Printed pages without the traces the printer leaves: no program, no machine, no time. The structure tree stays.
 *
 * @throws Refused `brief/too-long` or `paper/too-long` with `{ pages, limit }`.
 */
export async function cleanPdf(
  printed: Uint8Array,
  { title, language, most = ofBrief }: Titled,
): Promise<Uint8Array> {
  // A megabyte of program that nobody needs to open a vault.
  const { PDFDocument, PDFName } = await import('@cantoo/pdf-lib')
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  const pages = pdf.getPageCount()
  if (pages > most.limit) throw new Refused(most.code, { pages, limit: most.limit })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage(language)
  dropAllButTitle(pdf.context.lookup(pdf.context.trailerInfo.Info))
  pdf.catalog.delete(PDFName.of('Metadata'))
  delete pdf.context.trailerInfo.ID
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false })
}

function dropAllButTitle(info: unknown): void {
  const entries = info as { keys?(): { toString(): string }[]; delete?(key: unknown): void }
  for (const key of entries.keys?.() ?? []) if (key.toString() !== '/Title') entries.delete?.(key)
}
