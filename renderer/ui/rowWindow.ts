/**
 * No list is drawn taller than this, in pixels: further down Chromium rounds places so roughly that lines go missing, and
 * at 33,554,431 it ends. Longer lists are scrolled in proportion between their ends: every row can still be reached, and a
 * turn of the wheel goes further.
 */
export const tallest = 12_000_000

/** At both ends so many pixels are scrolled one by one, also where the rest is scrolled in proportion. */
const lead = 20_000

/** So many rows are drawn above and below what is in sight, and the part drawn moves by so many at a time. */
const step = 8

/** A long list as it lies behind the window. All in pixels. */
export interface Lie {
  readonly count: number
  readonly rowHeight: number
  /** From the top of the window up to the top of the first row; negative while that lies below the top. */
  readonly above: number
  /** How much of the window there is. */
  readonly view: number
}

/** The rows to draw: `from` the first, `to` behind the last. `first` is the uppermost in sight. */
export interface RowWindow {
  readonly from: number
  readonly to: number
  readonly first: number
  /** Pixels by which rows stand lower than their own height adds up to: 0 unless the list is scrolled in proportion. */
  readonly shift: number
}

/** How tall all rows are drawn together, in pixels. */
export const drawnHeight = (count: number, rowHeight: number): number => Math.min(count * rowHeight, tallest)

/** How many pixels of rows go by for one pixel of scrolling, between the ends. */
function pace({ count, rowHeight, view }: Lie): number {
  const whole = count * rowHeight
  return whole <= tallest ? 1 : (whole - view - 2 * lead) / (tallest - view - 2 * lead)
}

/** How many pixels of rows have gone by when so many have been scrolled. */
export function goneBy(lie: Lie): number {
  const { count, rowHeight, view, above } = lie
  const [whole, drawn] = [count * rowHeight, drawnHeight(count, rowHeight)]
  if (whole === drawn || above <= lead) return above
  if (above >= drawn - view - lead) return above + whole - drawn
  return lead + (above - lead) * pace(lie)
}

/** How far to scroll so that so many pixels of rows have gone by: the other way round than `goneBy`. */
export function scrolledFor(lie: Omit<Lie, 'above'>, gone: number): number {
  const { count, rowHeight, view } = lie
  const [whole, drawn] = [count * rowHeight, drawnHeight(count, rowHeight)]
  if (whole === drawn || gone <= lead) return gone
  if (gone >= whole - view - lead) return gone - whole + drawn
  return lead + (gone - lead) / pace({ ...lie, above: 0 })
}

/** Which rows to draw, and where. Every row in sight is among them, and never more than a few dozen. */
export function windowOf(lie: Lie): RowWindow {
  const { count, rowHeight, view } = lie
  const above = Math.min(Math.max(lie.above, 0), Math.max(0, drawnHeight(count, rowHeight) - view))
  const top = goneBy({ ...lie, above })
  const first = Math.min(Math.floor(top / rowHeight), Math.max(0, count - 1))
  const last = Math.ceil((top + view) / rowHeight)
  return {
    from: Math.max(0, (Math.floor(first / step) - 1) * step),
    to: Math.min(count, (Math.ceil(last / step) + 1) * step),
    first,
    shift: above - top,
  }
}

/** A row to draw, and the empty room above it in pixels. */
export interface Placed {
  readonly index: number
  readonly gap: number
}

/**
 * The rows of a window in order, with the room between them, and the room below the last.
 *
 * @param also a row that is drawn wherever it is, because the focus is on it; `null` for none.
 */
export function placed(
  { from, to, shift }: RowWindow,
  { count, rowHeight }: Pick<Lie, 'count' | 'rowHeight'>,
  also: number | null,
): { readonly rows: readonly Placed[]; readonly below: number } {
  const inside = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
  const isOutside = also !== null && also >= 0 && also < count && (also < from || also >= to)
  const indices = isOutside ? [...inside, also].sort((one, other) => one - other) : inside
  const height = drawnHeight(count, rowHeight)
  let end = 0
  const rows = indices.map((index, at) => {
    const room = height - (indices.length - at) * rowHeight
    const gap = Math.max(0, Math.min(index * rowHeight + shift, room) - end)
    end += gap + rowHeight
    return { index, gap }
  })
  return { rows, below: Math.max(0, height - end) }
}

/** Where a key goes from a row, or `null` when it goes nowhere. `page` is how many rows are in sight. */
export function rowAfter(key: string, { from, count, page }: { from: number; count: number; page: number }) {
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1)
}
