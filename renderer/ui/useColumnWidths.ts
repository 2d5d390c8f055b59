import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'

/**
 * How wide the columns are, in pixels, once the first rows have made them so; `null` until then and after the window
 * was made larger or smaller. Rows that come later then change no column.
 *
 * @param asked what the columns are called: other words, other widths.
 * @param isReady there are rows to measure by.
 */
export function useColumnWidths(
  table: RefObject<HTMLTableElement | null>,
  asked: string,
  isReady: boolean,
): readonly number[] | null {
  const [fixed, setFixed] = useState<{ asked: string; widths: readonly number[] } | null>(null)
  const widths = fixed?.asked === asked ? fixed.widths : null
  useLayoutEffect(() => {
    if (widths !== null || !isReady || !table.current) return
    const heads = [...table.current.querySelectorAll('thead th')]
    const measured = heads.map(head => head.getBoundingClientRect().width)
    // Only what is laid out can be measured.
    // oxlint-disable-next-line react/set-state-in-effect
    if (measured.some(width => width > 0)) setFixed({ asked, widths: measured })
  }, [asked, widths, isReady, table])
  useEffect(() => {
    const forget = () => setFixed(null)
    window.addEventListener('resize', forget)
    return () => window.removeEventListener('resize', forget)
  }, [])
  return widths
}
