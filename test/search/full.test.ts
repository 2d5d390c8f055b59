import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseState } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { standsIn } from '../../shared/search/excerpt.ts'
import type { SearchKind } from '../../shared/search/model.ts'
import { piecesOf } from '../../shared/search/query.ts'
import { intake, person, testApp } from '../support.ts'
import { seek } from './support.ts'

/** Common and rare, in several scripts; some begin alike, and some sound alike. */
const common = ['the', 'house', 'arrest', 'was', 'near', 'письмо', 'محكمة', '会议', '办公室', 'офис']
const rare = [
  'brévolière',
  'arrestments',
  'housework',
  'брылар',
  'щурёныш',
  '鹄岭桥',
  'شلموط',
  'zq',
  'ombrachet',
]
const typedAs = [
  ['the', 'house', 'hou', 'ar', 'arr', 'arrest', 'arrestm', 'brevol', 'brevoliere', 'BRÉ', 'zq', 'ombrachet'],
  ['письм', 'щурен', 'محكمه', 'شلمو', '会议', '会', '办公室', '鹄岭', '岭桥', '公室', 'nowhere'],
  ['"house arrest"', '"arrest house"', '"was near the', '"the hou', '会议办公', '"письмо офис"'],
].flat()

/** A thing that is searched, as it stands: the newest first. */
interface Told {
  readonly caseId: CaseId
  readonly kind: SearchKind
  readonly state: CaseState
  readonly texts: readonly string[]
}

describe('the index finds what reading through everything finds', () => {
  const app = testApp()
  const told: Told[] = []
  const drawn = fc.sample(
    fc.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...common) }, fc.constantFrom(...rare)), {
      minLength: 4,
      maxLength: 14,
    }),
    { numRuns: 170, seed: 6 },
  )

  beforeAll(async () => {
    await app.create()
    for (const [n, words] of drawn.entries()) {
      const account = words.join(n % 3 === 0 ? ', ' : ' ')
      const { caseId } = await app.get('case.start', { intake: intake({ account }), fileId: null })
      const { case: file } = await app.get('case.view', { caseId })
      const code = [file.code, file.code.replace('-', '')]
      told.unshift({ caseId, kind: 'case', state: 'draft', texts: [...code, account, file.dangerWhy ?? ''] })
      if (n % 4 === 0) {
        const note = words.toReversed().join(' ')
        await app.get('person.add', { caseId, person: person({ note }) })
        told.unshift({ caseId, kind: 'person', state: 'draft', texts: ['P1', note] })
      }
    }
  }, 120_000)

  const scanned = (words: string, kinds: readonly SearchKind[], states: readonly CaseState[]) =>
    told.filter(
      ({ texts, kind, state }) =>
        standsIn(texts, piecesOf(words)) &&
        (kinds.length === 0 || kinds.includes(kind)) &&
        (states.length === 0 || states.includes(state)),
    )

  const words = fc
    .array(fc.constantFrom(...typedAs), { minLength: 1, maxLength: 3 })
    .map(all => all.join(' '))
  const kinds = fc.constantFrom<readonly SearchKind[]>([], ['case'], ['person'], ['case', 'person'], ['act'])
  const states = fc.constantFrom<readonly CaseState[]>([], ['draft'], ['closed'], ['draft', 'closed'])

  it('whatever words, beginnings and quotation marks are typed together', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(words, kinds, states, async (typed, some, its) => {
        const narrowed = { kinds: [...some], states: [...its] }
        const expected = scanned(typed, some, its).map(({ caseId, kind }) => `${kind} ${caseId}`)
        const seen: string[] = []
        let after: number | null = null
        do {
          const found = await seek(app, typed, { ...narrowed, after })
          if (after === null && found.hits.length < 50) expect(found.next).toBeNull()
          seen.push(...found.hits.map(({ caseId, kind }) => `${kind} ${caseId}`))
          after = found.next
        } while (after !== null)
        expect(seen.slice(0, expected.length)).toEqual(expected)
        expect(new Set(seen).size).toBe(seen.length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what was typed comes before what only sounds like it', () => {
  it(
    'shows a rare word, however many newer cases have a name that may be the same',
    { timeout: 60_000 },
    async () => {
      const app = testApp()
      await app.create()
      const start = (account: string) => app.get('case.start', { intake: intake({ account }), fileId: null })
      const { caseId } = await start('La brévolière était fermée.')
      for (let n = 0; n < 60; n++) await start(`Видели брылар ${n}`)
      const found = await seek(app, 'brevoliere')
      expect(found.hits).toHaveLength(50)
      expect(found.hits[0]?.caseId).toBe(caseId)
      const older = await seek(app, 'brevoliere', { after: found.next })
      expect(older).toMatchObject({ next: null })
      expect(older.hits).toHaveLength(11)
      expect(found.kinds.find(({ kind }) => kind === 'case')?.count).toBe(61)
    },
  )
})
