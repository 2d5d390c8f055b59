import type { Page } from 'playwright-core'
import { choose, find, follow, pick, press, titled, titledLike, type } from './hands.ts'
import { label } from './words.ts'

/** One claim and what the person who was harmed says on it, as it is typed. */
export interface ClaimTyped {
  readonly statement: string
  readonly why: string
  readonly said: string
}

/** From the page of verification: a claim, its first source, what it says, and what the officer finds. */
export async function verifyClaim(page: Page, { statement, why, said }: ClaimTyped): Promise<void> {
  await titled(page, 'verify.title')
  await follow(page.getByRole('main'), 'verify.claim.add')
  await type(page, 'verify.claim.statement', statement)
  await press(page, 'verify.claim.save')
  await page.getByRole('main').getByRole('link', { name: 'C1', exact: true }).first().click()
  await titledLike(page, 'verify.claim.one')
  await follow(page.getByRole('main'), 'verify.information.add')
  await follow(page.getByRole('main'), 'verify.source.add')
  await choose(page, 'verify.source.connection', label('sourceConnection', 'victim'))
  await choose(page, 'verify.source.item', 'P1')
  await pick(page, 'verify.source.reliability', label('sourceReliability', 'B'))
  await type(page, 'verify.source.reliabilityNote', why)
  await press(page, 'verify.source.save')
  await titledLike(page, 'verify.information.new')
  await find(page, 'verify.information.material', label('sourceMaterial', 'victim_testimony'))
  await pick(page, 'verify.information.credibility', label('informationCredibility', '2'))
  await type(page, 'verify.information.note', said)
  await press(page, 'verify.information.save')
  await titledLike(page, 'verify.claim.one')
  await follow(page.getByRole('main'), 'verify.assess.do')
  await press(page, 'verify.assess.save')
  await titledLike(page, 'verify.claim.one')
}
