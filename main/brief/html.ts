import { markingOf, paperOf } from '../../shared/brief/paper.ts'
import type { Leaf, Say } from '../../shared/brief/paper.ts'
import type { BriefDocument } from '../../shared/brief/model.ts'
import paperStyle from '../../resources/paper/paper.css?raw'
import { fontFaces } from './fonts.ts'

/**
 * The complete, script-free HTML of a brief for the printer: the same tree and the same style as the window shows.
 * Marking, copy and page numbers stand in the margin boxes of every page.
 */
export function htmlOf(document: BriefDocument, say: Say): string {
  const direction = document.language === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${document.language}" dir="${direction}">
<head><meta charset="utf-8"><title>${escape(say('paper.fileTitle'))}</title>
<style>${fontFaces()}\n${paperStyle}\n${pageStyle(document, say)}</style></head>
<body>${markup(paperOf(document, say))}</body>
</html>`
}

const families = (language: string) =>
  language === 'ar' ? `'Noto Naskh Arabic', 'Noto Sans'` : `'Noto Sans', 'Noto Naskh Arabic'`

/** Margin boxes instead of the bands that the window shows above and below the sheet. */
function pageStyle(document: BriefDocument, say: Say): string {
  const marking = cssString(markingOf(document, say))
  const [before, between] = say('paper.pageOf', { page: '\n', pages: '\n' }).split('\n')
  const box = `font: 700 8pt ${families(document.language)}; color: #16181b; width: 100%; text-align: center; vertical-align: middle; text-transform: uppercase; border-top: 1pt solid #16181b; border-bottom: 1pt solid #16181b; height: 6mm;`
  return `@page { size: A4; margin: 18mm 17mm;
  @top-center { content: ${marking}; ${box} margin-top: 8mm; margin-bottom: 4mm; }
  @bottom-center { content: ${marking} " · ${escapeCss(before ?? '')}" counter(page) ${cssString(between ?? '/')} counter(pages); ${box} margin-top: 4mm; margin-bottom: 8mm; } }
body { margin: 0 } .paper-marking { display: none }`
}

const escapeCss = (text: string) => text.replaceAll(/["\\\n<]/g, ' ')
const cssString = (text: string) => `"${escapeCss(text)}"`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string) => text.replaceAll(/[&<>"']/g, sign => entities[sign] ?? '')

/** A tree as HTML. Every text and every attribute is escaped here and nowhere else. */
export function markup(node: Leaf | string): string {
  if (typeof node === 'string') return escape(node)
  const { tag, children, ...attributes } = node
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`)
  return `<${tag}${written.join('')}>${children.map(markup).join('')}</${tag}>`
}
