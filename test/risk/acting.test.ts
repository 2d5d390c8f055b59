import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ActionId } from '../../shared/model.ts'
import { weighActing } from '../../shared/risk/acting.ts'
import { Band, type RiskAssessment } from '../../shared/risk/model.ts'
import { person, intake } from '../support.ts'
import { acting } from '../case/actionSupport.ts'
import { p1, p2, risk } from '../gate/support.ts'

const actionId = ActionId.parse('00000000-0000-4000-8000-0000000000a1')
const another = ActionId.parse('00000000-0000-4000-8000-0000000000a2')
const view = (band: Band) => ({ value: { band, words: '', language: null, translation: '' } })
const rank = (band: Band) => Band.options.indexOf(band)
const band = fc.constantFrom(...Band.options)

const anyRisk: fc.Arbitrary<RiskAssessment> = fc
  .record({
    personId: fc.constantFrom(p1, p2),
    about: fc.constantFrom('situation', 'acting', 'not_acting'),
    actionId: fc.constantFrom(null, actionId, another),
    band,
  })
  .map(over => risk(over))

describe('the danger of doing an action, and of leaving it', () => {
  it('is compared band by band, in our view and in the person’s own', () => {
    fc.assert(
      fc.property(band, band, band, band, (ours, left, own, ownLeft) => {
        const risks = [
          risk({ about: 'acting', actionId, band: ours, ownView: view(own) }),
          risk({ about: 'not_acting', actionId, band: left, ownView: view(ownLeft) }),
        ]
        const words = (more: number) => (more === 0 ? 'same' : more > 0 ? 'acting-more' : 'acting-less')
        const weighing = weighActing(risks, { personId: p1, actionId })
        expect(weighing.ours).toBe(words(rank(ours) - rank(left)))
        expect(weighing.own).toBe(words(rank(own) - rank(ownLeft)))
      }),
    )
  })

  it('rests only on this person and this very action, never on the situation or the matter as a whole', () => {
    fc.assert(
      fc.property(fc.array(anyRisk, { maxLength: 9 }), risks => {
        const mine = risks.filter(one => one.personId === p1 && one.actionId === actionId)
        const { acting: done, notActing } = weighActing(risks, { personId: p1, actionId })
        expect(done).toBe(mine.findLast(({ about }) => about === 'acting') ?? null)
        expect(notActing).toBe(mine.findLast(({ about }) => about === 'not_acting') ?? null)
      }),
    )
  })

  it('is not compared while one of the two is missing, and says which', () => {
    const done = risk({ about: 'acting', actionId })
    const left = risk({ about: 'not_acting', actionId })
    const of = (...risks: RiskAssessment[]) => weighActing(risks, { personId: p1, actionId })
    expect(of()).toMatchObject({ ours: 'both-missing', own: null })
    expect(of(done)).toMatchObject({ ours: 'not-acting-missing', own: null })
    expect(of(left)).toMatchObject({ ours: 'acting-missing', own: null })
    expect(of(done, left)).toMatchObject({ ours: 'same', own: null })
  })
})

const of = (about: 'situation' | 'acting' | 'not_acting') => ({
  about,
  likelihood: 3,
  impact: 4,
  residualLikelihood: 3,
  residualImpact: 4,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium' as const,
  why: '',
  ownView: { none: 'not-asked' as const },
})

describe('assessing an action', () => {
  it('is kept with the action it is of, for anybody of the case: relatives and sources, too', async () => {
    const { get, caseId, personId, plan, view: viewOf } = await acting()
    const actionOfIt = await plan()
    const relative = await get('person.add', { caseId, person: person({ parts: ['relative'] }) })
    await get('risk.assess', { personId, actionId: actionOfIt, ...of('acting') })
    await get('risk.assess', { personId: relative.personId, actionId: actionOfIt, ...of('not_acting') })
    const { risks } = await viewOf()
    expect(weighActing(risks, { personId, actionId: actionOfIt }).ours).toBe('not-acting-missing')
    expect(weighActing(risks, { personId: relative.personId, actionId: actionOfIt }).ours).toBe(
      'acting-missing',
    )
  })

  it('never stands in for the situation: that one must be current before anything leaves', async () => {
    const { get, personId, plan, view: viewOf } = await acting()
    const before = (await viewOf()).tracks.risk
    await get('risk.assess', { personId, actionId: await plan(), ...of('acting') })
    expect((await viewOf()).tracks.risk).toBe(before)
    const situation = { personId, actionId: await plan(), ...of('situation') }
    const { call } = await acting()
    expect(await call('risk.assess', situation)).toMatchObject({ code: 'invalid-input', field: 'about' })
  })

  it('is refused for an action of another case, or of none', async () => {
    const { get, call, personId, plan } = await acting()
    const foreign = await plan()
    const other = await get('case.start', { intake: intake(), fileId: null })
    const added = await get('person.add', { caseId: other.caseId, person: person() })
    expect(
      await call('risk.assess', { personId: added.personId, actionId: foreign, ...of('acting') }),
    ).toMatchObject({ code: 'action/not-of-this-case' })
    expect(await call('risk.assess', { personId, actionId, ...of('acting') })).toMatchObject({
      code: 'action/gone',
    })
  })
})
