import type { Page } from 'playwright-core'
import { choose, follow, link, press, startingWith, titledLike, type } from './hands.ts'
import { label, words } from './words.ts'

/** What is agreed with one person to protect them, as it is typed. */
export interface PlanTyped {
  readonly objective: string
  readonly mustNot: string
  readonly detail: string
  readonly reviewOn: string
}

const code = 'P1'
const page1 = (page: Page) => titledLike(page, 'plan.ofPerson')

/** Takes an answer back from "not asked" and types it. */
async function say(page: Page, key: string, text: string): Promise<void> {
  await page
    .getByLabel(startingWith(words(key)))
    .and(page.locator('textarea'))
    .fill(text)
}

/** On the page of protection: the plan of P1 with one urgent measure. */
export async function makePlan(page: Page, plan: PlanTyped): Promise<void> {
  await page1(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: words('plan.make', { code }), exact: true })
    .click()
  await say(page, 'plan.objectiveQuestion', plan.objective)
  await say(page, 'plan.mustNotQuestion', plan.mustNot)
  await type(page, 'plan.reviewOnQuestion', plan.reviewOn)
  await press(page, 'plan.save')
  await page1(page)
  await link(page, 'plan.measure.add').or(link(page, 'plan.measure.addUrgent')).first().click()
  await choose(page, 'plan.measure.action', label('action', 'emergency_relocation'))
  await type(page, 'plan.measure.detail', plan.detail)
  await type(page, 'plan.measure.owner', 'FP-1')
  await press(page, 'plan.measure.save')
  await page1(page)
}

/** The person agrees; the plan is put into effect. */
export async function agreePlan(page: Page, how: string): Promise<void> {
  await follow(page.getByRole('main'), 'plan.move.agreed')
  await type(page, 'plan.move.how', how)
  await press(page, 'plan.move.agreed')
  await page1(page)
  await follow(page.getByRole('main'), 'plan.move.active')
  await press(page, 'plan.move.active')
  await page1(page)
}

/** The card with the way to reach the person and what must never be used. */
export async function makeCard(page: Page, never: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: words('plan.card.make', { code }), exact: true })
    .click()
  await say(page, 'plan.card.neverQuestion', never)
  await choose(page, 'plan.card.channelQuestion', words('plan.channel.encrypted_message'))
  await press(page, 'plan.card.save')
  await page1(page)
}

/** A check-in every day from tomorrow, with one step for when it is missed. */
export async function agreeCheckIns(page: Page, first: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: words('plan.checkIn.agree', { code }), exact: true })
    .click()
  await choose(page, 'plan.checkIn.everyQuestion', words('plan.checkIn.everyDays', { days: 1 }))
  await type(page, 'plan.checkIn.day', 'tomorrow')
  await type(page, 'plan.checkIn.time', '18:00')
  await choose(page, 'plan.checkIn.graceQuestion', words('plan.checkIn.graceHours', { hours: 2 }))
  await type(page, 'plan.checkIn.first', first)
  await press(page, 'plan.checkIn.save')
  await page1(page)
}
