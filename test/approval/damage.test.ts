import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectAllRefused } from '../exchange/flips.ts'
import { answers, apartOffices, asks, planned, takes } from './support.ts'

it(
  'a question and its answer that were damaged on their way are refused, and change nothing',
  {
    timeout: 240_000,
  },
  async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const { file } = await asks(app, { itemId })
    await expectAllRefused(app.there, readFileSync(file))
    expect(await app.there.app.get('approval.given', {})).toEqual([])
    const answered = await answers(app.there, file)
    await expectAllRefused(app.here, readFileSync(answered.file))
    const { fileAskings } = await app.get('case.view', { caseId: app.caseId })
    expect(fileAskings[0]?.answer).toBeNull()
    expect((await takes(app, answered.file)).ok).toBe(true)
  },
)
