import { HeadingLevel, Paragraph, Table } from 'docx'
import type { Child, Leaf } from '../../shared/brief/leaf.ts'
import { beginsFromRight } from './direction.ts'
import { runsOf, type Around, type Look } from './runs.ts'
import { bullets } from './styles.ts'
import { tableOf } from './tables.ts'

/** What stands below one another in a document. */
export type Block = Paragraph | Table

/** What a part of the tree takes from what is around it. */
export interface Within extends Around {
  readonly look: Look
  readonly style: string | null
  readonly heading?: (typeof HeadingLevel)['HEADING_1' | 'HEADING_2']
  readonly hasDot?: boolean
}

const inline = new Set<Leaf['tag']>(['span', 'bdi', 'strong'])
const isInline = (child: Child): child is Child => typeof child === 'string' || inline.has(child.tag)

/** Every word of a part of the tree. */
export const wordsOf = (child: Child): string =>
  typeof child === 'string' ? child : child.children.map(wordsOf).join('')

/** Where a part of the tree says so, its first letter decides in which direction it is read. */
const directed = (node: Leaf, within: Within): Within =>
  node.dir === 'auto'
    ? { ...within, isRightToLeft: beginsFromRight(wordsOf(node)) ?? within.isRightToLeft }
    : within

/** A part of the tree as what stands below one another, in the same order. */
export function blocksOf(node: Leaf, around: Within): Block[] {
  const within = styled(node, directed(node, around))
  return tableOf(node, within) ?? flow(node.children, within)
}

/** What is inside an element: words in a line become one paragraph, everything else stands for itself. */
export function flow(children: readonly Child[], within: Within): Block[] {
  const blocks: Block[] = []
  let words: Child[] = []
  const close = () => {
    if (words.some(word => wordsOf(word) !== '')) blocks.push(paragraph(words, within))
    words = []
  }
  for (const child of children) {
    if (isInline(child)) words.push(child)
    else {
      close()
      if (typeof child !== 'string') blocks.push(...blocksOf(child, within))
    }
  }
  close()
  return apart(blocks)
}

/** Two tables that follow one another would become one, and one at the end has nothing behind it: a small gap follows. */
const apart = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block, at) => {
    const isFollowed = at + 1 < blocks.length && !(blocks[at + 1] instanceof Table)
    return block instanceof Table && !isFollowed ? [block, new Paragraph({ style: 'Gap' })] : [block]
  })

function paragraph(words: readonly Child[], within: Within): Paragraph {
  const { heading, hasDot, style, isRightToLeft } = within
  return new Paragraph({
    ...(heading ? { heading } : {}),
    ...(style && !heading ? { style } : {}),
    ...(hasDot ? { numbering: { reference: bullets, level: 0 } } : {}),
    ...(isRightToLeft ? { bidirectional: true } : {}),
    children: words.flatMap(word => inLine(word, within)),
  })
}

function inLine(child: Child, within: Within): ReturnType<typeof runsOf> {
  if (typeof child === 'string') return runsOf(child, within.look, within)
  const { tag, class: name } = child
  const look: Look = {
    ...within.look,
    ...(tag === 'strong' || name === 'paper-about' ? { bold: true, soft: false } : {}),
    ...(name === 'paper-withheld' ? { withheld: true } : {}),
  }
  const apart =
    tag === 'bdi' ? { isRightToLeft: beginsFromRight(wordsOf(child)) ?? within.isRightToLeft } : {}
  return child.children.flatMap(one => inLine(one, { ...within, ...apart, look }))
}

const stylesOfClasses: Readonly<Record<string, string>> = {
  'paper-note': 'Note',
  'paper-side': 'Side',
  'paper-differs': 'Strongly',
}

/** The style that a tag or a class of the tree stands for. */
function styled(node: Leaf, within: Within): Within {
  const { tag, class: name } = node
  if (tag === 'h1') return { ...within, heading: HeadingLevel.HEADING_1 }
  if (tag === 'h2') return { ...within, heading: HeadingLevel.HEADING_2 }
  if (tag === 'blockquote') return { ...within, style: within.isRightToLeft ? 'SaidFromRight' : 'Said' }
  if (tag === 'li') return { ...within, hasDot: within.hasDot ?? true }
  if (name === 'paper-recommended')
    return { ...within, look: { ...within.look, bold: false, underlined: true } }
  const style = stylesOfClasses[name ?? '']
  return style ? { ...within, style } : within
}
