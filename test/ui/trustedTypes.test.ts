import { afterEach, describe, expect, it, vi } from 'vitest'
import { guardHtml } from '../../renderer/ui/trustedTypes.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser's factory that only remembers what it was given. */
function rulesGiven(): (html: string) => string {
  let rule: ((html: string) => string) | undefined
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: { createHTML(html: string): string }) {
      expect(name).toBe('default')
      rule = html => rules.createHTML(html)
    },
  })
  guardHtml()
  if (!rule) throw new Error('no policy was made')
  return rule
}

describe('writing HTML into the page', () => {
  it('is allowed for nothing at all, which empties a place', () => {
    expect(rulesGiven()('')).toBe('')
  })

  it.each(['<b>x</b>', ' ', 'plain words'])('is refused for %j', html => {
    const rule = rulesGiven()
    expect(() => rule(html)).toThrow('HTML may not be written')
  })

  it('is left to the browser where there is nothing to guard with', () => {
    vi.stubGlobal('trustedTypes', undefined)
    expect(guardHtml).not.toThrow()
  })
})
