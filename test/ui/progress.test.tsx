import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Progress } from '../../renderer/ui/Progress.tsx'

const html = (value: number | undefined) =>
  renderToStaticMarkup(<Progress label="LABEL" value={value} detail="DETAIL" />)

/** What a screen reader reads out by itself. */
const readOut = (page: string) => /<output>(.*)<\/output>/.exec(page)?.[1]?.replaceAll(/<[^>]*>/g, '')

describe('what takes a while', () => {
  it('shows how far it is all the time', () => {
    for (const value of [undefined, 0, 0.1, 0.6, 1])
      expect(html(value)).toMatch(/class="[^"]*detail[^"]*">DETAIL</)
  })

  it('reads out what is done at first, and how far it is when a quarter is done', () => {
    expect(readOut(html(undefined))).toBe('LABEL')
    expect(readOut(html(0.24))).toBe('LABEL')
    expect(readOut(html(0.25))).toBe('LABEL DETAIL')
    expect(readOut(html(1))).toBe('LABEL DETAIL')
  })

  it('names its bar', () => {
    const page = html(0.5)
    const id = /aria-labelledby="([^"]*)"/.exec(page)?.[1]
    expect(page).toContain(`<span id="${id}">LABEL</span>`)
  })
})
