import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import * as brief from './steps/brief.ts'
import { recordAnswer } from './steps/consent.ts'
import { addAct, addEngagement, addPerpetrator } from './steps/contact.ts'
import { get } from './steps/door.ts'
import { link, press, reads, titled, type } from './steps/hands.ts'
import { completeIntake, startCaseFromConversation } from './steps/intake.ts'
import { goTo, goToPlace } from './steps/look.ts'
import { addToVault, handOn, openWaiting } from './steps/people.ts'
import { addPerson } from './steps/person.ts'
import { agreeCheckIns, agreePlan, makeCard, makePlan } from './steps/protection.ts'
import { assessRisk, checkHarm } from './steps/risk.ts'
import { answerScope } from './steps/scope.ts'
import { openPart } from './steps/story.ts'
import { createVault } from './steps/vault.ts'
import { verifyClaim } from './steps/verification.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* The focal point's whole way, on the screens alone: from an empty vault to a protected, verified and approved case. */

const path = join(tmpdir(), `vigil-focal-point-${process.pid}.age`)

let vigil: Launched
let page: Page
let own: string
let head: string
let caseId: string

beforeAll(async () => {
  vigil = await openWindow()
  page = vigil.page
})
afterAll(async () => {
  await vigil.close()
  rmSync(path, { force: true })
})

const part = (name: string) => openPart(page, caseId, name)
const view = () => get(page, 'case.view', { caseId })

/** The way on that is offered beside the case, with its reason. */
async function moveOn(to: 'intake' | 'triage' | 'open', reason: string): Promise<void> {
  await link(page.getByRole('complementary'), `case.next.move-${to}`).click()
  await titled(page, `case.move.${to}`)
  await type(page, 'caseMove.reason', reason)
  await press(page, `case.move.${to}`)
  await page.getByRole('list', { name: words('case.parts') }).waitFor()
}

describe('the focal point', () => {
  it('makes the vault and adds the head of presence, who chooses a passphrase of their own', async () => {
    own = await createVault(page)
    head = await addToVault(page, { role: 'HOP-1', duty: 'head_of_presence' })
    expect(head).not.toBe(own)
  })

  it('writes down the least of a conversation, then what was reported', async () => {
    await goToPlace(page, 'app.cases')
    caseId = await startCaseFromConversation(page, {
      account: 'P1 spoke at a meeting in Geneva. Since then, as alleged, the passport was taken.',
      dangerWhy: 'A car stands outside on most evenings.',
    })
    await part('intake')
    await completeIntake(page)
    await moveOn('intake', 'The least is written down.')
    await moveOn('triage', 'It is known how to reach the person.')
  })

  it('adds the person by code, what they did with the United Nations, and what is alleged to have been done', async () => {
    await part('persons')
    await addPerson(page, {
      parts: ['victim', 'reporter'],
      link: 'self',
      role: 'lawyer',
      region: 'western_asia',
      wishes: 'أريد أن يُطلب منهم بهدوء أن يتركوا عائلتي وشأنها.',
      translation: 'I want them to be asked quietly to leave my family alone.',
      note: '',
    })
    await part('engagements')
    await addEngagement(page, { persons: [], when: 'March 2026', note: '' })
    await part('acts')
    await addPerpetrator(page, 'Men in plain clothes')
    const account = 'They took the passport and left no paper.'
    await addAct(page, { persons: [], perpetrators: ['A1'], when: '3 April 2026', account })
  })

  it('finds that it is within scope, and opens the case', async () => {
    await part('scope')
    await answerScope(page, 'The visits began a week after the meeting.')
    await moveOn('open', 'It is within scope.')
    expect((await view()).case.state).toBe('open')
  })

  it('verifies a claim: source and information graded apart, and the finding that follows from them', async () => {
    await part('verification')
    await verifyClaim(page, {
      statement: 'Men took the passport of P1 on 3 April 2026.',
      why: 'Earlier information from P1 proved right.',
      said: 'P1 was there and saw it.',
    })
    const { tracks, verification } = await view()
    expect(verification.claims).toMatchObject([{ label: 'C1', assessment: { by: 'FP-1' } }])
    expect(tracks.verification).not.toBe('not_started')
  })

  it('records the talk about consent, and the danger in both views', async () => {
    await part('consent')
    await link(page, 'consent.record').first().click()
    await recordAnswer(page, {
      identityLevel: 'role_and_region',
      decision: 'given',
      until: '1 March 2030',
      evidence: 'Heard by FP-1 and read back.',
    })
    await part('risk')
    await link(page, 'risk.assess').first().click()
    await assessRisk(page, {
      ownBand: 'critical',
      ownWords: 'أخاف على أختي أكثر من نفسي.',
      ownTranslation: 'I fear for my sister more than for myself.',
      likelihood: 3,
      impact: 2,
      why: 'Nobody was hurt yet.',
    })
    await reads(page, words('risk.differs'))
  })

  it('makes the plan with the person, agrees it, and writes the card and the check-ins', async () => {
    await part('protection')
    await makePlan(page, {
      objective: 'P1 sleeps in a safe place.',
      mustNot: 'No visit to the family.',
      detail: 'A room for two weeks.',
      reviewOn: 'in two weeks',
    })
    await agreePlan(page, 'Read back in Arabic, agreed by word of mouth.')
    await makeCard(page, 'Not the telephone at home.')
    await agreeCheckIns(page, 'One message in the agreed words.')
    const { tracks, parts } = await view()
    expect(tracks).toMatchObject({ consent: 'given', risk: 'current', plan: 'active' })
    expect(parts.find(one => one.part === 'protection')?.status).toBe('done')
  })

  it('writes the brief, checks that it does no harm, and asks for approval', async () => {
    await part('brief')
    const typed = {
      forRole: 'Head of presence',
      bottomLine: 'Decide whether to raise the matter quietly with the ministry.',
      riskOfActing: 'The family may be visited again.',
      riskOfNotActing: 'The silence may be read as consent.',
      option: 'A quiet call by the head of presence',
      talkingPoint: 'People who speak with the United Nations must be safe.',
      unknowns: 'Who sent the men.',
      followUp: 'FP-1 reports back in two weeks.',
    }
    await brief.beginBrief(page, typed)
    await brief.openStep(page, 'words')
    await brief.writeWords(page, typed)
    await brief.openStep(page, 'harm')
    await checkHarm(page, 'Asked of nobody yet.')
    await page.getByRole('list', { name: words('brief.steps') }).waitFor()
    await brief.openStep(page, 'approve')
    await brief.askApproval(page, 'P1 has read it back.')
  })
})

describe('on the same laptop', () => {
  it('the head of presence reads it and approves it', async () => {
    await handOn(page, head, 'HOP-1')
    await openWaiting(page, 'handover.approvals', '-1')
    await reads(page, 'Decide whether to raise the matter quietly with the ministry.')
    await brief.approveOther(page, 'The person wants it and it is balanced.')
  })

  it('the focal point finds it approved, and it leaves as one encrypted file', async () => {
    await handOn(page, own, 'FP-1')
    await openWaiting(page, 'handover.back', '-1')
    vigil.answer(path)
    await brief.sendWithWords(page)
    await brief.isWritten(page)
    expect(readFileSync(path).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    const { briefs, disclosures } = await view()
    expect(briefs).toMatchObject([{ state: 'sent', soleApproval: false }])
    expect(disclosures).toMatchObject([{ toRole: 'Head of presence' }])
  })

  it('the case says what is awaited, and the day begins without anything overdue', async () => {
    await goTo(page, `/case/${caseId}`)
    await link(page.getByRole('complementary'), 'case.next.await-reply').waitFor()
    await goToPlace(page, 'app.today')
    await reads(page, words('today.overdue.none'))
  })
})
