import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  drawnHeight,
  goneBy,
  placed,
  rowAfter,
  scrolledFor,
  tallest,
  windowOf,
} from '../../renderer/ui/rowWindow.ts'
import { VirtualTable, type VirtualTableProps } from '../../renderer/ui/VirtualTable.tsx'

/** A list of any length, scrolled to anywhere it can be. */
const lies = fc
  .record({
    count: fc.integer({ min: 1, max: 1_000_000 }),
    rowHeight: fc.integer({ min: 20, max: 120 }),
    view: fc.integer({ min: 200, max: 2_000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ part, ...lie }) => {
    const furthest = Math.max(0, drawnHeight(lie.count, lie.rowHeight) - lie.view)
    return { ...lie, above: Math.round(part * furthest) }
  })

describe('the rows of a long list', () => {
  it('are drawn wherever they can be seen, and only a few dozen at a time', () => {
    fc.assert(
      fc.property(lies, lie => {
        const { from, to, first } = windowOf(lie)
        const gone = goneBy(lie)
        expect(from).toBeLessThanOrEqual(Math.floor(gone / lie.rowHeight))
        expect(to).toBeGreaterThanOrEqual(Math.min(lie.count, Math.ceil((gone + lie.view) / lie.rowHeight)))
        expect(from).toBeLessThanOrEqual(first)
        expect(to - from).toBeLessThanOrEqual(Math.ceil(lie.view / lie.rowHeight) + 34)
      }),
    )
  })

  it('stand exactly where they would stand if all of them were drawn, as far as a page may reach', () => {
    fc.assert(
      fc.property(lies, fc.option(fc.integer({ min: 0, max: 999_999 })), (lie, also) => {
        const window = windowOf(lie)
        const { rows, below } = placed(window, lie, also)
        const inSight = new Set(Array.from({ length: window.to - window.from }, (_, at) => window.from + at))
        let end = 0
        for (const { index, gap } of rows) {
          expect(gap).toBeGreaterThanOrEqual(0)
          if (inSight.has(index)) expect(end + gap).toBeCloseTo(index * lie.rowHeight + window.shift, 4)
          end += gap + lie.rowHeight
        }
        expect(end + below).toBeCloseTo(drawnHeight(lie.count, lie.rowHeight), 4)
        expect(end).toBeLessThanOrEqual(tallest)
      }),
    )
  })

  it('keep the one with the focus among them, wherever the page is scrolled to', () => {
    fc.assert(
      fc.property(lies, fc.nat(999_999), (lie, at) => {
        const { rows } = placed(windowOf(lie), lie, at)
        expect(rows.filter(({ index }) => index === at)).toHaveLength(at < lie.count ? 1 : 0)
        expect(rows.map(({ index }) => index)).toEqual(rows.map(({ index }) => index).sort((a, b) => a - b))
      }),
    )
  })

  it('can all be scrolled to, up to a million of them', () => {
    fc.assert(
      fc.property(lies, fc.nat(999_999), (lie, at) => {
        const whole = lie.count * lie.rowHeight
        const top = Math.min((at % lie.count) * lie.rowHeight, Math.max(0, whole - lie.view))
        const above = scrolledFor(lie, top)
        expect(above).toBeGreaterThanOrEqual(0)
        expect(above).toBeLessThanOrEqual(
          Math.max(0, drawnHeight(lie.count, lie.rowHeight) - lie.view) + 1e-6,
        )
        expect(goneBy({ ...lie, above })).toBeCloseTo(top, 3)
      }),
    )
  })
})

describe('the keyboard in a long list', () => {
  it('goes by one, by a page, and to the ends, and never past them', () => {
    const at = { from: 500, count: 100_000, page: 8 }
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
    expect(keys.map(key => rowAfter(key, at))).toEqual([501, 499, 508, 492, 0, 99_999])
    expect(rowAfter('PageUp', { ...at, from: 3 })).toBe(0)
    expect(rowAfter('ArrowDown', { ...at, from: 99_999 })).toBe(99_999)
    expect(rowAfter('a', at)).toBeNull()
  })
})

interface Row {
  readonly code: string
  readonly words: string
}

const table = (props: Partial<VirtualTableProps<Row>>) =>
  renderToStaticMarkup(
    <VirtualTable<Row>
      caption="CASES"
      columns={[
        { id: 'code', header: 'CODE', cell: row => row.code, sortable: true },
        { id: 'words', header: 'WORDS', cell: row => row.words },
      ]}
      count={100_000}
      rowAt={index => ({ code: `C-${index}`, words: 'said' })}
      rowKey={row => row.code}
      rowHref={row => `/case/${row.code}`}
      sort={{ column: 'code', ascending: true }}
      onSort={() => {}}
      empty="NOTHING"
      {...props}
    />,
  )

describe('a table of very many cases', () => {
  it('draws what can be seen and says how many there are', () => {
    const page = table({})
    expect(page).toContain('aria-rowcount="100001"')
    expect(page).toContain('aria-rowindex="1"')
    expect(page).toContain('aria-rowindex="2"')
    expect(page.match(/data-row=/g)?.length).toBeLessThan(60)
    expect(page).toContain('aria-sort="ascending"')
    expect(page).toContain('CASES')
  })

  it('is come to once by the tab key, at one row', () => {
    const links = table({}).match(/<a [^>]*>/g) ?? []
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter(link => !link.includes('tabindex="-1"'))).toHaveLength(1)
  })

  it('has a quiet row where one is still being read, and says that it is busy', () => {
    const page = table({ rowAt: index => (index < 2 ? { code: `C-${index}`, words: 'said' } : undefined) })
    expect(page).toContain('aria-busy="true"')
    expect(page.match(/<a /g)).toHaveLength(2)
    expect(table({})).toContain('aria-busy="false"')
  })

  it('says what would be here when there is nothing', () => {
    expect(table({ count: 0 })).toBe('NOTHING')
  })
})
