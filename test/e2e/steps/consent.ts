import type { Page } from 'playwright-core'
import { Told } from '../../../shared/consent/talk.ts'
import type { Code } from '../../../shared/vocabulary/index.ts'
import { choose, fieldNamed, follow, pick, press, tick, titled, titledLike, type } from './hands.ts'
import { label, words } from './words.ts'

/** One answer as a focal point would type it. */
export interface AnswerTyped {
  readonly identityLevel: Code<'identityLevel'>
  readonly decision: 'given' | 'given_with_conditions' | 'refused'
  /** Only for a "yes, if": which condition, and what about it. */
  readonly condition?: { readonly kind: Code<'condition'>; readonly note: string }
  readonly channel?: Code<'channel'>
  readonly until?: string
  readonly evidence: string
}

/** On the page of a new talk: what was said in it, one question, its answer; saves both. */
export async function recordAnswer(page: Page, answer: AnswerTyped): Promise<void> {
  await titledLike(page, 'consent.recordOf')
  await recordSaid(page)
  if (answer.channel) await choose(page, 'consent.channel', label('channel', answer.channel))
  await choose(page, 'consent.identityLevel', label('identityLevel', answer.identityLevel))
  await pick(page, 'consent.decisionQuestion', words(`consent.answer.${answer.decision}`))
  if (answer.condition) await addCondition(page, answer.condition)
  if (answer.until) await type(page, 'consent.validUntil', answer.until)
  await type(page, 'consent.evidence', answer.evidence)
  await page.getByRole('button', { name: words('consent.saveMany', { count: 1 }), exact: true }).click()
  await titledLike(page, 'consent.ofPerson')
}

/** What makes a talk whole: everything told, understood, read back, in a private place, by an adult. */
async function recordSaid(page: Page): Promise<void> {
  for (const key of ['consent.understood', 'consent.readBack', 'consent.privatePlace'])
    await pick(page, key, words('app.yes'))
  await choose(page, 'consent.givenBy', label('givenBy', 'victim'))
  await choose(page, 'consent.capacity', words('consent.capacity.adult'))
  await tick(
    page,
    'consent.toldWhich',
    Told.options.map(told => words(`consent.told.${told}`)),
  )
  await choose(page, 'consent.form', label('form', 'oral_witnessed'))
}

async function addCondition(page: Page, { kind, note }: NonNullable<AnswerTyped['condition']>) {
  const condition = label('condition', kind)
  await tick(page, 'consent.conditions', [condition])
  await fieldNamed(page, words('consent.conditionNote', { condition })).fill(note)
}

/** From the answers of a person: opens the one "yes" there is. */
export async function openYes(page: Page): Promise<void> {
  await titledLike(page, 'consent.ofPerson')
  const yes = new RegExp(`^${words('consent.state.yes')}`)
  await page.getByRole('grid').getByRole('button', { name: yes }).click()
}

/** On the page of an answer: the person takes it back, in words. */
export async function takeBack(page: Page, evidence: string): Promise<void> {
  await follow(page.getByRole('main'), 'consent.withdraw')
  await titledLike(page, 'consent.withdrawOf')
  await choose(page, 'consent.form', label('form', 'oral_witnessed'))
  await choose(page, 'consent.givenBy', label('givenBy', 'victim'))
  await type(page, 'consent.evidence', evidence)
  await press(page, 'consent.withdrawSave')
  await titledLike(page, 'consent.ofPerson')
}

/** On the page of a task: what came of asking. */
export async function finishTask(page: Page, note: string): Promise<void> {
  await titled(page, 'consent.task.title')
  await type(page, 'consent.task.note', note)
  await press(page, 'consent.task.save')
  await titledLike(page, 'consent.ofPerson')
}
