import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { BriefDocument } from '../../shared/brief/model.ts'
import { markingOf, pageParts, paperOf } from '../../shared/brief/paper.ts'
import type { Leaf, Say } from '../../shared/brief/paper.ts'
import { flow, type Within } from './blocks.ts'
import { withoutTraces } from './parts.ts'
import { runsOf, tongue } from './runs.ts'
import { numbering, styles } from './styles.ts'

/**
 * A brief as a file for word processors, built new from the very tree that is printed: the same words in the same order,
 * the same marking at the head and foot of every page. It says nothing of who made it, when or with what.
 *
 * The same document gives the same bytes.
 */
export async function docxOf(document: BriefDocument, say: Say): Promise<Uint8Array<ArrayBuffer>> {
  const { language } = document
  const within: Within = { language, isRightToLeft: language === 'ar', look: {}, style: null }
  const built = new Document({
    styles,
    numbering,
    sections: [
      {
        properties: { page: { size: a4, margin } },
        headers: { default: new Header({ children: [band(document, say)] }) },
        footers: { default: new Footer({ children: [band(document, say, pageNumber(say, within))] }) },
        children: flow(
          paperOf(document, say).children.filter(child => !isBand(child)),
          within,
        ),
      },
    ],
  })
  const title = say('paper.fileTitle')
  return withoutTraces(new Uint8Array(await Packer.toBuffer(built)), { title, language })
}

/** In twentieths of a point, as in print: A4, 18 mm above and below, 17 mm at the sides. */
const a4 = { width: 11906, height: 16838 }
const margin = { top: 1247, bottom: 1247, left: 964, right: 964, header: 500, footer: 500 }

const isBand = (child: Leaf | string) => typeof child !== 'string' && child.class === 'paper-marking'

/** The marking, which stands in the head and foot of every page. */
function band(document: BriefDocument, say: Say, after: readonly TextRun[] = []): Paragraph {
  const isRightToLeft = document.language === 'ar'
  return new Paragraph({
    style: 'Marking',
    ...(isRightToLeft ? { bidirectional: true } : {}),
    children: [
      ...runsOf(markingOf(document, say), {}, { language: document.language, isRightToLeft }),
      ...after,
    ],
  })
}

/** The number of the page and of all pages, which the word processor counts. */
function pageNumber(say: Say, { language, isRightToLeft }: Within): TextRun[] {
  const [before, between, after] = pageParts(say)
  const words = (text: string) => runsOf(text, {}, { language, isRightToLeft })
  const number = (which: 'CURRENT' | 'TOTAL_PAGES') =>
    new TextRun({ ...tongue('', language, isRightToLeft), children: [PageNumber[which]] })
  return [
    ...words(say('paper.separator')),
    ...words(before),
    number('CURRENT'),
    ...words(between),
    number('TOTAL_PAGES'),
    ...words(after),
  ]
}
