import { useLayoutEffect, useMemo, useRef } from 'react'
import '../../resources/paper/paper.css'
import type { SaidPaper } from '../../shared/paper/model.ts'
import { treeOf } from '../../shared/paper/tree.ts'
import { elementOf } from '../Paper.tsx'
import styles from '../Paper.module.css'

interface PaperSheetProps {
  readonly document: SaidPaper
  /** Is told how many pages it will take, to a tenth. */
  readonly onPages?: ((pages: number) => void) | undefined
}

/** Between the margins of a printed page, in the millimetres of the print style. */
const pageHeight = 297 - 2 * 16

/** A paper as it is printed, on one long sheet. */
export function PaperSheet({ document, onPages }: PaperSheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const tree = useMemo(() => treeOf(document), [document])
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
      <div
        ref={sheet}
        className={styles.sheet}
        lang={document.language}
        dir={document.language === 'ar' ? 'rtl' : 'ltr'}
      >
        {elementOf(tree, 0)}
      </div>
    </div>
  )
}

function pagesOf(sheet: HTMLElement): number {
  const page = sheet.querySelector('.paper')
  const width = sheet.getBoundingClientRect().width
  if (!page || width === 0) return 0
  const millimetres = (page.getBoundingClientRect().height / width) * 210
  return Math.ceil((millimetres / pageHeight) * 10) / 10
}
