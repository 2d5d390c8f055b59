import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { CaseId, PersonId } from '../../../shared/model.ts'
import { PersonDraft } from '../../../shared/person/model.ts'
import type { Launched } from '../launch.ts'
import { get } from './get.ts'
import { titled, titledLike } from './hands.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'
import { goTo } from './look.ts'
import { words, wordsLike } from './words.ts'

/** A window, what colleagues call whoever works there, and a folder for what is carried. */
export interface Office {
  readonly vigil: Launched
  readonly role: string
  readonly office: string
  readonly desk: string
}

/** What something took of a person. `seconds`: at five keys a second, without reading. */
export interface Effort {
  readonly keys: number
  readonly seconds: number
}

const keysASecond = 5

const effortOf = ({ presses }: Keyboard): Effort => ({
  keys: presses(),
  seconds: Math.ceil(presses() / keysASecond),
})

/** Each takes the card of the other and compares the words. */
export async function introduce(one: Office, other: Office): Promise<void> {
  await knows(one, other)
  await knows(other, one)
}

async function knows({ vigil: { page, answer } }: Office, other: Office): Promise<void> {
  const card = join(other.desk, `${other.role}.card`)
  const { role, office } = other
  other.vigil.answer(card)
  await get(other.vigil.page, 'key.writeCard', { role, office })
  answer(card)
  const chosen = await get(page, 'colleague.chooseCard', {})
  const { signed } = await get(page, 'colleague.readCard', { fileId: chosen?.fileId })
  const who = { role, office, recipientClass: 'same_office', signed, compatibility: false }
  const { colleagueId } = await get(page, 'colleague.add', who)
  const { recipient, publicKey } = signed.card
  await get(page, 'colleague.verify', { colleagueId, recipient, publicKey })
}

const today = () => new Date().toISOString().slice(0, 10)

/** What a person answers who lets the case be shared inside the office. */
const agreement = (personId: PersonId) => ({
  personId,
  purpose: 'share_inside_office',
  recipient: 'same_office',
  channel: 'in_person',
  identityLevel: 'role_and_region',
  scope: 'whole_case',
  facts: [],
  document: '',
  decision: 'given',
  form: { value: 'oral_witnessed' },
  givenBy: { value: 'victim' },
  decidedOn: today(),
  askedBy: 'FP-1',
  language: { value: 'ar' },
  interpreter: { value: false },
  risksExplained: { value: true },
  conditions: [],
  validUntil: null,
  reviewOn: null,
  evidence: '',
})

/** Everybody agrees that the case is shared inside the office. */
export async function agree(page: Page, personIds: readonly PersonId[]): Promise<void> {
  for (const personId of personIds) await get(page, 'consent.record', agreement(personId))
}

/** Writes something about the first person of a case, as two offices may do apart. */
export async function writeOf(page: Page, caseId: CaseId, change: Partial<PersonDraft>): Promise<void> {
  const { persons } = await get(page, 'case.view', { caseId })
  const [first] = persons
  const kept = Object.entries(first ?? {}).filter(([field]) => Object.hasOwn(PersonDraft.shape, field))
  await get(page, 'person.change', {
    personId: first?.id,
    person: { ...Object.fromEntries(kept), ...change },
  })
}

/** From the page of the case to the file on the stick, with the keyboard alone. */
export async function shareByKeyboard({ vigil }: Office, caseId: CaseId, path: string): Promise<Effort> {
  const { page } = vigil
  await goTo(page, `/case/${caseId}`)
  const hands = keyboardOf(page)
  await hands.go('case.part.share')
  await titled(page, 'share.title')
  await hands.go('share.begin')
  await titled(page, 'share.new')
  await page.getByRole('radio', { checked: true }).waitFor()
  await hands.go('share.new.do')
  await titledLike(page, 'share.one')
  await hands.to(new RegExp(`^(${words('share.harm.do')}|${words('share.harm.again')})$`))
  await hands.press('Enter')
  await titled(page, 'harm.title')
  for (let question = 0; question < 12; question++) await sayYes(hands)
  await hands.go('harm.save')
  await titledLike(page, 'share.one')
  await hands.to(new RegExp(`^${words('share.approve.statement')}`))
  await hands.type('Nobody else is here.')
  await hands.go('share.approve.do')
  await page.getByRole('button', { name: words('share.send.write') }).waitFor()
  vigil.answer(path)
  await hands.go('share.send.write')
  await page.getByText(words('share.receipt.title')).waitFor()
  return effortOf(hands)
}

/** Goes to the next question and answers it with "yes". */
async function sayYes(hands: Keyboard): Promise<void> {
  await hands.press('Tab')
  await hands.to(words('harm.answer.yes'))
  await hands.press('Space')
}

/**
 * From the first page to the case that was taken in, with the keyboard alone. What both wrote is left for later.
 *
 * @param seen called while it is shown what would change.
 */
export async function takeInByKeyboard(
  { vigil }: Office,
  path: string,
  seen: () => Promise<void> = async () => {},
): Promise<Effort> {
  const { page } = vigil
  await goTo(page, '/today')
  const hands = keyboardOf(page)
  await hands.go('app.takeIn')
  await titled(page, 'takeIn.title')
  vigil.answer(path)
  await hands.go('takeIn.choose')
  await titled(page, 'takeIn.case')
  await page.getByRole('button', { name: takeIt }).waitFor()
  await seen()
  await hands.to(takeIt)
  await hands.press('Enter')
  await titled(page, 'takeIn.done')
  return effortOf(hands)
}

const takeIt = new RegExp(`^(${words('takeIn.do.new')}|${wordsLike('takeIn.do.merge').source})$`, 's')
