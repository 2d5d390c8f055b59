import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectAllRefused } from '../exchange/flips.ts'
import { delivered, looksAt, written } from './support.ts'

it(
  'a receipt and a recall that were damaged on their way are refused, and change nothing',
  { timeout: 240_000 },
  async () => {
    const { here, there, thereAtHere, sent } = await delivered()
    const { packageId } = sent
    const receipt = await written(there, () => there.app.get('notice.writeReceipt', { packageId }))
    await expectAllRefused(here, readFileSync(receipt))
    expect(await here.app.get('notice.log', {})).toMatchObject([{ standing: 'sent', receipt: null }])
    expect(await looksAt(here, receipt)).toMatchObject({ ok: true })

    const draft = { reason: 'danger', wish: 'delete', tellBy: null, words: '' } as const
    const recall = await written(here, () =>
      here.app.get('notice.writeRecall', { packageId, to: [thereAtHere], draft, note: '' }),
    )
    await expectAllRefused(there, readFileSync(recall))
    expect(await there.app.get('notice.log', {})).toHaveLength(2)
    expect(await looksAt(there, recall)).toMatchObject({ ok: true })
  },
)
