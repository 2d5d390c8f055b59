import { createElement, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import '../resources/paper/paper.css'
import type { BriefDocument } from '../shared/brief/model.ts'
import { paperOf, type Leaf } from '../shared/brief/paper.ts'
import { documentText } from './documentText.ts'
import { useWords } from './words.ts'
import styles from './Paper.module.css'

/** Properties of `Paper`. `onPages` is told how many pages it will take on paper, to a tenth. */
export interface PaperProps {
  readonly document: BriefDocument
  readonly onPages?: ((pages: number) => void) | undefined
}

/** Between the margins of a printed page, in the millimetres of the print style. */
const pageHeight = 297 - 2 * 18

/** A brief as it is printed: the very tree the printer gets, as elements, on one long sheet. */
export function Paper(props: PaperProps) {
  return useWords(props.document.language) ? <Sheet {...props} /> : null
}

function Sheet({ document, onPages }: PaperProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const tree = useMemo(() => paperOf(document, documentText(document.language)), [document])
  useLayoutEffect(() => {
    const { current } = sheet
    if (!current || !onPages) return undefined
    // Fonts that arrive later change the height.
    const watcher = new ResizeObserver(() => onPages(pagesOf(current)))
    watcher.observe(current)
    return () => watcher.disconnect()
  }, [onPages])
  return (
    <div className={styles.desk}>
      <div ref={sheet} className={styles.sheet} dir={document.language === 'ar' ? 'rtl' : 'ltr'}>
        {elementOf(tree, 0)}
      </div>
    </div>
  )
}

/** The height between the two bands, in pages: what is printed in the margins takes no room on them. */
function pagesOf(sheet: HTMLElement): number {
  const bands = [...sheet.querySelectorAll('.paper-marking')]
  const [top, foot] = bands.map(band => band.getBoundingClientRect())
  const width = sheet.getBoundingClientRect().width
  if (!top || !foot || width === 0) return 0
  const millimetres = ((foot.top - top.bottom) / width) * 210
  return Math.ceil((millimetres / pageHeight) * 10) / 10
}

/** A page as elements, the very tree the printer gets. */
export function elementOf(node: Leaf | string, key: number): ReactNode {
  if (typeof node === 'string') return node
  const { tag, children, class: className, ...rest } = node
  return createElement(tag, { ...rest, className, key }, ...children.map(elementOf))
}
