import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactAfterWithdrawal, openTasks } from '../../shared/consent/followUp.ts'
import { isYes, latest } from '../../shared/consent/rules.ts'
import { consentFor, reveals } from '../../shared/gate/consent.ts'
import { Element } from '../../shared/gate/model.ts'
import { reliedOn, takenBackBy } from '../../shared/gate/withdrawal.ts'
import type { ConsentId } from '../../shared/model.ts'
import { answer, anyLine, anyLog, asked, onlyFacts, p1, p2 } from '../gate/support.ts'
import { desk, handedOver, row, talkWith } from './support.ts'

/** A log that ends with taking back one of the answers that were a "yes". */
const takenBack = fc
  .tuple(anyLog, fc.nat())
  .map(([log, pick]) => {
    const yeses = latest(log).filter(isYes)
    const yes = yeses[pick % Math.max(yeses.length, 1)]
    return yes
      ? { log, yes, no: answer({ ...yes, id: answer().id, decision: 'withdrawn', conditions: [] }) }
      : null
  })
  .filter(one => one !== null)

/** How much a level shows at most. */
const most = (level: keyof typeof reveals) => Element.options.indexOf(reveals[level].at(-1) ?? 'group')

describe('what is taken back', () => {
  it('never lets a line it covered leave on any yes that it took back', () => {
    fc.assert(
      fc.property(takenBack, anyLine, ({ log, yes, no }, what) => {
        const result = consentFor(what, yes.personId, asked([...log, no], { channel: yes.channel }))
        const isCovered =
          (yes.scope === 'whole_case' || yes.facts.includes(what.fact)) &&
          reveals[yes.identityLevel].includes(what.element)
        if (!isCovered || !result.ok) return
        // What still lets it leave is another yes, to showing less of the person than what was taken back.
        const restsOn = log.find(({ id }) => id === result.consentId)
        expect(takenBackBy(no, log)).toContain(yes.id)
        expect(takenBackBy(no, log)).not.toContain(result.consentId)
        expect(most(restsOn?.identityLevel ?? 'full_name')).toBeLessThan(most(yes.identityLevel))
      }),
      { numRuns: 500 },
    )
  })

  it('blocks every line it covered when nothing else was ever agreed', () => {
    fc.assert(
      fc.property(anyLine, what => {
        const yes = answer({ identityLevel: 'full_name' })
        const no = answer({ identityLevel: 'full_name', decision: 'withdrawn' })
        expect(consentFor(what, p1, asked([yes, no]))).toMatchObject({
          ok: false,
          finding: { reason: 'withdrawn' },
        })
      }),
    )
  })

  it('is the answer itself, its earlier versions, and every yes to a part of it', () => {
    const [first, renewed, part] = [answer(), answer(), onlyFacts(['acts'])]
    const other = answer({ purpose: 'statistics_only' })
    const others = answer({ personId: p2 })
    const no = answer({ decision: 'withdrawn' })
    const taken = takenBackBy(no, [first, renewed, part, other, others])
    expect(taken).toEqual([first.id, renewed.id, part.id])
  })

  it('is nothing for a plain no to what was never agreed, and the yes for a change of mind', () => {
    const yes = answer()
    const no = answer({ decision: 'refused' })
    expect(takenBackBy(no, [])).toEqual([])
    expect(takenBackBy(no, [yes])).toEqual([yes.id])
    expect(takenBackBy(answer({ decision: 'refused', scope: 'outcome_only' }), [yes])).toEqual([])
    expect(takenBackBy(answer(), [yes])).toEqual([])
  })

  it('reaches exactly what others were handed relying on it, and nothing the person holds themself', () => {
    const ids = fc.subarray(anyIds)
    const recipients = fc.constantFrom('UN_entity' as const, 'person_concerned' as const)
    const disclosures = fc.array(fc.record({ consentIds: ids, recipient: recipients }))
    fc.assert(
      fc.property(disclosures, ids, (told, answers) => {
        const found = reliedOn(told, answers)
        for (const one of told)
          expect(found.includes(one)).toBe(
            one.recipient !== 'person_concerned' && one.consentIds.some(id => answers.includes(id)),
          )
      }),
    )
  })
})

const anyIds: ConsentId[] = [answer().id, answer().id, answer().id, answer().id]

describe('contact after everything was taken back', () => {
  const all = () => true
  const contact = { purpose: 'contact_victim_again' } as const

  it('is not asked about while something else stands, or nothing was taken back', () => {
    expect(contactAfterWithdrawal([], p1, all)).toBeNull()
    expect(contactAfterWithdrawal([answer({ decision: 'refused' })], p1, all)).toBeNull()
    const some = [answer(), answer({ decision: 'withdrawn' }), answer({ purpose: 'statistics_only' })]
    expect(contactAfterWithdrawal(some, p1, all)).toBeNull()
  })

  it('is for a new safety reason only, when a yes to it still stands', () => {
    const log = [answer(), answer(contact), answer({ decision: 'withdrawn' })]
    expect(contactAfterWithdrawal(log, p1, all)).toBe('safety-only')
    expect(contactAfterWithdrawal(log, p1, () => false)).toBe('not-covered')
    expect(contactAfterWithdrawal([...log, answer({ ...contact, decision: 'withdrawn' })], p1, all)).toBe(
      'not-covered',
    )
    expect(contactAfterWithdrawal(log, p2, all)).toBeNull()
  })
})

describe('taking back what was handed over', () => {
  it('makes one task for each reader who has it, shows it on the case, and is done with a note', async () => {
    const { get, call, caseId, personId, yes, moveTo } = await handedOver()
    const before = await get('case.view', { caseId })
    expect(before.disclosures).toMatchObject([{ toRole: 'Head of presence', consentIds: [yes] }])
    await get('consent.recordTalk', talkWith(personId, {}, [row({ decision: 'withdrawn' })]))

    const view = await get('case.view', { caseId })
    const [task] = openTasks(view.followUps)
    expect(view.followUps).toMatchObject([
      {
        disclosureId: before.disclosures[0]?.id,
        what: 'ask-to-stop-using',
        owner: 'FP-1',
        due: '2026-03-05',
      },
    ])
    expect(view.next).toContainEqual({ step: 'ask-to-stop', part: 'consent', urgent: false })
    moveTo('2026-03-06T12:00:00.000Z')
    expect((await get('case.view', { caseId })).next).toContainEqual({
      step: 'ask-to-stop-late',
      part: 'consent',
      urgent: true,
    })

    const taskId = task?.id ?? ''
    expect(await call('consent.finishTask', { taskId, note: ' ' })).toMatchObject({ code: 'invalid-input' })
    await get('consent.finishTask', { taskId, note: 'Asked; the reader destroyed the copy.' })
    const after = await get('case.view', { caseId })
    expect(openTasks(after.followUps)).toEqual([])
    expect(after.followUps[0]?.done).toMatchObject({ by: 'FP-1', on: '2026-03-06' })
    expect(await call('consent.finishTask', { taskId, note: 'Again' })).toMatchObject({
      code: 'consent/task-done',
    })
  })

  it('makes no task for what was handed over on another answer, and none where nothing was', async () => {
    const { get, caseId, personId } = await handedOver()
    await get('consent.recordTalk', talkWith(personId, {}, [row({ purpose: 'statistics_only' })]))
    await get(
      'consent.recordTalk',
      talkWith(personId, {}, [row({ purpose: 'statistics_only', decision: 'withdrawn' })]),
    )
    expect((await get('case.view', { caseId })).followUps).toEqual([])
  })

  it('then says what that means for contact, instead of asking again', async () => {
    const { get, caseId, personId } = await desk()
    await get('consent.recordTalk', talkWith(personId))
    await get('consent.recordTalk', talkWith(personId, {}, [row({ decision: 'withdrawn' })]))
    const steps = (await get('case.view', { caseId })).next.map(({ step }) => step)
    expect(steps).toContain('contact-not-covered')
    expect(steps).not.toContain('renew-consent')
  })
})
