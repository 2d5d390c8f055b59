import { markingOf, pageParts, paperOf } from '../../shared/brief/paper.ts'
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

const families = (language: BriefDocument['language']) =>
  ({
    ar: `'Noto Naskh Arabic', 'Noto Sans', 'Noto Sans SC'`,
    zh: `'Noto Sans SC', 'Noto Sans', 'Noto Naskh Arabic'`,
    other: `'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans SC'`,
  })[language === 'ar' || language === 'zh' ? language : 'other']

/** Margin boxes instead of the bands that the window shows above and below the sheet. */
function pageStyle(document: BriefDocument, say: Say): string {
  const marking = markingOf(document, say)
  const [before, between, after] = pageParts(say)
  const foot = `${marking}${say('paper.separator')}${before}`
  const lines = linesFor(`${foot}1${between}2${after}`)
  const [size, height, room] = lines === 1 ? ['8pt', 6, 8] : ['7.5pt/1.25', 8, 7]
  const box = `font: 700 ${size} ${families(document.language)}; color: #16181b; width: 100%; text-align: center; text-wrap: balance; word-break: keep-all; vertical-align: middle; text-transform: uppercase; border-top: 1pt solid #16181b; border-bottom: 1pt solid #16181b; height: ${height}mm;`
  return `@page { size: A4; margin: 18mm 17mm;
  @top-center { content: ${cssString(marking)}; ${box} margin-top: ${room}mm; margin-bottom: ${18 - height - room}mm; }
  @bottom-center { content: ${cssString(foot)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}; ${box} margin-top: ${18 - height - room}mm; margin-bottom: ${room}mm; } }
body { margin: 0 } .paper-marking { display: none }`
}

/** How many lines the marking takes: about 105 letters go in one, half as many Chinese signs. */
const linesFor = (text: string) =>
  text.replaceAll(/\p{Cf}/gu, '').replaceAll(/\p{Script=Han}/gu, 'hh').length > 105 ? 2 : 1

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
