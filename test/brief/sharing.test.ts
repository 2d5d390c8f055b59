import { describe, expect, it } from 'vitest'
import { sharingIn, type Recognisable } from '../../shared/brief/sharing.ts'
import { content, p1, p2 } from './support.ts'
import { PersonId } from '../../shared/model.ts'

const other = PersonId.parse('00000000-0000-4000-8000-000000000077')

/** Another case with one person: the same role and region as everybody, nothing done to them and no body dealt with. */
const elsewhere = (change: Partial<Recognisable['persons'][number]> = {}): Recognisable => ({
  persons: content.persons.slice(0, 1).map(person => ({ ...person, id: other, ...change })),
  engagements: [],
  acts: [],
})

describe('how many cases have somebody like a person', () => {
  const sharing = sharingIn([content, elsewhere(), elsewhere({ region: { value: 'polynesia' } })])

  it('counts cases, and what tells nothing of this kind fits everybody', () => {
    expect(sharing(p1, [`person:${p1}:roles`])).toBe(3)
    expect(sharing(p1, [`person:${p1}:unit`, `person:${p1}:name`])).toBe(Number.POSITIVE_INFINITY)
    expect(sharing(p1, [])).toBe(Number.POSITIVE_INFINITY)
  })

  it('counts fewer the more is told', () => {
    const [act] = content.acts
    expect(sharing(p1, [`person:${p1}:roles`, `person:${p1}:region`])).toBe(2)
    expect(sharing(p1, [`person:${p1}:roles`, `person:${p1}:region`, `act:${act?.id}:act`])).toBe(1)
  })

  it('goes by what was told of this very person', () => {
    expect(sharing(p2, [`person:${p1}:roles`])).toBe(Number.POSITIVE_INFINITY)
    expect(sharing(other, [`person:${other}:profile`])).toBe(3)
  })
})
