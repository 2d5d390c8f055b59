import { createElement, useMemo, type ReactNode } from 'react'
import '../resources/paper/paper.css'
import type { BriefDocument } from '../shared/brief/model.ts'
import { paperOf, type Leaf } from '../shared/brief/paper.ts'
import { textIn } from './text.tsx'

/** A brief as it is printed: the very tree the printer gets, as elements. */
export function Paper({ document }: { readonly document: BriefDocument }) {
  const tree = useMemo(() => paperOf(document, textIn(document.language)), [document])
  return <div dir={document.language === 'ar' ? 'rtl' : 'ltr'}>{elementOf(tree, 0)}</div>
}

function elementOf(node: Leaf | string, key: number): ReactNode {
  if (typeof node === 'string') return node
  const { tag, children, class: className, ...rest } = node
  return createElement(tag, { ...rest, className, key }, ...children.map(elementOf))
}
