import { expect, it } from 'vitest'
import { isShutByRecall } from '../../main/notice/touched.ts'
import { forReading } from '../../main/db/handles.ts'
import { looksAt, written } from './support.ts'
import { shared, withCase } from '../share/support.ts'

it('a shared case is called back when consent is, which does the task, and taking it in is undone there', async () => {
  const { here, there, thereAtHere, caseId } = await withCase()
  const first = await shared({ office: here, caseId, colleagueId: thereAtHere })
  await looksAt(there, first.path)
  const taken = await there.app.get('exchange.takeInCase', { decisions: [] })

  const before = await here.app.get('case.view', { caseId })
  const yes = before.consents.find(({ id }) => before.disclosures[0]?.consentIds.includes(id))!
  const { id: _id, caseId: _case, talkId: _talk, reviewWhen: _when, recordedAt: _at, ...again } = yes
  await here.app.get('consent.record', { ...again, decision: 'withdrawn' })
  const [line] = (await here.app.get('case.view', { caseId })).packages
  expect(line).toMatchObject({ kind: 'case', standing: 'sent', tasks: 1, mayRecall: true })

  const { packageId } = line!
  const draft = { reason: 'consent-withdrawn', wish: 'delete', tellBy: null, words: '' } as const
  const recall = { packageId, to: [thereAtHere], draft, note: '' }
  expect(await here.app.call('notice.writeRecall', recall)).toMatchObject({ code: 'notice/note-missing' })
  const path = await written(here, () => here.app.get('notice.writeRecall', { ...recall, note: 'By file.' }))
  const { followUps, packages } = await here.app.get('case.view', { caseId })
  expect(followUps).toMatchObject([{ done: { note: 'By file.' } }])
  expect(packages.find(one => one.packageId === packageId)?.standing).toBe('recalled')

  await looksAt(there, path)
  const { id } = await there.app.get('notice.takeRecall', {})
  const db = forReading(there.app.app.desk.vault!.db)
  expect(isShutByRecall(db, taken.caseId)).toBe(true)
  const why = 'Nothing else rests on it.'
  await there.app.get('notice.decide', { id: id!, caseId: taken.caseId, decision: 'undo', why })
  expect(await there.app.get('notice.waiting', {})).toMatchObject([{ standing: 'to-undo' }])
  const [merge] = await there.app.get('exchange.merges', { caseId: taken.caseId })
  await there.app.get('exchange.undo', { mergeId: merge!.id, why })
  expect(await there.app.get('notice.waiting', {})).toEqual([])
  expect(await looksAt(there, first.path)).toMatchObject({ code: 'exchange/recalled' })
})

it('a case that is shared again takes the place of the one before, on both sides', async () => {
  const { here, there, thereAtHere, caseId } = await withCase()
  const first = await shared({ office: here, caseId, colleagueId: thereAtHere })
  await looksAt(there, first.path)
  await there.app.get('exchange.takeInCase', { decisions: [] })
  here.app.moveTo('2026-03-02T13:00:00.000Z')
  const second = await shared({ office: here, caseId, colleagueId: thereAtHere })
  const standings = async ({ app }: typeof here) =>
    (await app.get('notice.log', {})).map(({ standing }) => standing)
  expect(await standings(here)).toEqual(['sent', 'superseded'])
  expect(await looksAt(there, second.path)).toMatchObject({
    value: { takesPlaceOf: '2026-03-02T12:00:00.000Z' },
  })
  await there.app.get('exchange.takeInCase', { decisions: [] })
  expect(await standings(there)).toEqual(['received', 'superseded'])
})
