import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Launched } from '../launch.ts'
import * as brief from './brief.ts'
import { recordAnswer } from './consent.ts'
import { addAct, addEngagement, addPerpetrator } from './contact.ts'
import { emailOnDesk } from './email.ts'
import * as exchange from './exchange.ts'
import { field, follow, link, press, reads, titled, titledLike, type } from './hands.ts'
import { beginCase, chooseEmail, completeIntake, saveStub } from './intake.ts'
import { addressOf, goToPlace } from './look.ts'
import * as person from './person.ts'
import type { Planted } from './planted.ts'
import { assessRisk, checkHarm } from './risk.ts'
import { answerScope } from './scope.ts'
import { createVault, lockWithKey, unlock } from './vault.ts'
import { words, wordsLike } from './words.ts'

/* The story Vigil is for, from a received e-mail to a decided brief, told once and used by the tests and the demo. */

/** Who tells the story, and to whom. */
export interface Telling {
  readonly planted: Planted
  /** The folder for files from outside: the e-mail lies there, what leaves lands there. */
  readonly desk: string
  /** Does one step of the story; the name says what it shows. */
  step<T>(name: string, page: Page, act: () => Promise<T>): Promise<T>
}

/** A case that is ready for its brief. */
export interface CaseTold {
  readonly passphrase: string
  readonly caseId: string
}

/** Opens a part of the case from its task list. */
export async function openPart(page: Page, caseId: string, part: string): Promise<void> {
  const address = await addressOf(page)
  if (address !== `/case/${caseId}`) await page.evaluate(to => void (location.hash = to), `/case/${caseId}`)
  const list = page.getByRole('list', { name: words('case.parts') })
  await list.getByRole('link', { name: words(`case.part.${part}`), exact: true }).click()
}

/** The focal point makes a vault, takes the allegation in and builds the case. */
export async function buildCase(telling: Telling, vigil: Launched): Promise<CaseTold> {
  const { page } = vigil
  const { step } = telling
  await step('welcome', page, () => titled(page, 'welcome.title'))
  const passphrase = await step('create-vault', page, () => createVault(page))
  const caseId = await takeIn(telling, vigil)
  await completeCase(telling, page, caseId)
  await people(telling, page, caseId)
  await whatHappened(telling, page, caseId)
  await step('scope', page, async () => {
    await openPart(page, caseId, 'scope')
    await answerScope(page, telling.planted.at('scope: why'))
  })
  await firstAnswers(telling, page, caseId)
  await danger(telling, page, caseId)
  return { passphrase, caseId }
}

async function takeIn({ planted, desk, step }: Telling, { page, answer }: Launched): Promise<string> {
  const email = await emailOnDesk(desk, planted)
  await step('is-it-safe', page, () => beginCase(page))
  await step('email-read', page, async () => {
    answer(email)
    await chooseEmail(page)
    await reads(page, planted.at('e-mail: subject'))
    await reads(page, planted.at('e-mail: name of the photograph'))
  })
  return step('stub', page, async () => {
    await press(page, 'caseStart.useEmail')
    return saveStub(page, {
      account: `Four men in plain clothes came to the house. ${planted.at('case: account')}`,
      dangerWhy: `A car stands outside on most evenings. ${planted.at('case: why in danger')}`,
    })
  })
}

async function completeCase({ step }: Telling, page: Page, caseId: string): Promise<void> {
  await step('message', page, async () => {
    await openPart(page, caseId, 'source')
    await press(page, 'source.show')
    const check = page.getByRole('button', { name: new RegExp(words('source.check')) }).first()
    await check.click()
    await reads(page, words('source.same'))
  })
  await step('intake', page, async () => {
    await openPart(page, caseId, 'intake')
    await completeIntake(page)
  })
}

const victim = (planted: Planted) =>
  ({
    parts: ['victim'],
    link: 'self',
    role: 'lawyer',
    region: 'western_asia',
    wishes: `أريد أن يُطلب منهم بهدوء أن يتركوا عائلتي وشأنها. ${planted.at('person: wishes')}`,
    translation: `I want them to be asked quietly to leave my family alone. ${planted.at('person: translation')}`,
    note: `Speaks calmly. ${planted.at('person: note')}`,
  }) as const

const relative = (planted: Planted) =>
  ({
    parts: ['relative'],
    link: 'relative',
    role: 'relative_of_cooperator',
    region: 'western_asia',
    wishes: `لا أريد أن يُذكر شيء عن عملي. ${planted.at('relative: wishes')}`,
    translation: `I do not want anything said about my work. ${planted.at('relative: translation')}`,
    note: planted.at('relative: note'),
  }) as const

async function people({ planted, step }: Telling, page: Page, caseId: string): Promise<void> {
  await openPart(page, caseId, 'persons')
  await step('person-victim', page, () => person.addPerson(page, victim(planted)))
  await step('person-relative', page, () => person.addPerson(page, relative(planted)))
  await step('identity', page, async () => {
    await person.identify(page, 'P1', {
      name: `Synthetic ${planted.at('identity: name')}`,
      otherNames: planted.at('identity: other names'),
      contact: planted.at('identity: contact'),
      documents: planted.at('identity: documents'),
      basis: `Danger is near and somebody must be able to call back. ${planted.at('identity: basis')}`,
    })
    await openPart(page, caseId, 'persons')
    await page
      .getByRole('link', { name: words('identity.linkName', { words: words('identity.kept'), code: 'P1' }) })
      .click()
    await person.reveal(
      page,
      `To call back as agreed ${planted.at('identity: reason')}`,
      planted.at('identity: name'),
    )
  })
}

async function whatHappened({ planted, step }: Telling, page: Page, caseId: string): Promise<void> {
  await step('engagement', page, async () => {
    await openPart(page, caseId, 'engagements')
    await addEngagement(page, { persons: ['P1'], when: 'March 2026', note: planted.at('engagement: note') })
  })
  await step('perpetrator', page, async () => {
    await openPart(page, caseId, 'acts')
    await addPerpetrator(page, `Men in plain clothes ${planted.at('perpetrator: description')}`)
  })
  await step('act', page, () =>
    addAct(page, {
      persons: ['P1'],
      perpetrators: ['A1'],
      when: '3 April 2026',
      account: `They took the passport and the telephone and left no paper. ${planted.at('act: account')}`,
    }),
  )
}

/** A "no" to the full name and a "yes, if" for another way; the answer the brief needs is still missing. */
async function firstAnswers({ planted, step }: Telling, page: Page, caseId: string): Promise<void> {
  await step('consent-refused', page, async () => {
    await openPart(page, caseId, 'consent')
    await link(page, 'consent.record').first().click()
    await recordAnswer(page, {
      identityLevel: 'full_name',
      decision: 'refused',
      evidence: `Heard by FP-1. ${planted.at('consent: evidence of the no')}`,
    })
  })
  await step('consent-conditions', page, async () => {
    await link(page, 'consent.record').first().click()
    await recordAnswer(page, {
      identityLevel: 'role_only',
      decision: 'given_with_conditions',
      channel: 'in_person',
      condition: { kind: 'show_me_text_first', note: planted.at('consent: condition') },
      evidence: planted.at('consent: evidence of the yes, if'),
    })
  })
}

async function danger({ planted, step }: Telling, page: Page, caseId: string): Promise<void> {
  await step('risk', page, async () => {
    await openPart(page, caseId, 'risk')
    await link(page, 'risk.assess').first().click()
    await assessRisk(page, {
      ownBand: 'critical',
      ownWords: `أخاف على أختي أكثر من نفسي. ${planted.at('risk: own words')}`,
      ownTranslation: `I fear for my sister more than for myself. ${planted.at('risk: translation')}`,
      likelihood: 3,
      impact: 2,
      why: planted.at('risk: why'),
    })
    await reads(page, words('risk.differs'))
  })
}

const briefTyped = (planted: Planted) => ({
  forRole: 'Head of presence',
  bottomLine: `Decide whether to raise the matter quietly with the ministry. ${planted.at('brief: bottom line')}`,
  riskOfActing: `The family may be visited again. ${planted.at('brief: risk of acting')}`,
  riskOfNotActing: `The silence may be read as consent. ${planted.at('brief: risk of not acting')}`,
  option: `A quiet call by the head of presence ${planted.at('brief: option')}`,
  talkingPoint: `People who speak with the United Nations must be safe. ${planted.at('brief: talking point')}`,
  unknowns: `Who sent the men. ${planted.at('brief: unknowns')}`,
  followUp: `FP-1 reports back in two weeks. ${planted.at('brief: follow-up')}`,
})

/** A brief that is ready to leave: blocked twice, resolved twice at the place the block points to, approved. */
export async function prepareBrief(telling: Telling, page: Page, caseId: string): Promise<string> {
  const { planted, step } = telling
  const typed = briefTyped(planted)
  await openPart(page, caseId, 'brief')
  await step('brief-new', page, () => brief.beginBrief(page, typed))
  const address = await addressOf(page)
  await resolveConsent(telling, page, address)
  await step('brief-words', page, async () => {
    await brief.openStep(page, 'words')
    await brief.writeWords(page, typed)
  })
  await step('block-no-harm-check', page, async () => {
    await brief.openStep(page, 'approve')
    await brief.ways(page, 'harm').first().waitFor()
  })
  await step('harm-check', page, async () => {
    await brief.ways(page, 'harm').first().click()
    await checkHarm(page, planted.at('harm: note'))
  })
  await step('preview', page, async () => {
    await brief.openStep(page, 'approve')
    await reads(page, typed.bottomLine)
  })
  await step('approve', page, () =>
    brief.approve(page, `Nobody else is at this presence. ${planted.at('brief: statement')}`),
  )
  return address
}

/** No consent: the block is met and followed to the answer that is missing; what is left is withheld. */
async function resolveConsent({ planted, step }: Telling, page: Page, address: string): Promise<void> {
  await step('block-no-consent', page, async () => {
    await brief.openStep(page, 'say')
    await brief.ways(page, 'consent').first().waitFor()
  })
  if (!(await hasConsent(page)))
    await step('consent-given', page, async () => {
      await brief.ways(page, 'consent').first().click()
      await recordAnswer(page, {
        identityLevel: 'role_and_region',
        decision: 'given',
        until: '1 March 2030',
        evidence: `Statement of FP-1. ${planted.at('consent: evidence of the yes')}`,
      })
    })
  await step('withhold', page, async () => {
    await page.evaluate(to => void (location.hash = to), `${address}/say`)
    await titled(page, 'brief.step.say')
    await brief.withholdTheRest(page)
    await brief.toSteps(page)
  })
}

/** Whether something of the first person may be said already. */
const hasConsent = async (page: Page): Promise<boolean> =>
  (await page.getByText(/^Rests on the consent of P1/).count()) > 0

/** Encrypts the brief that is open, for six words. @returns the file and the words. */
export async function sendBrief(
  { desk, step }: Telling,
  { page, answer }: Launched,
  name = 'brief.age',
): Promise<{ readonly path: string; readonly passphrase: string }> {
  const path = join(desk, name)
  const passphrase = await step('send', page, async () => {
    await brief.openStep(page, 'send')
    answer(path)
    const passphrase = await brief.sendWithWords(page)
    await brief.isWritten(page)
    return passphrase
  })
  return { path, passphrase }
}

/** Encrypts the brief that is open, for a key. */
export async function sendBriefForKey(
  { desk, step }: Telling,
  { page, answer }: Launched,
  key: string,
): Promise<string> {
  const path = join(desk, 'brief.age')
  await step('send-for-key', page, async () => {
    await brief.openStep(page, 'send')
    answer(path)
    await brief.sendWithKey(page, key)
    await brief.isWritten(page)
  })
  return path
}

/** On another machine, without a vault: the official opens the brief, reads, decides, and writes the reply. */
export async function decideElsewhere(
  { planted, desk, step }: Telling,
  { page, answer }: Launched,
  sent: { readonly path: string; readonly passphrase: string },
): Promise<string> {
  await step('reader-open', page, async () => {
    await exchange.toReading(page)
    answer(sent.path)
    await exchange.openBrief(page, sent.passphrase)
    await reads(page, planted.at('brief: bottom line'))
  })
  await step('reader-decide', page, () =>
    exchange.decide(page, {
      decision: 'approve_with_conditions',
      said: `Not in writing, and not before the tenth. ${planted.at('reply: conditions')}`,
    }),
  )
  const reply = join(desk, 'reply.age')
  await step('reader-reply', page, async () => {
    answer(reply)
    await exchange.writeReply(page)
  })
  return reply
}

/** The focal point opens the reply; the decision stands on the case and in the record, and the record is whole. */
export async function receiveDecision(
  { planted, step }: Telling,
  { page, answer }: Launched,
  reply: string,
): Promise<void> {
  await step('reply-received', page, async () => {
    await goToPlace(page, 'app.handover')
    answer(reply)
    await exchange.receiveReply(page)
    await reads(page, planted.at('reply: conditions'))
  })
  await step('decision-on-case', page, async () => {
    await page.getByRole('link', { name: wordsLike('handover.toCase') }).click()
    await titledLike(page, 'brief.one')
    await reads(page, planted.at('reply: conditions'))
  })
  await step('record', page, async () => {
    await goToPlace(page, 'app.record')
    await titled(page, 'record.title')
    await reads(page, words('record.operation.brief.receiveReply'))
    await press(page, 'record.check')
    await reads(page, words('record.whole'))
  })
}

/** Types half a person, locks with the key, and finds it again after opening the vault. */
export async function lockInTheMiddle(telling: Telling, page: Page, told: CaseTold): Promise<void> {
  const { planted, step } = telling
  const half = `Half a thought ${planted.at('draft: left at the lock')}`
  await step('typing', page, async () => {
    await openPart(page, told.caseId, 'persons')
    await follow(page, 'person.add')
    await type(page, 'person.note', half)
  })
  await step('locked', page, () => lockWithKey(page))
  await step('unlocked', page, async () => {
    await unlock(page, told.passphrase)
    await openPart(page, told.caseId, 'persons')
    await follow(page, 'person.add')
    await reads(page, words('form.restored'))
    const typed = await field(page, 'person.note').inputValue()
    if (typed !== half) throw new Error('What was typed before the lock did not come back.')
  })
}

/** Opens the locked vault again, at the case. */
export async function openAgain(page: Page, told: CaseTold): Promise<void> {
  await unlock(page, told.passphrase)
  await page.evaluate(to => void (location.hash = to), `/case/${told.caseId}`)
  await page.getByRole('list', { name: words('case.parts') }).waitFor()
}
