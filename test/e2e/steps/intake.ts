import type { Page } from 'playwright-core'
import { addressOf } from './look.ts'
import { choose, find, follow, pick, press, titled, type } from './hands.ts'
import { label, words } from './words.ts'

/** What a stub is made of, as it is typed. */
export interface StubTyped {
  readonly account: string
  readonly dangerWhy: string
}

/** From the list of cases to the question where the allegation came from: it is safe to write it down. */
export async function beginCase(page: Page): Promise<void> {
  await follow(page, 'caseList.start')
  await titled(page, 'caseStart.title')
  await pick(page, 'caseStart.safe', words('caseStart.safe.yes'))
  await press(page, 'form.continue')
}

/** Takes in the e-mail file the next dialog answers with, and looks at it. */
export async function chooseEmail(page: Page): Promise<void> {
  await press(page, 'caseStart.fromEmail')
}

/** The same from a conversation, without any file. @returns the id of the case. */
export async function startCaseFromConversation(page: Page, stub: StubTyped): Promise<string> {
  await beginCase(page)
  await press(page, 'caseStart.withoutEmail')
  await choose(page, 'intake.channel', label('intakeChannel', 'in_person'))
  return saveStub(page, stub)
}

/** The least that makes a case. @returns its id. */
export async function saveStub(page: Page, stub: StubTyped): Promise<string> {
  await find(page, 'intake.language', label('language', 'ar'))
  await pick(page, 'intake.danger', label('immediateDanger', 'possible'))
  await type(page, 'intake.dangerWhy', stub.dangerWhy)
  await type(page, 'intake.account', stub.account)
  await press(page, 'caseStart.save')
  await page.waitForFunction(() => /^#\/case\/[0-9a-f-]{36}$/.test(location.hash))
  return (await addressOf(page)).split('/')[2] ?? ''
}

/** On the page of the intake: says that there is a safe way to reach the person, and who reported. */
export async function completeIntake(page: Page): Promise<void> {
  await titled(page, 'intake.title')
  await pick(page, 'intake.safeContact', words('intake.safeContact.usable'))
  await pick(page, 'intake.interpreter', words('app.no'))
  await choose(page, 'intake.reporterRelation', label('reporterRelation', 'ngo_representing'))
  await press(page, 'app.save')
}
