import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { approveOther, askApproval, decline, openStep } from './steps/brief.ts'
import { get, writtenCase } from './steps/door.ts'
import { button, press, reads, titled, type } from './steps/hands.ts'
import { goTo, goToPlace, settled } from './steps/look.ts'
import { addToVault, handOn, openWaiting, waiting } from './steps/people.ts'
import { createVault } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words, wordsLike } from './steps/words.ts'

/* One laptop, two passphrases: who writes a brief never lets it leave alone. */

let vigil: Launched
let page: Page
let author: string
let head: string
let made: Awaited<ReturnType<typeof writtenCase>>

beforeAll(async () => {
  vigil = await openWindow()
  page = vigil.page
  author = await createVault(page)
  head = await addToVault(page, { role: 'HOP-1', duty: 'head_of_presence' })
  made = await writtenCase(page, 'Decide whether to raise the matter quietly.')
})
afterAll(() => vigil.close())

const copy = async () => (await get(page, 'brief.view', { briefId: made.briefId })).document.copy
const brief = (step = '') => `/case/${made.caseId}/brief/${made.briefId}${step && `/${step}`}`

describe('the author', () => {
  it('cannot approve what they wrote themselves, and is told to ask', async () => {
    await goTo(page, brief('approve'))
    await titled(page, 'brief.step.approve')
    await reads(page, words('brief.askApproval.how'))
    for (const key of ['brief.approve.do', 'brief.approve.doOther'])
      expect(await button(page, key).count()).toBe(0)
    await expect(
      get(page, 'brief.approve', { briefId: made.briefId, sole: true, statement: 'I am in a hurry.' }),
    ).rejects.toThrow('brief/not-alone')
    await expect(
      get(page, 'brief.approve', { briefId: made.briefId, sole: false, statement: 'I am in a hurry.' }),
    ).rejects.toThrow('brief/author-cannot-approve')
  })

  it('asks, and nothing waits for themselves', async () => {
    await askApproval(page, 'Please read the bottom line twice.')
    await goToPlace(page, 'app.today')
    await titled(page, 'today.title')
    await settled(page)
    expect(await waiting(page, 'handover.approvals').count()).toBe(0)
  })
})

describe('the head of presence', () => {
  it('opens the same laptop with another passphrase and finds what waits where the day begins', async () => {
    await handOn(page, head, 'HOP-1')
    await openWaiting(page, 'handover.approvals', await copy())
    await titled(page, 'brief.step.approve')
    await reads(page, 'Please read the bottom line twice.')
  })

  it('does not approve it, and says what has to change', async () => {
    await decline(page, 'Say by when an answer is needed.')
    await goToPlace(page, 'app.today')
    await titled(page, 'today.title')
    await settled(page)
    expect(await waiting(page, 'handover.approvals').count()).toBe(0)
  })
})

describe('the author again', () => {
  it('finds it where the day begins, with the words, and changes it', async () => {
    await handOn(page, author, 'FP-1')
    await reads(page, words('handover.back.declined', { by: 'HOP-1' }))
    await openWaiting(page, 'handover.back', await copy())
    await reads(page, 'Say by when an answer is needed.')
    await page.getByRole('link', { name: words('brief.one', { copy: await copy() }), exact: true }).click()
    await openStep(page, 'reader')
    await type(page, 'brief.reader.bottomLine', 'Decide by Friday whether to raise the matter quietly.')
    await press(page, 'app.save')
    await page.getByRole('list', { name: words('brief.steps') }).waitFor()
  })

  it('asks again', async () => {
    await openStep(page, 'approve')
    await askApproval(page, '')
  })
})

describe('once it is approved by somebody else', () => {
  it('says on paper by whom', async () => {
    await handOn(page, head, 'HOP-1')
    await openWaiting(page, 'handover.approvals', await copy())
    await reads(page, 'Decide by Friday whether to raise the matter quietly.')
    await approveOther(page, 'The person wants it and it is balanced.')
    const { document } = await get(page, 'brief.view', { briefId: made.briefId })
    expect(document).toMatchObject({ authorRole: 'FP-1', approvedBy: 'HOP-1', soleApproval: false })
  })

  it('waits for nobody any more; a change would end the approval', async () => {
    await goToPlace(page, 'app.today')
    await titled(page, 'today.title')
    await settled(page)
    expect(await waiting(page, 'handover.approvals').count()).toBe(0)
    const { briefId } = made
    expect((await get(page, 'brief.view', { briefId })).gate.open).toBe(true)
    const { draft } = await get(page, 'brief.view', { briefId })
    await get(page, 'brief.change', { briefId, draft: { ...draft, unknowns: 'Who sent them.' } })
    const { approval, gate } = await get(page, 'brief.view', { briefId })
    expect(approval?.current).toBe(false)
    expect(gate.open).toBe(false)
  })

  it('is in the record, which names everybody by their code, in the order of what they did', async () => {
    await goToPlace(page, 'app.record')
    await reads(page, words('record.operation.brief.declineApproval'))
    await reads(page, words('record.operation.brief.approve'))
    expect(await page.getByText(wordsLike('record.title')).count()).toBeGreaterThan(0)
  })
})
