import { BorderStyle, LevelFormat, type IStylesOptions, type INumberingOptions } from 'docx'

const ink = '16181B'
const soft = '55595F'
const line = 'B9BCC1'

const rule = (color: string, size: number, space: number) => ({
  style: BorderStyle.SINGLE,
  color,
  size,
  space,
})

/** Fonts every office has, one for each kind of script: nothing is embedded. */
const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' }

/** A paragraph style. Sizes in half points, room in twentieths of a point. */
const style = (
  id: string,
  run: { readonly size?: number; readonly bold?: boolean; readonly color?: string },
  after = 60,
) => ({ id, name: id, basedOn: 'Normal', next: 'Normal', run, paragraph: { spacing: { after } } })

/** The look of the brief on paper, as the styles of a word processor: the same sizes and greys as in print. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font,
        size: 20,
        color: ink,
        language: { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar' },
      },
      paragraph: { spacing: { after: 60, line: 264 } },
    },
    heading1: {
      run: { size: 30, bold: true, color: ink },
      paragraph: { spacing: { after: 80 }, keepNext: true },
    },
    heading2: {
      run: { size: 21, bold: true, color: ink },
      paragraph: {
        spacing: { before: 160, after: 60 },
        keepNext: true,
        border: { bottom: rule(line, 4, 1) },
      },
    },
  },
  paragraphStyles: [
    style('Term', { color: soft }),
    style('Fact', { size: 18 }, 20),
    style('Side', { size: 18, color: soft }),
    style('Note', { size: 17, color: soft }),
    style('Cell', { size: 18 }, 20),
    style('Column', { size: 18, color: soft }, 20),
    style('Strongly', { bold: true }),
    style('Gap', { size: 8 }, 0),
    {
      ...style('Said', {}),
      paragraph: { spacing: { after: 60 }, indent: { left: 140 }, border: { left: rule(line, 16, 6) } },
    },
    {
      ...style('SaidFromRight', {}),
      paragraph: { spacing: { after: 60 }, indent: { left: 140 }, border: { right: rule(line, 16, 6) } },
    },
    {
      id: 'Marking',
      name: 'Marking',
      basedOn: 'Normal',
      run: { size: 16, bold: true, allCaps: true },
      paragraph: {
        alignment: 'center',
        spacing: { after: 0 },
        border: { top: rule(ink, 8, 2), bottom: rule(ink, 8, 2) },
      },
    },
  ],
}

/** Where a style is named after what it shows. */
export const bullets = 'points'

/** The dots in front of the items of a list. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: 'left',
          style: { paragraph: { indent: { left: 280, hanging: 280 } } },
        },
      ],
    },
  ],
}
