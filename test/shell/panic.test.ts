import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PanicKeys } from '../../shared/vault/model.ts'
import { escapeSpanMs, panicOf, type Escapes, type KeyDown } from '../../shared/vault/panic.ts'

/* The keys that hide everything at once: found by a frightened hand, and not by chance. */

const key = (code: string, more: Partial<KeyDown> = {}): KeyDown => ({
  code,
  control: false,
  otherModifier: false,
  isRepeat: false,
  at: 0,
  ...more,
})

/** How often these keys, one after the other, mean panic. */
function panics(pressed: readonly KeyDown[], keys: PanicKeys): number {
  let escapes: Escapes = []
  return pressed.filter(one => {
    const heard = panicOf(one, escapes, keys)
    escapes = heard.escapes
    return heard.panic
  }).length
}

const escapesAt = (...moments: readonly number[]) => moments.map(at => key('Escape', { at }))

describe('the panic keys', () => {
  it('are Control and the key under Escape, in every layout', () => {
    expect(panics([key('Backquote', { control: true })], 'both')).toBe(1)
    expect(panics([key('Backquote', { control: true })], 'keys')).toBe(1)
  })

  it('are three presses of Escape within a second', () => {
    expect(panics(escapesAt(0, 400, 1000), 'both')).toBe(1)
    expect(panics(escapesAt(0, 400, 1000), 'escape')).toBe(1)
  })

  it('are not two presses, slow ones, or Escape held down', () => {
    expect(panics(escapesAt(0, 400), 'both')).toBe(0)
    expect(panics(escapesAt(0, 600, 1200, 1800), 'both')).toBe(0)
    const heldDown = Array.from({ length: 40 }, (_, index) =>
      key('Escape', { at: index * 30, isRepeat: index > 0 }),
    )
    expect(panics(heldDown, 'both')).toBe(0)
  })

  it('are not the key under Escape alone, nor with another program’s keys', () => {
    expect(panics([key('Backquote')], 'both')).toBe(0)
    expect(panics([key('Backquote', { control: true, otherModifier: true })], 'both')).toBe(0)
  })

  it('are only those that were chosen', () => {
    expect(panics(escapesAt(0, 100, 200), 'keys')).toBe(0)
    expect(panics([key('Backquote', { control: true })], 'escape')).toBe(0)
  })

  it('whatever is typed: another key between two Escapes begins the count anew, and some way always works', () => {
    const anyKey = fc.record({
      code: fc.constantFrom('KeyA', 'Enter', 'Tab', 'Backquote', 'ArrowDown', 'F9'),
      control: fc.constant(false),
      otherModifier: fc.boolean(),
      isRepeat: fc.boolean(),
      at: fc.constant(0),
    })
    fc.assert(
      fc.property(fc.array(anyKey), fc.constantFrom(...PanicKeys.options), (typed, keys) => {
        expect(panics(typed, keys)).toBe(0)
        const last = typed.at(-1)
        const before = last ? [...escapesAt(0, 1), ...typed, ...escapesAt(2)] : []
        expect(panics(before, keys)).toBe(0)
        const way =
          keys === 'keys' ? [key('Backquote', { control: true, at: 5 })] : escapesAt(5, 6, 5 + escapeSpanMs)
        expect(panics([...typed, ...way], keys)).toBe(1)
      }),
    )
  })
})
