import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectAllRefused } from '../exchange/flips.ts'
import { aCase, looksAt, sent, twoOffices } from './support.ts'

it(
  'a handover that was damaged on its way is refused, and nothing of it is taken over',
  { timeout: 240_000 },
  async () => {
    const { here, there, thereAtHere } = await twoOffices()
    await aCase(here)
    const { path } = await sent({ office: here, colleagueId: thereAtHere })
    await expectAllRefused(there, readFileSync(path))
    expect((await there.app.get('case.list', {})).lines).toEqual([])
    expect(await looksAt(there, path)).toMatchObject({ ok: true })
  },
)
