import type { Page } from 'playwright-core'
import type { Band } from '../../../shared/risk/model.ts'
import { fieldNamed, pick, press, tick, titledLike, type } from './hands.ts'
import { label, words } from './words.ts'

/** An assessment as a focal point would type it. */
export interface RiskTyped {
  readonly ownBand: Band
  readonly ownWords: string
  readonly ownTranslation: string
  /** 1 to 5 each; what protects the person is not counted again. */
  readonly likelihood: number
  readonly impact: number
  readonly why: string
}

const step = (of: 'likelihood' | 'impact', number: number) =>
  words('risk.step', { word: words(`risk.${of}.${number}`), step: number })

/** On the page of a new assessment: how the person sees it, the factors, our view; saves it. */
export async function assessRisk(page: Page, risk: RiskTyped): Promise<void> {
  await titledLike(page, 'risk.assessOf')
  await pick(page, 'risk.ownBand', words(`risk.band.${risk.ownBand}`))
  await type(page, 'risk.ownWords', risk.ownWords)
  await type(page, 'risk.ownTranslation', risk.ownTranslation)
  await tick(page, 'factor.threat.title', [label('riskThreat', 'explicit_threat')])
  await pick(page, 'risk.likelihood', step('likelihood', risk.likelihood))
  await pick(page, 'risk.impact', step('impact', risk.impact))
  await pick(page, 'risk.confidence', words('risk.confidence.medium'))
  await type(page, 'risk.why', risk.why)
  await press(page, 'risk.save')
  await titledLike(page, 'risk.ofPerson')
}

/** On the page of the do-no-harm check: all twelve questions; one note and one "unknown" where that does not block. */
export async function checkHarm(page: Page, note: string): Promise<void> {
  await titledLike(page, 'harm.title')
  for (let number = 1; number <= 12; number++) {
    const question = page.getByRole('radiogroup', {
      name: words('harm.numbered', { number, question: words(`harm.q${number}.question`) }),
      exact: true,
    })
    const answer = number === 9 ? 'unknown' : 'yes'
    await question.getByText(words(`harm.answer.${answer}`), { exact: true }).click()
    if (answer === 'unknown') await fieldNamed(page, words('harm.note', { number })).fill(note)
  }
  await press(page, 'harm.save')
}
