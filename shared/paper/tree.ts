import { el, type Leaf } from '../brief/leaf.ts'
import type { Said, SaidEntry, SaidPaper } from './model.ts'

/**
 * A paper as a page: plain, without a heading of any office, a marking, a name or a number. The window and the printer
 * show this very tree.
 */
export function treeOf({ title, lead, parts, foot, language }: SaidPaper): Leaf {
  return el(
    'div',
    [
      el('h1', [title]),
      el('p', [lead], { class: 'paper-lead' }),
      ...parts.map(part =>
        el('section', [el('h2', [part.title]), el('ul', part.entries.map(item))], { class: 'paper-part' }),
      ),
      el('p', [foot], { class: 'paper-note' }),
    ],
    { class: 'paper paper-plain', lang: language },
  )
}

const item = ({ words, under }: SaidEntry): Leaf =>
  el('li', [said(words), ...under.map(one => el('div', [said(one)], { class: 'paper-under' }))])

/** Words somebody typed keep their own direction. */
const said = ({ text, own }: Said): Leaf => el('span', [text], own ? { dir: 'auto', class: 'paper-own' } : {})
