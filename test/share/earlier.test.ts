import { expect, it } from 'vitest'
import { refFor } from '../../main/exchange/merge/compile.ts'
import { packed, vaultOf } from '../exchange/merging.ts'
import { act, shared, withCase } from './support.ts'

it('what was told to somebody before names no row that stays here now', async () => {
  const { here, thereAtHere: colleagueId, caseId, personId } = await withCase()
  const { actId } = await here.app.get('act.add', { caseId, act: act(personId) })
  await shared({ office: here, caseId, colleagueId })
  const disclosed = here.app.get('case.view', { caseId })
  expect(JSON.stringify(await disclosed)).toContain(`act:${actId}:0`)
  const ref = refFor(vaultOf(here.app))(actId)
  expect(JSON.stringify(packed(here.app, caseId).document)).toContain(ref)
  expect(JSON.stringify(packed(here.app, caseId, [`act:${actId}`]).document)).not.toContain(ref)
})
