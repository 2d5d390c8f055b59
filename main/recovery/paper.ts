import type { Share } from '../../shared/recovery/model.ts'
import { fontFaces } from '../brief/fonts.ts'
import { sayIn } from '../text.ts'

const style = `
  @page { size: A4; margin: 18mm }
  body { font: 12pt/1.5 'Noto Sans', 'Noto Naskh Arabic', sans-serif; color: #000 }
  h1 { font-size: 16pt; margin: 0 0 4mm }
  p { margin: 0 0 3mm }
  ol { direction: ltr; columns: 3; padding-inline-start: 10mm; margin: 8mm 0; font-size: 15pt; line-height: 2.1 }
  li { break-inside: avoid; padding-inline-start: 2mm }
  li::marker { font-size: 9pt; color: #555 }`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

interface Sheet {
  readonly share: Share
  /** How many shares there are. */
  readonly n: number
  readonly language: 'en' | 'ar'
}

/** One share on one page: its words in order, which one it is, how to keep it. No office, no name, nothing of any case. */
export function shareHtml({ share, n, language }: Sheet): string {
  const say = sayIn(language)
  const { index, k, set } = share
  const words = share.words.split(' ').map(word => `<li>${word}</li>`)
  const line = (key: string) => escaped(say(key, { index, k, n, set }))
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><title>${line('recovery.paper.file')}</title><style>${fontFaces()}\n${style}</style></head>
<body><h1>${line('recovery.paper.title')}</h1><p>${line('recovery.paper.needed')}</p>
<ol lang="en">${words.join('')}</ol>
<p>${line('recovery.paper.keep')}</p><p>${line('recovery.paper.how')}</p></body>
</html>`
}
