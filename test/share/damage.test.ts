import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectAllRefused } from '../exchange/flips.ts'
import { act, shared, withCase } from './support.ts'

it('a case damaged anywhere on its way is refused, and nothing of it is taken in', async () => {
  const { here, there, thereAtHere, caseId, personId } = await withCase()
  await here.app.get('act.add', { caseId, act: act(personId) })
  const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
  const before = await there.app.get('record.verify', {})
  await expectAllRefused(there, new Uint8Array(readFileSync(path)))
  expect(await there.app.get('record.verify', {})).toEqual(before)
  expect((await there.app.get('case.list', {})).lines).toEqual([])
}, 240_000)
