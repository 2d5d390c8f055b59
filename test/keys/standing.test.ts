import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameKeys } from '../../shared/exchange/card.ts'
import { ColleagueEvent, colleagueFrom, standingFrom } from '../../shared/exchange/colleague.ts'
import { cardRefusal, sameRole } from '../../shared/exchange/colleagueRules.ts'
import { ColleagueId, Instant } from '../../shared/model.ts'

const id = '0e0fd9a5-1c0c-4f0e-9c3c-4f8f2a1f6d10'
const at = Instant.parse('2026-03-02T12:00:00.000Z')
/** Keys that differ only in their number. */
const keys = (number: number) => ({
  recipient: `age1pq1${'qpzry9x8'[number]?.repeat(60) ?? ''}`,
  publicKey: Buffer.alloc(32, number).toString('base64'),
})
const base = { id, colleagueId: id, at, by: 'FP-1' }
const added = (number: number) => ColleagueEvent.parse({ ...base, ...keys(number), kind: 'added' })
const changed = (number: number) => ColleagueEvent.parse({ ...base, ...keys(number), kind: 'key_changed' })
const verified = (number: number, how: 'words' | 'scan' = 'words') =>
  ColleagueEvent.parse({ ...base, ...keys(number), kind: 'verified', how })
const retired = ColleagueEvent.parse({ ...base, kind: 'retired', reason: 'the stick was lost' })

const number = fc.nat(3)
const event = fc.oneof(
  number.map(added),
  number.map(changed),
  number.map(one => verified(one)),
  fc.constant(retired),
)
const events = fc
  .tuple(number.map(added), fc.array(event, { maxLength: 12 }))
  .map(([first, rest]) => [first, ...rest])

const row = {
  id: ColleagueId.parse(id),
  role: 'FP-9',
  office: '',
  recipientClass: 'UN_entity' as const,
  addedAt: at,
}

describe('how a colleague’s keys stand', () => {
  it('is unverified until somebody compared them, and says who did, when and how', () => {
    expect(standingFrom([added(0)])).toMatchObject({ standing: 'unverified', verifiedBy: null })
    expect(standingFrom([added(0), verified(0, 'scan')])).toMatchObject({
      standing: 'verified',
      verifiedBy: 'FP-1',
      verifiedAt: at,
      verifiedHow: 'scan',
    })
  })

  it('is changed when other keys come, with both at hand, until those were compared', () => {
    const after = [added(0), verified(0), changed(1)]
    expect(standingFrom(after)).toMatchObject({ standing: 'changed', keys: keys(1), previous: keys(0) })
    expect(standingFrom([...after, verified(1)])).toMatchObject({ standing: 'verified', previous: null })
  })

  it('is nobody’s before they were added', () => {
    expect(standingFrom([])).toBeNull()
    expect(standingFrom([verified(0), retired])).toBeNull()
    expect(colleagueFrom(row, [])).toBeNull()
  })

  it('is verified only when the last comparison was of exactly the keys that are kept', () => {
    fc.assert(
      fc.property(events, history => {
        const held = standingFrom(history)
        if (held?.standing !== 'verified') return
        const isKept = (one: ColleagueEvent) => 'publicKey' in one && isSameKeys(one, held.keys)
        const lastOther = history.findLastIndex(one => one.kind === 'key_changed' && !isKept(one))
        const sinceOther = history.slice(lastOther + 1)
        const came =
          lastOther < 0 ? 0 : sinceOther.findIndex(one => one.kind === 'key_changed' && isKept(one))
        expect(sinceOther.slice(came).some(one => one.kind === 'verified' && isKept(one))).toBe(true)
      }),
    )
  })

  it('never becomes verified by anything but a comparison', () => {
    const others = fc.array(fc.oneof(number.map(added), number.map(changed), fc.constant(retired)))
    fc.assert(
      fc.property(number.map(added), others, (first, rest) => {
        expect(standingFrom([first, ...rest])?.standing).not.toBe('verified')
      }),
    )
  })

  it('is not moved by comparing other keys', () => {
    fc.assert(
      fc.property(events, number, (history, other) => {
        const held = standingFrom(history)
        fc.pre(held !== null && !isSameKeys(held.keys, keys(other)))
        expect(standingFrom([...history, verified(other)])).toEqual(held)
      }),
    )
  })

  it('stays retired, whatever comes after', () => {
    fc.assert(
      fc.property(events, fc.array(event), (history, more) => {
        const held = standingFrom([...history, retired])
        expect(standingFrom([...history, retired, ...more])).toEqual(held)
        expect(held?.standing).toBe('retired')
      }),
    )
  })

  it('keeps the keys that came last while in use', () => {
    fc.assert(
      fc.property(events, number, (history, other) => {
        fc.pre(standingFrom(history)?.standing !== 'retired')
        expect(standingFrom([...history, changed(other)])?.keys).toEqual(keys(other))
      }),
    )
  })
})

describe('a card that comes in', () => {
  const colleague = colleagueFrom(row, [added(0)])!
  const gone = colleagueFrom({ ...row, id: ColleagueId.parse(id.replace('0e', '1e')) }, [added(1), retired])!
  const known = { own: [keys(2)], colleagues: [colleague, gone] }
  const card = (number: number, change = {}) => ({
    format: 'vigil-card/1' as const,
    role: '',
    office: '',
    ...keys(number),
    ...change,
  })

  it('is taken when neither key is known', () => {
    expect(cardRefusal(card(3), known, null)).toBeNull()
  })

  it('is refused by its reason when a key is known', () => {
    expect(cardRefusal(card(2), known, null)).toBe('exchange/card-own')
    expect(cardRefusal(card(3, { recipient: keys(2).recipient }), known, null)).toBe('exchange/card-own')
    expect(cardRefusal(card(0), known, null)).toBe('exchange/card-known')
    expect(cardRefusal(card(1), known, null)).toBe('exchange/card-retired')
    expect(cardRefusal(card(3, { publicKey: keys(0).publicKey }), known, null)).toBe(
      'exchange/card-half-known',
    )
  })

  it('may share a key with the very colleague it is for', () => {
    expect(cardRefusal(card(3, { publicKey: keys(0).publicKey }), known, colleague)).toBeNull()
  })

  it('is thought to be of the colleague in use with the same role and office, whatever the case of the letters', () => {
    expect(sameRole([gone, colleague], { role: ' fp-9 ', office: '' })).toBe(colleague)
    expect(sameRole([gone], { role: 'FP-9', office: '' })).toBeNull()
    expect(sameRole([colleague], { role: 'FP-9', office: 'Second office' })).toBeNull()
  })
})
