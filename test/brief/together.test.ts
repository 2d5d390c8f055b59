import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonFor, readerOf, together, type Had, type TogetherInput } from '../../shared/brief/together.ts'
import type { TogetherWarning } from '../../shared/brief/togetherModel.ts'
import { DisclosureId, PersonId } from '../../shared/model.ts'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const p1 = PersonId.parse(uuid(1))
const p2 = PersonId.parse(uuid(2))

const lines: TogetherInput['lines'] = [
  { key: 'person:1:unit', element: 'group', personIds: [p1] },
  { key: 'person:1:name', element: 'name', personIds: [p1] },
  { key: 'person:1:roles', element: 'role', personIds: [p1] },
  { key: 'person:1:region', element: 'region', personIds: [p1] },
  { key: 'act:1:act', element: 'group', personIds: [p1] },
  { key: 'person:2:unit', element: 'group', personIds: [p2] },
  { key: 'person:2:name', element: 'name', personIds: [p2] },
  { key: 'person:2:roles', element: 'role', personIds: [p2] },
  { key: 'act:2:act', element: 'group', personIds: [p1, p2] },
]
const keys = lines.map(({ key }) => key)

const had = (number: number, told: readonly string[], reader: Had['reader'] = 'same'): Had => ({
  id: DisclosureId.parse(uuid(100 + number)),
  reader,
  keys: told,
})

/** Each thing that is told halves how many cases fit; 16 fit when nothing is. */
const sharing: TogetherInput['sharing'] = (_, told) => 16 / 2 ** new Set(told).size

const warningsOf = (said: readonly string[], earlier: readonly Had[]) =>
  together({ lines, said, earlier, sharing, smallest: 5 })

const codesOf = (said: readonly string[], earlier: readonly Had[]) =>
  warningsOf(said, earlier).map(({ code }) => code)

describe('two things told to one reader', () => {
  it('join a name to facts that were told without it, whichever came first', () => {
    const [named, facts] = [['person:1:name'], ['act:1:act']]
    expect(warningsOf(named, [had(1, facts)])).toMatchObject([
      { code: 'name-joins', personIds: [p1], keys: ['person:1:name'] },
      { code: 'told-before' },
    ])
    expect(codesOf(facts, [had(1, named)])).toContain('name-joins')
  })

  it('join nothing when the one with the name tells the same facts', () => {
    expect(codesOf(['person:1:name', 'act:1:act'], [had(1, ['act:1:act'])])).toEqual([])
  })

  it('single somebody out whom neither did', () => {
    expect(codesOf(['person:1:roles'], [had(1, ['person:1:region'])])).toContain('singles-out')
    expect(warningsOf(['person:1:roles', 'person:1:region'], [had(1, ['act:1:act'])])).not.toContainEqual(
      expect.objectContaining({ code: 'singles-out' }),
    )
  })

  it('show that two persons belong to one case', () => {
    expect(warningsOf(['person:2:roles'], [had(1, ['person:1:roles'])])).toContainEqual(
      expect.objectContaining({ code: 'linked', personIds: [p1, p2], keys: ['person:2:roles'] }),
    )
    expect(codesOf(['act:2:act'], [had(1, ['person:1:roles'])])).not.toContain('linked')
  })

  it('cannot take back what was told: withheld now, told before', () => {
    expect(warningsOf([], [had(1, ['person:1:roles'])])).toEqual([
      {
        code: 'told-before',
        reader: 'same',
        personIds: [p1],
        keys: ['person:1:roles'],
        earlier: [had(1, []).id],
      },
    ])
  })

  it('held by two readers of the same kind warn too, save for what is withheld now', () => {
    const warnings = warningsOf(['person:1:name'], [had(1, ['act:1:act'], 'peer')])
    expect(warnings).toMatchObject([{ code: 'name-joins', reader: 'peer' }])
  })
})

describe('who has the earlier one', () => {
  const brief = { forRole: 'Head of  Presence', recipient: 'UN_entity' } as const
  const told = { kind: 'brief', toRole: 'head of presence ', recipient: 'UN_entity' } as const

  it('is the same reader whatever the capitals and spaces, also of a letter', () => {
    expect(readerOf(told, brief)).toBe('same')
    expect(readerOf({ ...told, kind: 'action' }, brief)).toBe('same')
  })

  it('is another of the same kind only by a brief, which carries the code of the case', () => {
    expect(readerOf({ ...told, toRole: 'Desk officer' }, brief)).toBe('peer')
    expect(readerOf({ ...told, toRole: 'Desk officer', kind: 'action' }, brief)).toBeNull()
    expect(readerOf({ ...told, toRole: 'Desk officer', recipient: 'media' }, brief)).toBeNull()
  })

  it('is never the person themself', () => {
    expect(readerOf({ ...told, kind: 'paper' }, brief)).toBeNull()
  })
})

describe('a reason that was given', () => {
  const [one] = warningsOf(['person:1:name'], [had(1, ['act:1:act'])])
  const warning = one as TogetherWarning
  const accepted = [{ ...warning, reason: 'P1 asked for it' }]

  it('counts while the warning rests on no more than then', () => {
    expect(reasonFor(warning, accepted)).toBe('P1 asked for it')
    expect(reasonFor({ ...warning, keys: [] }, accepted)).toBe('P1 asked for it')
  })

  it('does not count for more lines, more told before, or another person', () => {
    expect(reasonFor({ ...warning, keys: [...warning.keys, 'act:2:act'] }, accepted)).toBeNull()
    expect(reasonFor({ ...warning, earlier: [...warning.earlier, had(2, []).id] }, accepted)).toBeNull()
    expect(reasonFor({ ...warning, personIds: [p2] }, accepted)).toBeNull()
  })
})

const some = fc.uniqueArray(fc.constantFrom(...keys))
const tellings = fc
  .array(fc.tuple(some, fc.constantFrom('same', 'peer')), { maxLength: 4 })
  .map(all => all.map(([told, reader], at) => had(at, told, reader)))
const nameOf = ({ code, reader, personIds }: TogetherWarning) => `${code} ${reader} ${personIds.join(' ')}`

describe('whatever was told', () => {
  it('the first one ever gives no warning', () => {
    fc.assert(
      fc.property(some, said => {
        expect(warningsOf(said, [])).toEqual([])
      }),
    )
  })

  it('more told before never takes a warning away', () => {
    fc.assert(
      fc.property(some, tellings, some, (said, earlier, more) => {
        const after = warningsOf(said, [...earlier, had(9, more)])
        for (const before of warningsOf(said, earlier)) {
          const still = after.find(one => nameOf(one) === nameOf(before))
          expect(still?.keys).toEqual(expect.arrayContaining(before.keys))
          expect(still?.earlier).toEqual(expect.arrayContaining(before.earlier))
        }
      }),
    )
  })

  it('the order of what was told before makes no difference', () => {
    const sorted = (warnings: readonly TogetherWarning[]) =>
      warnings.map(one => ({ ...one, keys: one.keys.toSorted(), earlier: one.earlier.toSorted() }))
    fc.assert(
      fc.property(some, tellings, (said, earlier) => {
        expect(sorted(warningsOf(said, earlier.toReversed()))).toEqual(sorted(warningsOf(said, earlier)))
      }),
    )
  })

  it('the same is given away in whichever order two things are told', () => {
    const both = (said: readonly string[], before: readonly string[]) =>
      warningsOf(said, [had(1, before)])
        .filter(({ code }) => code !== 'told-before')
        .map(nameOf)
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(both(a, b)).toEqual(both(b, a))
      }),
    )
  })

  it('withholding every line a warning about one earlier telling rests on ends it', () => {
    fc.assert(
      fc.property(some, some, (said, before) => {
        const earlier = [had(1, before)]
        for (const one of warningsOf(said, earlier).filter(({ code }) => code !== 'told-before')) {
          const left = warningsOf(
            said.filter(key => !one.keys.includes(key)),
            earlier,
          )
          expect(left.map(nameOf)).not.toContain(nameOf(one))
        }
      }),
    )
  })
})
