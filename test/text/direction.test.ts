import { describe, expect, it } from 'vitest'
import { textIn } from '../../renderer/text.tsx'
import { readWords } from '../../renderer/words.ts'

await readWords('en', 'ar')

const [leftOrRight, rightToLeft, end] = ['\u2068', '\u2067', '\u2069']

describe('an Arabic sentence', () => {
  const text = textIn('ar')

  it('keeps a code in it together, so that a number after it is not read first', () => {
    expect(text('override.one', { code: 'OV-7K2M' })).toContain(`${leftOrRight}OV-7K2M${end}`)
  })

  it('keeps the direction of the page for words of its own, also when they begin with a code', () => {
    const what = text('due.about', { code: 'M1', what: text('due.action-adequacy') })
    expect(text('due.owner', { what, owner: 'FP-1' })).toContain(`${rightToLeft}${what}${end}`)
    expect(what).toContain(`${leftOrRight}M1${end}`)
  })

  it('leaves counts as they are, so that their words agree', () => {
    expect(text('lists.oneLead', { version: 2 })).not.toMatch(/[\u2066-\u2069]/)
  })
})

describe('an English sentence', () => {
  it('is left as it is', () => {
    expect(textIn('en')('override.one', { code: 'OV-7K2M' })).toBe('Override OV-7K2M')
  })
})
