import fc from 'fast-check'
import { expect, it } from 'vitest'
import { acts } from '../../main/act/repository.ts'
import { sharingFor } from '../../main/brief/sharing.ts'
import { forReading } from '../../main/db/handles.ts'
import { engagements } from '../../main/engagement/repository.ts'
import { persons } from '../../main/person/repository.ts'
import { sharingIn } from '../../shared/brief/sharing.ts'
import { anAct } from '../exchange/histories.ts'
import { intake, person, testApp } from '../support.ts'

const [woman, man] = [{ value: 'woman' as const }, { value: 'man' as const }]
const [islands, nowhere] = [{ value: 'polynesia' as const }, { none: 'unknown' as const }]
const [lawyer, both] = [['lawyer' as const], ['lawyer' as const, 'human_rights_defender' as const]]

/** Persons of seven cases who are alike in some ways and not in others. */
const everybody = [
  [{ gender: woman, region: islands, roles: lawyer }],
  [{ gender: man, region: islands, roles: both }],
  [
    { gender: woman, region: nowhere, roles: both },
    { gender: man, region: islands, roles: lawyer },
  ],
  [{ gender: woman, region: islands, roles: both }],
  [{ gender: man, region: nowhere, roles: [] }],
  [
    { gender: woman, region: islands, roles: lawyer },
    { gender: woman, region: nowhere, roles: lawyer },
  ],
  [{ gender: woman, region: islands, roles: both }],
]

it('counts the cases with somebody like a person as when every case is looked at, up to what is enough', async () => {
  const { app, get, create } = testApp()
  await create()
  const ids = []
  for (const [at, some] of everybody.entries()) {
    const { caseId } = await get('case.start', { intake: intake(), fileId: null })
    ids.push(caseId)
    for (const one of some) {
      const { personId } = await get('person.add', { caseId, person: person(one) })
      if (at % 3 > 0) await get('act.add', { caseId, act: anAct(at === 5 ? [] : [personId], 'Followed') })
    }
  }
  const db = forReading(app.desk.vault!.db)
  const all = ids.map(id => ({
    id,
    persons: persons.ofCase(db, id),
    engagements: engagements.ofCase(db, id),
    acts: acts.ofCase(db, id),
  }))
  const slow = sharingIn(all)
  const someone = fc.constantFrom(...all.flatMap(of => of.persons.map(({ id }) => ({ of, id }))))
  const told = fc.subarray(['roles', 'region', 'profile', 'act'])
  fc.assert(
    fc.property(someone, told, fc.constantFrom(1, 2, 3, 100), ({ of, id }, kinds, enough) => {
      const keys = kinds.flatMap(kind =>
        kind === 'act' ? of.acts.map(act => `act:${act.id}:act`) : [`person:${id}:${kind}`],
      )
      const fast = sharingFor(db, { caseId: of.id, enough })
      expect(Math.min(fast(id, keys), enough)).toBe(Math.min(slow(id, keys), enough))
    }),
  )
  expect(sharingFor(db, { caseId: all[0]!.id, enough: 100 })(all[0]!.persons[0]!.id, [])).toBe(Infinity)
})
