import type { Page } from 'playwright-core'
import { find, follow, pick, press, tick, titled, type } from './hands.ts'
import { label } from './words.ts'

/** From the list of engagements: one contact with the United Nations, and back to the list. */
export async function addEngagement(
  page: Page,
  typed: { readonly persons: readonly string[]; readonly when: string; readonly note: string },
): Promise<void> {
  await follow(page, 'engagement.add')
  await titled(page, 'engagement.new')
  await tick(page, 'engagement.who', typed.persons)
  await find(page, 'engagement.kind', label('cooperationType', 'attended_meeting'))
  await pick(page, 'engagement.status', label('cooperationStatus', 'completed'))
  await find(page, 'engagement.entity', label('unEntity', 'HRC'))
  await type(page, 'engagement.when', typed.when)
  await type(page, 'engagement.note', typed.note)
  await press(page, 'engagement.save')
  await titled(page, 'engagement.title')
}

/** From the list of acts: somebody alleged to be behind one, by kind and never by name. */
export async function addPerpetrator(page: Page, description: string): Promise<void> {
  await follow(page, 'perpetrator.add')
  await titled(page, 'perpetrator.new')
  await pick(page, 'perpetrator.class', label('perpetratorClass', 'state'))
  await type(page, 'perpetrator.description', description)
  await press(page, 'perpetrator.save')
  await titled(page, 'act.title')
}

/** From the list of acts: one alleged act, and back to the list. */
export async function addAct(
  page: Page,
  typed: {
    readonly persons: readonly string[]
    readonly perpetrators: readonly string[]
    readonly when: string
    readonly account: string
  },
): Promise<void> {
  await follow(page, 'act.add')
  await titled(page, 'act.new')
  await find(page, 'act.form', label('formOfAct', 'confiscation_materials'))
  await pick(page, 'act.status', label('actStatus', 'carried_out'))
  await tick(page, 'act.who', typed.persons)
  await tick(page, 'act.by', typed.perpetrators)
  await type(page, 'act.when', typed.when)
  await type(page, 'act.account', typed.account)
  await press(page, 'act.save')
  await titled(page, 'act.title')
}
