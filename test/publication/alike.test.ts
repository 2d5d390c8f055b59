import { join } from 'node:path'
import { expect, it } from 'vitest'
import { acts } from '../../main/act/repository.ts'
import { cases } from '../../main/case/repository.ts'
import { forReading } from '../../main/db/handles.ts'
import { engagements } from '../../main/engagement/repository.ts'
import { persons } from '../../main/person/repository.ts'
import { casesWithAnyLike } from '../../main/publication/repository.ts'
import { combinationsOf } from '../../shared/publication/rules.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { firstDay, officer } from '../bench/vault/drawing.ts'
import { clockFrom, opened } from '../bench/vault/kept.ts'
import { fillWith } from '../bench/vault/make.ts'
import { chance } from '../bench/vault/seed.ts'
import { freshFolder } from '../support.ts'

it('looks at every case in which somebody shares a combination, and at few others', async () => {
  const folder = join(freshFolder(), 'vault.vigil')
  const desk = newAppDesk({
    folder,
    kdf: quickKdf,
    clock: clockFrom(firstDay - 86_400_000),
    random: chance(1).bytes,
  })
  await desk.get('vault.create', { passphrase: passphraseOf(0), officer })
  fillWith(opened(desk), 150)
  const db = forReading(opened(desk).db)
  const all = cases.all(db).map(({ id }) => {
    const content = {
      persons: persons.ofCase(db, id),
      engagements: engagements.ofCase(db, id),
      acts: acts.ofCase(db, id),
    }
    return { id, each: content.persons.map(person => combinationsOf(person.id, content)) }
  })
  const looked = all.flatMap(({ each }) =>
    each.map(mine => {
      const found = new Set(casesWithAnyLike(db, mine))
      const sharing = all.filter(one => one.each.flat().some(combination => mine.includes(combination)))
      expect(sharing.filter(({ id }) => !found.has(id))).toEqual([])
      return found.size
    }),
  )
  expect(looked.reduce((sum, size) => sum + size, 0)).toBeLessThan((looked.length * all.length) / 4)
  expect(casesWithAnyLike(db, [])).toEqual([])
  await desk.get('vault.lock', {})
})
