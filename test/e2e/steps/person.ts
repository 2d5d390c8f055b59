import type { Page } from 'playwright-core'
import type { PartInCase } from '../../../shared/person/model.ts'
import type { Code } from '../../../shared/vocabulary/index.ts'
import { button, choose, find, follow, none, pick, press, tick, titled, titledLike, type } from './hands.ts'
import { label, words } from './words.ts'

/** A person as a focal point would type them. */
export interface PersonTyped {
  readonly parts: readonly PartInCase[]
  readonly link: Code<'linkToCooperator'>
  readonly role: Code<'victimRole'>
  readonly region: Code<'region'>
  readonly wishes: string
  readonly translation: string
  readonly note: string
}

/** From the list of persons: everything about one, and back to the list. */
export async function addPerson(page: Page, person: PersonTyped): Promise<void> {
  await follow(page, 'person.add')
  await titled(page, 'person.new')
  await fillPerson(page, person)
  await press(page, 'person.save')
  await titled(page, 'person.title')
}

/** Fills the form of a person without saving it. */
export async function fillPerson(page: Page, person: PersonTyped): Promise<void> {
  await tick(
    page,
    'person.partsQuestion',
    person.parts.map(part => words(`person.part.${part}`)),
  )
  await choose(page, 'person.unit', label('victimUnit', 'individual'))
  const self = person.link === 'self'
  await choose(
    page,
    'person.linkToCooperator',
    self ? words('person.linkSelf') : label('linkToCooperator', person.link),
  )
  await find(page, 'person.roles', label('victimRole', person.role))
  await find(page, 'person.region', label('region', person.region))
  await pick(page, 'person.remunerated', words('scope.t3.answer.no'))
  await none(page, 'person.gender', 'withheld')
  await type(page, 'person.wishes', person.wishes)
  await find(page, 'person.wishesLanguage', label('language', 'ar'))
  await type(page, 'person.wishesTranslation', person.translation)
  await type(page, 'person.note', person.note)
}

/** What identifies a person. */
export interface IdentityTyped {
  readonly name: string
  readonly otherNames: string
  readonly contact: string
  readonly documents: string
  /** Why it is kept though the person was not asked yet. */
  readonly basis: string
}

/** From the list of persons: writes down who somebody is. */
export async function identify(page: Page, code: string, identity: IdentityTyped): Promise<void> {
  await page
    .getByRole('link', { name: words('identity.linkName', { words: words('identity.none'), code }) })
    .click()
  for (const part of ['basis', 'name', 'otherNames', 'contact', 'documents'] as const)
    await type(page, `identity.${part}`, identity[part])
  await press(page, 'identity.save')
  await titledLike(page, 'person.one')
}

/** Shows an identity that is kept, for a reason, and hides it again. */
export async function reveal(page: Page, reason: string, expected: string): Promise<void> {
  await type(page, 'identity.reason', reason)
  await press(page, 'identity.show')
  await page.getByText(expected).first().waitFor()
  await button(page, 'identity.hide').click()
  await page.getByText(expected).first().waitFor({ state: 'detached' })
}
