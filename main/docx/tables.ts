import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type ITableBordersOptions,
  type ITableCellOptions,
} from 'docx'
import type { Leaf } from '../../shared/brief/leaf.ts'
import { blocksOf, flow, type Block, type Within } from './blocks.ts'

/** Between the margins of an A4 page, in twentieths of a point. */
export const pageWidth = 9978

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'B9BCC1' } as const
const box = { style: BorderStyle.SINGLE, size: 8, color: '16181B' } as const
const noLines: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** What is laid out in rows and cells; `null` for everything that is not. */
export function tableOf(node: Leaf, within: Within): Block[] | null {
  const { tag, class: name } = node
  if (tag === 'dl') return pairs(node, within)
  if (tag === 'table') return [optionTable(node, within)]
  if (name === 'paper-views') return sides(node, within)
  return name === 'paper-bottom-line' ? [boxed(node, within)] : null
}

const isTag =
  (...tags: readonly Leaf['tag'][]) =>
  (child: Leaf | string): child is Leaf =>
    typeof child !== 'string' && tags.includes(child.tag)

interface Laid {
  readonly widths: readonly number[]
  readonly rows: readonly TableRow[]
  readonly borders?: ITableBordersOptions
  readonly hasHeader?: boolean
}

/** A table as wide as the page; in a text that is read from the right its first column stands on the right. */
const laid = ({ widths, rows, borders = noLines, hasHeader = false }: Laid, { language }: Within) =>
  new Table({
    rows: [...rows],
    columnWidths: [...widths],
    width: { size: pageWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    tableLook: { firstRow: hasHeader, firstColumn: true, noHBand: true, noVBand: true },
    ...(language === 'ar' ? { visuallyRightToLeft: true } : {}),
  })

/** Room between a cell and the next, in twentieths of a point. */
const margins = { left: 0, right: 120, top: 0, bottom: 0 }

/** A cell; a cell ends in a paragraph, also when there is nothing in it. */
const cell = (children: readonly Block[], width: number, more: Partial<ITableCellOptions> = {}) =>
  new TableCell({
    children:
      children.at(-1) instanceof Paragraph ? [...children] : [...children, new Paragraph({ style: 'Gap' })],
    width: { size: width, type: WidthType.DXA },
    margins,
    ...more,
  })

/** Terms and what is said about them: two in a row for the few facts at the head, else one. */
function pairs(node: Leaf, within: Within): Block[] {
  const isFacts = node.class === 'paper-facts'
  const widths = isFacts ? [1500, 3489, 1500, 3489] : [2360, pageWidth - 2360]
  const cells = node.children.filter(isTag('dt', 'dd')).map((child, at) => {
    const style = isFacts ? 'Fact' : within.style
    const look = child.tag === 'dt' ? { ...within.look, soft: true } : within.look
    const inside = { ...within, style, look, hasDot: false }
    return cell(blocksOf(child, inside), widths[at % widths.length] ?? 0)
  })
  const count = Math.ceil(cells.length / widths.length)
  const rows = Array.from(
    { length: count },
    (_, at) => new TableRow({ children: cells.slice(at * widths.length, (at + 1) * widths.length) }),
  )
  return rows.length === 0 ? [] : [laid({ widths, rows }, within)]
}

/** Two views side by side; what is said of both stands below. */
function sides(node: Leaf, within: Within): Block[] {
  const columns = node.children.filter(isTag('div'))
  const rest = node.children.filter(child => !isTag('div')(child))
  const widths = [2360, pageWidth - 2360]
  const cells = columns.map((column, at) => cell(flow(column.children, within), widths[at] ?? 0))
  const row = new TableRow({ cantSplit: true, children: cells })
  return [laid({ widths, rows: [row] }, within), ...flow(rest, within)]
}

/** What the reader must take away, in a frame. */
function boxed(node: Leaf, within: Within): Table {
  const frame = { top: box, bottom: box, left: box, right: box }
  const room = { left: 180, right: 180, top: 100, bottom: 60 }
  const row = new TableRow({
    cantSplit: true,
    children: [cell(flow(node.children, within), pageWidth, { margins: room })],
  })
  return laid({ widths: [pageWidth], rows: [row], borders: { ...noLines, ...frame } }, within)
}

/** The courses of action: a table with a row of headings that is repeated on every page. */
function optionTable(node: Leaf, within: Within): Table {
  const widths = [2494, 2062, 2062, 2063, 1297]
  const rows = node.children.filter(isTag('thead', 'tbody')).flatMap(part =>
    part.children.filter(isTag('tr')).map(row => {
      const isHead = part.tag === 'thead'
      const cells = row.children.filter(isTag('th', 'td')).map((one, at) => {
        const look = { ...within.look, bold: !isHead && one.tag === 'th', soft: isHead }
        return cell(blocksOf(one, { ...within, style: 'Cell', look }), widths[at] ?? 0)
      })
      return new TableRow({ tableHeader: isHead, cantSplit: true, children: cells })
    }),
  )
  const borders = { ...noLines, insideHorizontal: thin, bottom: thin }
  return laid({ widths, rows, borders, hasHeader: true }, within)
}
