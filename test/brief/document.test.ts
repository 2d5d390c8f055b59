import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../shared/brief/lines.ts'
import { BriefDocument, BriefDraft } from '../../shared/brief/model.ts'
import { Fact, type ConsentDecision } from '../../shared/consent/model.ts'
import { ConsentId, type PersonId } from '../../shared/model.ts'
import { answer } from '../gate/support.ts'
import { assembled, content, draft, names, p1, p2 } from './support.ts'

const consent = (personId: PersonId, change: Partial<ConsentDecision> = {}): ConsentDecision =>
  answer({ personId, identityLevel: 'full_name', ...change })

const anyConsent: fc.Arbitrary<ConsentDecision> = fc
  .record({
    person: fc.constantFrom(p1, p2),
    number: fc.integer({ min: 100, max: 999 }),
    decision: fc.constantFrom('given' as const, 'given' as const, 'refused' as const, 'withdrawn' as const),
    identityLevel: fc.constantFrom(
      'full_name' as const,
      'role_and_region' as const,
      'role_only' as const,
      'none' as const,
    ),
    facts: fc.subarray([...Fact.options]),
  })
  .map(({ person, number, facts, ...rest }) =>
    consent(person, {
      ...rest,
      id: ConsentId.parse(`00000000-0000-4000-8000-000000000${number}`),
      ...(facts.length === 0 ? {} : { scope: 'selected_facts' as const, facts }),
    }),
  )

const textsOf = (key: string): string[] => {
  const line = linesOf(content).find(one => one.key === key)
  const name = line?.element === 'name' ? names.get(line.personIds[0] ?? p1) : undefined
  return [
    ...(line?.pieces ?? []).flatMap(piece => ('text' in piece ? [piece.text] : [])),
    ...(name ? [name] : []),
  ]
}

describe('the document of a brief', () => {
  it('never holds a withheld text, whatever people answered and whatever the author withholds', () => {
    const keys = linesOf(content).map(line => line.key)
    fc.assert(
      fc.property(fc.array(anyConsent, { maxLength: 8 }), fc.subarray(keys), (log, withheld) => {
        const { gate, document } = assembled(log, { withheld })
        const json = JSON.stringify(document)
        const kept = gate.lines.filter(line => line.verdict !== 'said').flatMap(line => textsOf(line.key))
        const said = gate.lines.filter(line => line.verdict === 'said').flatMap(line => textsOf(line.key))
        expect(kept.filter(text => json.includes(text))).toEqual([])
        expect(said.filter(text => !json.includes(text))).toEqual([])
        expect(BriefDocument.parse(document)).toEqual(document)
      }),
      { numRuns: 400 },
    )
  })

  it('holds nothing that is no line of it: the account of the case, the reasons of an assessment', () => {
    const { document } = assembled([consent(p1), consent(p2)], { withheld: [] })
    expect(JSON.stringify(document)).not.toMatch(/account of the case|reasons about/)
  })

  it('keeps the person’s own view although ours is withheld', () => {
    const { document } = assembled([consent(p1), consent(p2)], { withheld: [`person:${p1}:risk`] })
    expect(document.risks.map(risk => risk.about)).toEqual(['P2'])
    expect(JSON.stringify(document.lines)).toContain('view of P1 zqwx')
  })

  it('says nothing of a difference when the person’s view is withheld', () => {
    const { document } = assembled([consent(p1)], { withheld: [`person:${p1}:ownView`] })
    expect(document.risks[0]).toMatchObject({ about: 'P1', ownView: null, differs: false })
  })

  it('lists refusals among the limits of those it speaks about, and of nobody else', () => {
    const refused = consent(p1, {
      id: ConsentId.parse('00000000-0000-4000-8000-000000000072'),
      purpose: 'media_or_public_statement',
      recipient: 'media',
      decision: 'refused',
    })
    const { document } = assembled([consent(p1), refused, consent(p2, { purpose: 'keep_record' })])
    expect(document.limits.map(({ about, may }) => [about, may])).toEqual([
      ['P1', true],
      ['P1', false],
    ])
  })

  it('begins with names withheld and the highest marking', () => {
    const begun = draft()
    expect(begun.withheld).toEqual([`person:${p1}:name`, `person:${p2}:name`])
    expect(begun).toMatchObject({ marking: 'strictly_confidential', validUntil: '2026-12-05' })
    expect(BriefDraft.parse(begun)).toEqual(begun)
  })
})

describe('the lines of a brief', () => {
  const lines = linesOf(content)
  const concerns = (part: string) => lines.filter(line => line.key.includes(part)).map(line => line.personIds)

  it('concern the person they are about', () => {
    expect(concerns(`person:${p1}`).every(ids => ids.join() === p1)).toBe(true)
    expect(concerns('engagement:')).toEqual([[p1]])
    expect(concerns('act:').flat()).toEqual([p1, p1, p1, p2, p2, p2])
  })

  it('concern every victim when they are about nobody in particular, and everybody without a victim', () => {
    expect(concerns('perpetrator:')).toEqual([
      [p1, p2],
      [p1, p2],
    ])
    expect(concerns('case:')).toEqual([[p1, p2]])
    const [first, second] = content.persons
    const oneVictim = [
      ...(first ? [first] : []),
      ...(second ? [{ ...second, parts: ['reporter' as const] }] : []),
    ]
    const of = (persons: typeof content.persons) =>
      linesOf({ ...content, persons }).find(line => line.key.startsWith('case:'))?.personIds
    expect(of(oneVictim)).toEqual([p1])
    expect(of(oneVictim.map(person => ({ ...person, parts: ['reporter' as const] })))).toEqual([p1, p2])
  })

  it('never hold a name', () => {
    expect(JSON.stringify(lines)).not.toContain('name of P')
    expect(lines.filter(line => line.element === 'name').map(line => line.pieces)).toEqual([[], []])
  })

  it('name a text in every language', async () => {
    const { default: en } = await import('../../resources/text/en.json')
    const { default: ar } = await import('../../resources/text/ar.json')
    for (const { label } of lines) expect(label in en && label in ar).toBe(true)
  })
})
