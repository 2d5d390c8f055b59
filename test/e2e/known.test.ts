import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { identity } from '../name/support.ts'
import { intake, person } from '../support.ts'
import type { Launched } from './launch.ts'
import { wrongWith } from './steps/axe.ts'
import { get } from './steps/get.ts'
import { button, field, press, reads, titledLike, type } from './steps/hands.ts'
import { keyboardOf } from './steps/keyboard.ts'
import { goTo, looks, wear } from './steps/look.ts'
import { addToVault, handOn } from './steps/people.ts'
import { createVault } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* Somebody writes down who a person is, and another office of the house has known them for long, in another script. */

const theirs = 'أمينة ديالو'
const ours = 'Amina Diallo'
const onlyNamed = 'Qwertina Zxywart'
let vigil: Launched
let page: Page

interface Somebody {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly code: string
}

/** A case with one person, of whom it is known who they are when a name is given. */
async function somebody(name: string | null): Promise<Somebody> {
  const { caseId } = await get(page, 'case.start', { intake: intake(), fileId: null })
  const { personId } = await get(page, 'person.add', { caseId, person: person() })
  if (name !== null)
    await get(page, 'person.identify', { personId, identity: identity(name), basis: 'To call back today.' })
  return { caseId, personId, code: (await get(page, 'case.view', { caseId })).case.code }
}

/** From here on two of the three people of the vault read this case. */
async function limit({ caseId }: Somebody): Promise<void> {
  const people = await get(page, 'vault.people', {})
  const named = people.filter(({ role }) => role !== 'FP-2').map(({ id }) => id)
  const subject = { caseId, personId: null }
  await get(page, 'access.limit', { subject, named, reason: 'Somebody inside knows the names' })
}

let known: Somebody
let hidden: Somebody
let own: Somebody

beforeAll(async () => {
  vigil = await openWindow()
  page = vigil.page
  await createVault(page, 'FP-1')
  await addToVault(page, { role: 'HOP-1', duty: 'head_of_presence' })
  const passphrase = await addToVault(page, { role: 'FP-2', duty: 'focal_point' })
  known = await somebody(theirs)
  hidden = await somebody(`${ours} ${onlyNamed}`)
  await limit(hidden)
  await handOn(page, passphrase, 'FP-2')
  own = await somebody(null)
})
afterAll(() => vigil.close())

const address = ({ caseId, personId }: Somebody) => `/case/${caseId}/persons/identity-${personId}`
const warning = () => page.getByRole('list', { name: words('name.possible') })

/** Types who it is and saves, with the keyboard alone. */
async function writeDown(name: string): Promise<void> {
  const hands = keyboardOf(page)
  await goTo(page, address(own))
  await hands.to(new RegExp(`^${words('identity.basis').replaceAll(/[?]/g, String.raw`\?`)}`))
  await hands.type('Danger is near.')
  await hands.to(new RegExp(`^${words('identity.name')}`))
  await hands.type(name)
  await hands.go('identity.save')
}

const nameTyped = () => field(page, 'identity.name').inputValue()

describe('somebody who is known already under another spelling', () => {
  it('is told of before anything is saved, by the codes of the cases one may see and of no other', async () => {
    await writeDown(ours)
    await warning().waitFor()
    expect(await warning().getByRole('listitem').count()).toBe(1)
    expect(await warning().innerText()).toContain(known.code)
    const said = await page.getByRole('main').innerText()
    for (const word of [hidden.code, theirs, onlyNamed]) expect(said).not.toContain(word)
    await button(page, 'name.saveAllTheSame').waitFor()
    expect(await nameTyped()).toBe(ours)
    expect((await get(page, 'case.view', { caseId: own.caseId })).persons).toMatchObject([
      { hasIdentity: false },
    ])
  })

  it('has the focus, and their case can be seen without leaving the page', async () => {
    expect(
      await warning().evaluate(list => list.closest('[tabindex="-1"]')?.contains(document.activeElement)),
    ).toBe(true)
    const hands = keyboardOf(page)
    await hands.to(words('alike.look.name', { code: known.code }))
    await hands.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(words('alike.received')).waitFor()
    expect(await dialog.innerText()).not.toContain(theirs)
    expect(await wrongWith(page)).toEqual([])
    await hands.go('alike.back')
    await dialog.waitFor({ state: 'detached' })
    expect(await nameTyped()).toBe(ours)
  })

  it.each(looks)('is told of in a page axe finds nothing wrong with: $language, $theme', async look => {
    await wear(page, look)
    await page.getByText(words('form.restored', {}, look.language)).waitFor()
    await page.getByRole('button', { name: words('identity.save', {}, look.language), exact: true }).click()
    await page
      .getByText(words('name.possible', {}, look.language))
      .first()
      .waitFor()
    expect(await wrongWith(page)).toEqual([])
  })

  it('is seen on their case for a reason the record keeps, and what was typed is still there after', async () => {
    await wear(page, { language: 'en', theme: 'light' })
    await press(page, 'identity.save')
    const hands = keyboardOf(page)
    await hands.to(words('alike.look.name', { code: known.code }))
    await hands.press('Enter')
    await hands.go('alike.open')
    await page.getByRole('heading', { level: 1, name: words('identity.title', { code: 'P1' }) }).waitFor()
    expect(await page.getByText(theirs).count()).toBe(0)
    await type(page, 'identity.reason', 'A case that may be about the same person')
    await press(page, 'identity.show')
    await page.getByText(theirs).first().waitFor()
    await press(page, 'identity.hide')
    const [entry] = await get(page, 'record.list', { caseId: known.caseId, before: null })
    expect(entry).toMatchObject({ reason: 'A case that may be about the same person' })
    await page.goBack()
    await reads(page, words('form.restored'))
    expect(await nameTyped()).toBe(ours)
  })

  it('is saved all the same by whoever goes on, and nothing is joined', async () => {
    await press(page, 'identity.save')
    await warning().waitFor()
    await keyboardOf(page).go('name.saveAllTheSame')
    await titledLike(page, 'person.one')
    await reads(page, words('identity.saved'))
    expect((await get(page, 'case.view', { caseId: own.caseId })).persons).toMatchObject([
      { hasIdentity: true },
    ])
    expect((await get(page, 'case.list', {})).lines).toHaveLength(2)
  })

  it('is told of while a revealed identity is changed, without a way that would lose what is typed', async () => {
    await goTo(page, address(own))
    await type(page, 'identity.reason', 'Another number was given')
    await press(page, 'identity.show')
    await press(page, 'identity.change')
    await type(page, 'identity.contact', 'Only in the morning')
    await press(page, 'identity.save')
    await warning().waitFor()
    await page.getByRole('button', { name: words('alike.look.name', { code: known.code }) }).click()
    await button(page, 'alike.back').waitFor()
    expect(await button(page, 'alike.open').count()).toBe(0)
    await press(page, 'alike.back')
    expect(await field(page, 'identity.contact').inputValue()).toBe('Only in the morning')
  })

  it('who stands only on a case for named people, is saved without a word of it', async () => {
    own = await somebody(null)
    await writeDown(onlyNamed)
    await titledLike(page, 'person.one')
    await reads(page, words('identity.saved'))
  })
})

describe('the page that looks for a name', () => {
  it('finds the same by keyboard, and is clean for axe in every look', async () => {
    for (const look of looks) {
      await wear(page, look)
      await goTo(page, '/search')
      await goTo(page, '/search/name')
      await page.locator('#sought').fill(ours)
      await page.locator('#reason').fill('The mission asks whether she is known')
      await page.locator('#reason').press('Enter')
      await page.getByRole('link', { name: new RegExp(known.code) }).waitFor()
      expect(await page.getByRole('main').innerText()).not.toContain(hidden.code)
      expect(await wrongWith(page)).toEqual([])
    }
  })
})
