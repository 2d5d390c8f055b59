import { describe, expect, it } from 'vitest'
import { findLeaks, withNumbers } from '../../shared/brief/leaks.ts'

const hits = (secret: string, text: string) =>
  findLeaks([{ key: 'k', text: secret }], [{ where: 'w', text }]).length > 0

describe('a withheld number', () => {
  it.each([
    ['in Arabic digits', '+962 79 123 4567', 'رقمها ٠٧٩١٢٣٤٥٦٧'],
    ['in Persian digits', '+98 912 345 6789', 'شماره ۰۹۱۲۳۴۵۶۷۸۹'],
    ['in Devanagari digits', '+91 98765 43210', 'फ़ोन ९८७६५ ४३२१०'],
    ['in full-width digits', '+86 138 0013 8000', '电话１３８００１３８０００'],
    ['written together', '+962 79 123 4567', 'Call 00962791234567 at night'],
    ['grouped otherwise', '+962 79 123 4567', 'Call (079) 12-34-567'],
    ['without its prefix', '+216 98 123 456', 'Call 98.123.456'],
    ['over two lines', '+962 79 123 4567', 'Call 079 123\n4567'],
    ['of a document, in groups', 'XA-4471920', 'XA 447 1920'],
    ['of a document, without its letters', 'XA-4471920', 'No. 4471920'],
    ['of a document, in Arabic digits', 'XA-4471920', 'جواز رقم ٤٤٧١٩٢٠'],
    ['withheld in Arabic digits', '٤٤٧١٩٢٠', 'No. 447-1920'],
  ])('is found %s', (_, secret, text) => expect(hits(secret, text)).toBe(true))

  it.each([
    ['a longer number', 'XA-4471920', 'No. 44719201'],
    ['a date', '140320', '14/03/2026'],
    ['another telephone of the same country', '+962 79 123 4567', 'Call 079 123 4568'],
  ])('is not taken for %s', (_, secret, text) => expect(hits(secret, text)).toBe(false))

  it('is found from how it stands among the papers of an identity', () => {
    const secrets = withNumbers('Passport XA-4471920, identity card ٩٨٧٦٥٤٣٢١')
    expect(secrets.some(secret => hits(secret, 'card 987 654 321'))).toBe(true)
    expect(secrets.some(secret => hits(secret, 'XA4471920'))).toBe(true)
  })
})

describe('a withheld address', () => {
  it.each([
    'write to samira.h@example.org',
    'write to SAMIRA.H@EXAMPLE.ORG',
    'write to samira.h (at) example (dot) org',
    'write to samira.h [at] example [dot] org',
    'write to samira.h at example dot org',
    'write to ｓａｍｉｒａ.h＠example.org',
  ])('is found in “%s”', text => expect(hits('samira.h@example.org', text)).toBe(true))

  it('is found when it is short', () => {
    expect(hits('a.b@c.org', 'a.b (at) c (dot) org')).toBe(true)
    expect(hits('a.b@c.org', 'at the office')).toBe(false)
  })
})
