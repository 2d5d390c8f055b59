import { ShadingType, TextRun, UnderlineType, type IRunOptions } from 'docx'
import type { BriefDocument } from '../../shared/brief/model.ts'
import { beginsFromRight, stretches } from './direction.ts'

/** How the words of a run look. */
export interface Look {
  readonly bold?: boolean
  /** The grey bar that stands for what is withheld. */
  readonly withheld?: boolean
  readonly underlined?: boolean
  readonly soft?: boolean
}

/** The language of the document and the direction of the paragraph that a text stands in. */
export interface Around {
  readonly language: BriefDocument['language']
  readonly isRightToLeft: boolean
}

/** A text as runs: one for each stretch of one direction, each with the language of its script. */
export function runsOf(text: string, look: Look, around: Around): TextRun[] {
  return stretches(printable(text), around.isRightToLeft).map(
    stretch =>
      new TextRun({
        ...options(look),
        ...tongue(stretch.text, around.language, stretch.isRightToLeft),
        text: stretch.text,
      }),
  )
}

/** A line break is a space, as on the page; control signs, which no XML may hold and no page shows, are left out. */
const printable = (text: string) =>
  text.replaceAll(/[\t-\r\u0085\u2028\u2029]+/g, ' ').replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '')

const options = ({ bold, withheld, underlined, soft }: Look): IRunOptions => ({
  ...(bold ? { bold } : {}),
  ...(soft ? { color: '55595F' } : {}),
  ...(underlined ? { underline: { type: UnderlineType.SINGLE } } : {}),
  ...(withheld ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'D4D6D9' } } : {}),
})

/** Direction, language and, for Chinese, which of the fonts draws the signs that several scripts share. */
export function tongue(
  text: string,
  language: BriefDocument['language'],
  isRightToLeft: boolean,
): Pick<IRunOptions, 'rightToLeft' | 'language' | 'font'> {
  const hint = language === 'zh' ? { font: { hint: 'eastAsia' } } : {}
  return {
    ...hint,
    language: { value: letters(text, language), eastAsia: 'zh-CN', bidirectional: fromRight(text) },
    ...(isRightToLeft ? { rightToLeft: true } : {}),
  }
}

/** Words that cannot be words of the document’s own language are said to be of the language their script suggests. */
function letters(text: string, language: BriefDocument['language']): string {
  const own = language === 'ar' || language === 'zh' || language === 'en' ? 'en-GB' : language
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru'
  return own === 'ru' && /\p{Script=Latin}/u.test(text) ? 'en-GB' : own
}

const fromRight = (text: string) =>
  beginsFromRight(text) === true && /\p{Script=Hebrew}/u.test(text) ? 'he' : 'ar'
