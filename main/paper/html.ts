import paperStyle from '../../resources/paper/paper.css?raw'
import type { SaidPaper } from '../../shared/paper/model.ts'
import { treeOf } from '../../shared/paper/tree.ts'
import { fontFaces } from '../brief/fonts.ts'
import { markup } from '../brief/html.ts'
import { voiceIn } from './voice.ts'

/** What the file and the printer's list of jobs are called: nothing of what stands on it. */
export const fileTitle = ({ language }: SaidPaper): string => voiceIn(language).say('sheet.fileTitle')

/** The complete, script-free HTML of a paper for the printer: one plain page, nothing in its margins. */
export function paperHtml(document: SaidPaper): string {
  const { language } = document
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><title>${markup(fileTitle(document))}</title>
<style>${fontFaces()}\n${paperStyle}\n@page { size: A4; margin: 16mm 17mm } body { margin: 0 }</style></head>
<body>${markup(treeOf(document))}</body>
</html>`
}
