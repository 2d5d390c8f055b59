import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId } from '../../shared/model.ts'
import { wrongWith } from './steps/axe.ts'
import { caseToShare } from './steps/caseToShare.ts'
import { get } from './steps/get.ts'
import { titled } from './steps/hands.ts'
import { keyboardOf } from './steps/keyboard.ts'
import { goTo, looks, wear } from './steps/look.ts'
import { makeRoom } from './steps/room.ts'
import { introduce, shareByKeyboard, takeInByKeyboard, writeOf, type Office } from './steps/sharing.ts'
import { createVault } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* Two machines that only a stick goes between: a case is shared, taken in, written to on both, and comes back. */

const room = makeRoom()
let here: Office
let there: Office
let caseId: CaseId

const path = (name: string) => join(room.desk, name)

async function anOffice(role: string, office: string): Promise<Office> {
  const vigil = await openWindow({ vaultFolder: join(room.desk, role, 'vault') })
  await createVault(vigil.page, role)
  return { vigil, role, office, desk: room.desk }
}

beforeAll(async () => {
  room.enter()
  here = await anOffice('FP-1', 'Office A')
  there = await anOffice('FP-2', 'Office B')
  await introduce(here, there)
  caseId = await caseToShare(here.vigil.page)
})
afterAll(async () => {
  await here.vigil.close()
  await there.vigil.close()
  room.leave()
  room.remove()
})

let theirs: CaseId

describe('with the keyboard alone', () => {
  it('a case goes from its page to a file in less than a minute', async () => {
    expect((await shareByKeyboard(here, caseId, path('case.age'))).seconds).toBeLessThan(60)
  })

  it('and is taken in on the other machine in less than a minute', async () => {
    expect((await takeInByKeyboard(there, path('case.age'))).seconds).toBeLessThan(60)
    const [line] = (await get(there.vigil.page, 'case.list', {})).lines
    theirs = line!.id
    expect(line?.persons).toBe(1)
  })

  it('what both wrote meanwhile waits for somebody, who decides', async () => {
    const { page } = there.vigil
    await writeOf(page, theirs, { wishes: { value: 'That the letter is sent.' } })
    await writeOf(here.vigil.page, caseId, { wishes: { value: 'To be left in peace.' } })
    await shareByKeyboard(there, theirs, path('back.age'))
    await takeInByKeyboard(here, path('back.age'))
    await goTo(here.vigil.page, `/case/${caseId}/conflicts`)
    const hands = keyboardOf(here.vigil.page)
    await hands.to(words('conflict.take.this', { value: 'That the letter is sent.' }))
    await hands.press('Enter')
    await titled(here.vigil.page, 'conflict.title')
    await here.vigil.page.getByText(words('conflict.none')).waitFor()
    const { persons: ours } = await get(here.vigil.page, 'case.view', { caseId })
    expect(ours[0]?.wishes).toEqual({ value: 'That the letter is sent.' })
  })

  it.each(looks)('axe finds nothing on the pages of sharing: $language, $theme', async look => {
    const { page } = here.vigil
    const { shares } = await get(page, 'case.view', { caseId })
    await wear(page, look)
    const parts = ['share', 'share/new', `share/${shares[0]!.id}`, 'conflicts', 'came']
    const found: string[] = []
    for (const address of ['/take-in', '/take-in/case', ...parts.map(part => `/case/${caseId}/${part}`)]) {
      await goTo(page, address)
      for (const fault of await wrongWith(page)) found.push(`${address}: ${fault}`)
    }
    expect(found).toEqual([])
  })
})
