import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { row, talkWith } from '../consent/support.ts'
import { another, answeredByFile, day, handOver, inDanger, relocation, thought } from '../override/support.ts'
import { PublicationQuestion, type PublicationAnswers } from '../../shared/publication/model.ts'
import {
  combinationsOf,
  fewestSharing,
  publicationOf,
  unsafeAnswers,
} from '../../shared/publication/rules.ts'
import { CaseId, Instant } from '../../shared/model.ts'
import { briefDraft } from '../consent/support.ts'
import { person } from '../support.ts'

const answers = (change: Partial<PublicationAnswers> = {}): PublicationAnswers => ({
  combination: { answer: 'no', note: '' },
  attendance: { answer: 'no', note: '' },
  detention: { answer: 'no', note: '' },
  rare: { answer: 'no', note: '' },
  known: { answer: 'no', note: '' },
  ...change,
})

const address = { purpose: 'media_or_public_statement', recipient: 'public', channel: 'website' } as const

/** Something everybody would read, with a "yes" to it. */
async function publishing() {
  const app = await inDanger()
  const { caseId, personId, get } = app
  const yes = row({ ...address, identityLevel: 'role_only' })
  await get('consent.recordTalk', talkWith(personId, {}, [yes]))
  const draft = relocation({ ...address, kind: 'public_advocacy', personIds: [personId], to: 'Everybody' })
  const { actionId } = await get('action.plan', { caseId, draft })
  await thought(app, actionId)
  return { ...app, actionId, itemId: actionId }
}

type Publishing = Awaited<ReturnType<typeof publishing>>

/** What publication still asks for. */
const asksFor = async ({ get, actionId }: Publishing) =>
  (await get('action.view', { actionId })).result.findings
    .filter(({ place }) => place === 'publication')
    .map(({ reason }) => reason)

describe('before something is published', () => {
  it('somebody checks who could be recognised, and somebody else reads it', async () => {
    const app = await publishing()
    const { itemId } = app
    await another(app)
    expect(await asksFor(app)).toEqual(['identifiable-none', 'second-reader-none'])
    await app.get('publication.check', { itemId, answers: answers() })
    expect(await asksFor(app)).toEqual(['second-reader-none'])
    await handOver(app, 'other')
    await app.get('publication.read', { itemId, words: 'Nobody can be recognised from this.' })
    expect(await asksFor(app)).toEqual([])
    expect(await app.get('publication.view', { itemId })).toMatchObject({
      check: { by: 'FP-1', same: true },
      reading: { by: 'HOP-1', words: 'Nobody can be recognised from this.', same: true },
    })
  })

  it('one answer that is not a no keeps it shut', async () => {
    const app = await publishing()
    const { itemId } = app
    for (const answer of ['yes', 'unknown'] as const) {
      await app.get('publication.check', { itemId, answers: answers({ rare: { answer, note: '' } }) })
      expect(await asksFor(app)).toContain('identifiable')
    }
  })

  it('its own author does not read it', async () => {
    const app = await publishing()
    const { itemId } = app
    expect(await app.call('publication.read', { itemId, words: 'I read it.' })).toMatchObject({
      code: 'publication/by-author',
    })
  })

  it('a change makes the check and the reading old', async () => {
    const app = await publishing()
    const { itemId, get } = app
    await another(app)
    await get('publication.check', { itemId, answers: answers() })
    await handOver(app, 'other')
    await get('publication.read', { itemId, words: 'Fine.' })
    const { draft } = await get('action.view', { actionId: itemId })
    await get('action.change', { actionId: itemId, draft: { ...draft, to: 'The press' } })
    expect(await asksFor(app)).toEqual(['identifiable-none', 'second-reader-none'])
    expect(await get('publication.view', { itemId })).toMatchObject({
      check: { same: false },
      reading: { same: false },
    })
  })

  it('few cases with somebody like them are not counted out', async () => {
    const app = await publishing()
    const { shared } = await app.get('publication.view', { itemId: app.itemId })
    expect(shared).toMatchObject([{ label: 'P1', cases: null, smallest: 5 }])
  })

  it('nothing of this is asked of what only a few read', async () => {
    const app = await inDanger()
    const { caseId, personId } = app
    const { actionId } = await app.get('action.plan', {
      caseId,
      draft: relocation({ personIds: [personId] }),
    })
    expect(await app.call('publication.view', { itemId: actionId })).toMatchObject({
      code: 'publication/not-public',
    })
    expect(await app.call('publication.check', { itemId: actionId, answers: answers() })).toMatchObject({
      code: 'publication/not-public',
    })
  })
})

describe('a second reader who is elsewhere', () => {
  const read = { decision: 'approve', words: 'I have read it.', decidedBy: 'Head of presence' } as const

  it('answers by a brief that names the code of the check', async () => {
    const app = await publishing()
    const { itemId } = app
    const { code } = await app.get('publication.check', { itemId, answers: answers() })
    app.moveTo('2026-03-02T12:30:00.000Z')
    const briefId = await answeredByFile(app, `Please read this before it is published: ${code}.`, read)
    // Answers recorded since changed nothing of what would be published.
    const { replies } = await app.get('publication.view', { itemId })
    expect(replies).toMatchObject([{ briefId, by: 'Head of presence' }])
    await app.get('publication.readByReply', { itemId, briefId })
    expect(await asksFor(app)).toEqual([])
  })

  it('is not the author under their own role, and reads nothing that was not checked', async () => {
    const app = await publishing()
    const { itemId } = app
    const { code } = await app.get('publication.check', { itemId, answers: answers() })
    app.moveTo('2026-03-02T12:30:00.000Z')
    const own = { ...read, decidedBy: 'FP-1' }
    const briefId = await answeredByFile(app, `Please read ${code}.`, own)
    expect(await app.call('publication.readByReply', { itemId, briefId })).toMatchObject({
      code: 'publication/by-author',
    })
    const { draft } = await app.get('action.view', { actionId: itemId })
    await app.get('action.change', { actionId: itemId, draft: { ...draft, to: 'The press' } })
    expect(await app.call('publication.readByReply', { itemId, briefId })).toMatchObject({
      code: 'publication/not-checked',
    })
  })

  it('says nothing with a brief that does not name it', async () => {
    const app = await publishing()
    const { itemId, caseId } = app
    await app.get('publication.check', { itemId, answers: answers() })
    const { briefId } = await app.get('brief.start', { caseId, draft: briefDraft() })
    expect(await app.call('publication.readByReply', { itemId, briefId })).toMatchObject({
      code: 'override/no-such-answer',
    })
  })
})

describe('what the gate is told', () => {
  const caseId = CaseId.parse('00000000-0000-4000-8000-000000000009')
  const id = '00000000-0000-4000-8000-000000000001'
  const at = Instant.parse('2026-03-02T12:00:00.000Z')
  const base = { id, caseId, itemId: id as never, at, by: 'FP-1' }
  const check = (of: string) => ({
    ...base,
    of,
    code: 'PB-2345',
    answers: answers(),
    checkedOn: day('2026-03-02'),
  })
  const reading = (of: string) => ({ ...base, of, words: 'read', by: 'HOP-1', briefId: null })

  it('is the latest check and who read the same text', () => {
    expect(publicationOf([], [])).toBeNull()
    expect(publicationOf([check('a')], [reading('b')])).toMatchObject({ of: 'a', secondReader: null })
    expect(publicationOf([check('a')], [reading('a'), reading('b')])).toMatchObject({
      of: 'a',
      unrecognisable: true,
      secondReader: 'HOP-1',
    })
    expect(publicationOf([], [reading('a')])).toMatchObject({ of: 'a', unrecognisable: null })
  })

  it('only five times no is safe', () => {
    const anything = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
    const five = fc.tuple(anything, anything, anything, anything, anything)
    fc.assert(
      fc.property(five, given => {
        const all = Object.fromEntries(
          PublicationQuestion.options.map((question, at) => [question, { answer: given[at], note: '' }]),
        ) as PublicationAnswers
        expect(unsafeAnswers(all).length === 0).toBe(given.every(answer => answer === 'no'))
      }),
    )
  })
})

describe('how many are like somebody', () => {
  const personId = '00000000-0000-4000-8000-000000000001' as never
  const lawyer = { ...person({ region: { value: 'caribbean' } }), id: personId }

  it('counts region, role, body and year together', () => {
    const content = {
      persons: [lawyer],
      engagements: [{ personIds: [personId], entity: 'SG' as const }],
      acts: [
        {
          personIds: [],
          when: { said: '2026', precision: 'year' as const, from: day('2026-01-01'), to: day('2026-12-31') },
        },
      ],
    }
    expect(combinationsOf(personId, content)).toEqual(['["caribbean","lawyer","SG","2026"]'])
  })

  it('takes the rarest combination, and more cases never make somebody rarer', () => {
    const combination = fc.constantFrom('a', 'b', 'c')
    const all = fc.array(fc.uniqueArray(combination), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        fc.uniqueArray(combination, { minLength: 1 }),
        all,
        fc.uniqueArray(combination),
        (mine, others, more) => {
          const sets = others.map(one => new Set(one))
          const before = fewestSharing(mine, sets)
          expect(fewestSharing(mine, [...sets, new Set(more)])).toBeGreaterThanOrEqual(before)
          for (const one of mine) expect(before).toBeLessThanOrEqual(sets.filter(set => set.has(one)).length)
        },
      ),
    )
  })
})
