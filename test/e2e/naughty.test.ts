import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import type { Name } from '../../shared/contract.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import {
  actOf,
  briefOf,
  consentOf,
  engagementOf,
  identityOf,
  intakeOf,
  perpetratorOf,
  personOf,
  riskOf,
} from '../bench/drafts.ts'
import { email } from '../samples/email.ts'
import { textPart } from '../samples/mime.ts'
import { naughty } from '../torture/hostile/seeds.ts'
import { placesIn, replacedAt, valueAt } from '../torture/hostile/mutateValue.ts'
import type { Launched } from './launch.ts'
import { ask, goTo, wear } from './steps/look.ts'
import { get } from './steps/get.ts'
import { screensOf } from './steps/places.ts'
import { makeRoom } from './steps/room.ts'
import { createVault } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* Strings that break other programs, in every text field of a case: they are shown as they are, and nothing in them lives. */

/** Of nobody's collection, for machines without it: a script, a mark, an entity, an order turned round. */
const own = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  '{name} # {0, plural}',
  'a\u202eb',
]
const strings = [...new Set([...own, ...naughty()])].filter(said => said.trim() !== '')

const room = makeRoom()
let vigil: Launched
const heard: string[] = []
const cases: CaseId[] = []
let nextString = 0

beforeAll(async () => {
  room.enter()
  mkdirSync(room.desk, { recursive: true })
  vigil = await openWindow({ vaultFolder: join(room.desk, 'vault') })
  const { page } = vigil
  page.on('pageerror', error => heard.push(`error: ${error.message}`))
  page.on('dialog', dialog => {
    heard.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', message => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`)
  })
  await createVault(page)
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

/** The same input with the next strings in the place of every text that may be anything. */
function sown(name: Name, input: unknown): unknown {
  let found = input
  for (const place of placesIn(input)) {
    if (typeof valueAt(input, place) !== 'string') continue
    const tried = replacedAt(found, place, strings[nextString % strings.length])
    if (!contract[name].input.safeParse(tried).success) continue
    found = tried
    nextString += 1
  }
  return found
}

/** Asks with strings in every text. Where that is refused (a role code, a date in words), as it was. */
async function sow(name: Name, input: unknown): Promise<unknown> {
  const { page } = vigil
  const reply = (await ask(page, name, sown(name, input))) as { ok: boolean; value: unknown; code?: string }
  if (reply.ok) return reply.value
  expect(reply.code).not.toBe('fault')
  return get(page, name, input as never)
}

async function sowCase(n: number): Promise<CaseId> {
  const { caseId } = (await sow('case.start', { intake: intakeOf(n), fileId: null })) as { caseId: CaseId }
  const { personId } = (await sow('person.add', { caseId, person: personOf(n) })) as { personId: PersonId }
  await sow('person.identify', { personId, identity: identityOf(n), basis: 'To call back' })
  await sow('engagement.add', { caseId, engagement: engagementOf(n, [personId]) })
  await sow('act.addPerpetrator', { caseId, perpetrator: perpetratorOf(n) })
  await sow('act.add', { caseId, act: actOf(n, [personId]) })
  await sow('consent.record', consentOf(personId))
  await sow('risk.assess', riskOf(n, personId))
  await sow('brief.start', { caseId, draft: briefOf(personId) })
  return caseId
}

/** An e-mail made of the same strings, taken in as one takes in any. */
async function addEmail(caseId: CaseId, from: number): Promise<void> {
  const { page } = vigil
  const path = join(room.desk, `odd-${from}.eml`)
  const said = strings.slice(from, from + 200).join('\n')
  writeFileSync(
    path,
    email({ subject: strings[from] ?? '', sender: strings[from + 1] ?? '', body: textPart(said) }),
  )
  vigil.answer(path)
  const chosen = (await get(page, 'import.chooseEmail', {}))?.fileId ?? ''
  await get(page, 'import.readEmail', { fileId: chosen as never })
  await get(page, 'import.addEmail', { caseId, fileId: chosen as never })
}

describe('strings that break other programs', () => {
  it('are taken in every text of a case, all of them', async () => {
    for (let n = 1; nextString < strings.length && n <= 60; n++) cases.push(await sowCase(n))
    expect(nextString).toBeGreaterThanOrEqual(strings.length)
    for (const [place, caseId] of cases.slice(0, 3).entries()) await addEmail(caseId, place * 200)
  })

  it('come back as they were', async () => {
    const { page } = vigil
    const [caseId] = cases
    if (!caseId) throw new Error('a case was made')
    for (let at = 0; at < strings.length; at += 100) {
      const account = `>${strings.slice(at, at + 100).join('\n')}<`
      await get(page, 'case.change', { caseId, intake: { ...intakeOf(1), account } })
      const view = await get(page, 'case.view', { caseId })
      expect(view.case.account).toBe(account)
    }
  })

  it.each(['en', 'ar'] as const)('are words on every screen and nothing else: %s', async language => {
    const { page } = vigil
    await wear(page, { language, theme: 'light' })
    for (const caseId of cases.slice(0, language === 'en' ? 2 : 1))
      for (const { name, address } of await screensOf(page, caseId)) {
        await goTo(page, address)
        expect(heard, name).toEqual([])
      }
    const scripts = await page.locator('script:not([src]), iframe, object, embed, form[action]').count()
    expect(scripts).toBe(0)
  })

  it('are shown with a sign for each hidden mark, in what a stranger wrote', async () => {
    const { page } = vigil
    const [caseId] = cases
    await wear(page, { language: 'en', theme: 'light' })
    await goTo(page, `/case/${caseId}/source`)
    await page
      .getByRole('button', { name: words('source.show') })
      .first()
      .click()
    await page.getByText(words('email.unseen'), { exact: true }).waitFor()
    await page.getByText('U+202E', { exact: true }).first().waitFor()
    expect(heard).toEqual([])
  })
})
