import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectAllRefused } from '../exchange/flips.ts'
import { looksAt, twoOffices } from '../exchange/offices.ts'
import { ordinal, withEntry } from './support.ts'

it(
  'a contribution that was damaged on its way is refused, and changes nothing',
  { timeout: 240_000 },
  async () => {
    const { here, there, thereAtHere: to } = await twoOffices()
    await withEntry(here.app)
    const path = here.path('one.age')
    here.app.shell.dialogs.push(path)
    await here.app.get('report.send', { ordinal, to, why: '' })
    await expectAllRefused(there, readFileSync(path))
    expect(await there.app.get('report.received', {})).toEqual([])
    expect((await looksAt(there, path)).ok).toBe(true)
    expect((await there.app.call('report.takeIn', {})).ok).toBe(true)
  },
)
