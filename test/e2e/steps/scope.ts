import type { Page } from 'playwright-core'
import { pick, press, tick, titled, type } from './hands.ts'
import { label, words } from './words.ts'

/** The scope test from its first question to its result: intimidation and reprisal, within scope. */
export async function answerScope(page: Page, why: string): Promise<void> {
  await titled(page, 'scope.title')
  const next = () => press(page, 'scope.next')
  const answer = async (id: string, code: string) => {
    await pick(page, `scope.${id}.question`, words(`scope.${id}.answer.${code}`))
    await next()
  }
  await answer('t1', 'yes')
  await tickHarmed(page)
  await next()
  await answer('t3', 'no')
  await answer('t4', 'happened')
  await tick(page, 'scope.t5.question', [label('linkIndicator', 'timing')])
  await pick(page, 'scope.t5.grade', label('linkGrade', 'strong'))
  await type(page, 'scope.t5.reason', why)
  await next()
  await pick(page, 'scope.t6.question', label('perpetratorClass', 'state'))
  await next()
  await answer('t7', 'after')
  await answer('t8', 'both')
  await answer('t9', 'yes')
  await page.getByText(words('scope.outcome.in_scope')).first().waitFor()
  await press(page, 'scope.save')
}

/** Who was harmed is suggested from the persons on the case; it only has to be there. */
async function tickHarmed(page: Page): Promise<void> {
  const boxes = page.getByRole('group', { name: words('scope.t2.question') }).getByRole('checkbox')
  await boxes.first().waitFor()
  if ((await boxes.filter({ visible: false }).count()) === 0 && (await anyTicked(boxes))) return
  await boxes.first().check({ force: true })
}

async function anyTicked(boxes: ReturnType<Page['getByRole']>): Promise<boolean> {
  for (const box of await boxes.all()) if (await box.isChecked()) return true
  return false
}
