import { describe, expect, it } from 'vitest'
import { isShutByRecall } from '../../main/notice/touched.ts'
import { forReading } from '../../main/db/handles.ts'
import { addMerge, changeMerge, mergesOf } from '../../main/exchange/merge/merges.ts'
import type { CaseId, ColleagueId, PackageId } from '../../shared/model.ts'
import type { RecallDraft } from '../../shared/notice/model.ts'
import { anOffice, type Office } from '../exchange/offices.ts'
import { briefDraft } from '../consent/support.ts'
import { identity } from '../person/support.ts'
import { passphrase, person } from '../support.ts'
import { adds, aCase, delivered, looksAt, sends, takesIn, taskOf, twoOffices, written } from './support.ts'

const draft = (change: Partial<RecallDraft> = {}): RecallDraft => ({
  reason: 'consent-withdrawn',
  wish: 'delete',
  tellBy: null,
  words: '',
  ...change,
})

/** Writes a recall of a package to these colleagues. */
const recalls = (
  from: Office,
  packageId: PackageId,
  { to, ...change }: Partial<RecallDraft> & { readonly to: readonly ColleagueId[] },
) =>
  written(from, () =>
    from.app.get('notice.writeRecall', {
      packageId,
      to: [...to],
      draft: draft(change),
      note: 'Asked by file.',
    }),
  )

async function takesRecall(office: Office, path: string) {
  const look = await looksAt(office, path)
  if (!look.ok) throw new Error(look.code)
  return office.app.get('notice.takeRecall', {})
}

/** A package that went from here to there, was taken in and is recalled. */
async function recalled(kind: 'case' | 'contribution' = 'case') {
  const offices = await delivered(kind)
  const { here, there, thereAtHere, sent } = offices
  const path = await recalls(here, sent.packageId, { to: [thereAtHere] })
  await takesRecall(there, path)
  return { ...offices, path }
}

const isShut = ({ app }: Office, caseId: CaseId) => isShutByRecall(forReading(app.app.desk.vault!.db), caseId)

describe('a recall', () => {
  it('shows what it concerns before anything changes, and then marks the case for ever', async () => {
    const { here, there, thereAtHere, sent, caseId } = await delivered()
    const tellBy = '2026-03-09' as RecallDraft['tellBy']
    const path = await recalls(here, sent.packageId, { to: [thereAtHere], tellBy, words: 'Please call us.' })
    await looksAt(there, path)
    const seen = await there.app.get('notice.recall', {})
    expect(seen).toMatchObject({
      says: { reason: 'consent-withdrawn', wish: 'delete', tellBy, words: 'Please call us.' },
      line: { packageId: sent.packageId, cases: [{ id: caseId, standing: null }] },
    })
    expect(isShut(there, caseId)).toBe(false)

    await there.app.get('notice.takeRecall', {})
    expect(isShut(there, caseId)).toBe(true)
    const view = await there.app.get('case.view', { caseId })
    expect(view.packages).toMatchObject([
      {
        standing: 'recalled',
        recalls: [{ reason: 'consent-withdrawn' }],
        cases: [{ standing: 'undecided' }],
      },
      { kind: 'recall' },
    ])
    expect(await there.app.get('notice.waiting', {})).toMatchObject([
      { caseId, code: view.case.code, role: 'FP-1', standing: 'undecided', tellBy },
    ])
  })

  it('closes the gate of the case until a focal point keeps it and says why', async () => {
    const { there, caseId, row } = await recalled()
    const first = (await there.app.get('case.view', { caseId })).packages[0]
    expect(first?.id).toBe(row)
    await there.app.get('notice.decide', {
      id: row,
      caseId,
      decision: 'keep',
      why: 'They agreed with us too.',
    })
    expect(isShut(there, caseId)).toBe(false)
    expect(await there.app.get('notice.waiting', {})).toEqual([])
    const [line] = (await there.app.get('case.view', { caseId })).packages
    expect(line).toMatchObject({
      standing: 'recalled',
      cases: [
        { standing: 'kept', decisions: [{ decision: 'keep', why: 'They agreed with us too.', sole: true }] },
      ],
    })
  })

  it('closes a brief of that case, which says so and where it is put right', async () => {
    const { there, caseId } = await recalled()
    await there.app.get('person.add', { caseId, person: person() })
    const { briefId } = await there.app.get('brief.start', { caseId, draft: briefDraft() })
    const { gate } = await there.app.get('brief.view', { briefId })
    expect(gate.open).toBe(false)
    expect(gate.findings).toContainEqual(
      expect.objectContaining({ reason: 'recalled-by-sender', place: 'recall' }),
    )
  })

  it('waits for the undoing that was decided, and is settled by it', async () => {
    const { there, caseId, row } = await recalled()
    const decide = { id: row, caseId, decision: 'undo', why: 'Nothing else rests on it.' } as const
    expect(await there.app.call('notice.decide', decide)).toMatchObject({ code: 'notice/nothing-to-undo' })
    const { write, app } = taskOf(there.app)
    const merge = {
      id: app.newId(),
      caseId,
      packageRow: row,
      entry: 1,
      before: { changed: [], added: [], removed: [], versions: [] },
      undone: null,
      at: app.clock(),
    }
    write(({ db }) => addMerge(db, merge))
    await there.app.get('notice.decide', decide)
    expect(isShut(there, caseId)).toBe(true)
    expect(await there.app.get('notice.waiting', {})).toMatchObject([{ standing: 'to-undo' }])
    write(({ db }) => {
      const [kept] = mergesOf(db, caseId)
      changeMerge(db, { ...kept!, undone: { entry: 2, by: 'FP-1', at: app.clock(), why: 'Recalled.' } })
    })
    expect(isShut(there, caseId)).toBe(false)
    expect(await there.app.get('notice.waiting', {})).toEqual([])
  })

  it('keeps the case shut while what identifies its people is to be destroyed, and after', async () => {
    const { there, caseId, row } = await recalled()
    await there.app.get('notice.decide', {
      id: row,
      caseId,
      decision: 'destroy',
      why: 'No consent of our own.',
    })
    expect(isShut(there, caseId)).toBe(true)
    const [line] = (await there.app.get('case.view', { caseId })).packages
    expect(line?.cases).toMatchObject([{ standing: 'destroyed' }])
  })

  it('of what is no case is kept for a reason or set aside', async () => {
    const { there, row } = await recalled('contribution')
    expect(await there.app.get('notice.waiting', {})).toMatchObject([{ caseId: null, standing: 'undecided' }])
    const decide = { id: row, caseId: null, why: 'Not used in the report.' } as const
    expect(await there.app.call('notice.decide', { ...decide, decision: 'destroy' })).toMatchObject({
      code: 'notice/nothing-to-decide',
    })
    await there.app.get('notice.decide', { ...decide, decision: 'set-aside' })
    expect(await there.app.get('notice.waiting', {})).toEqual([])
  })

  it('that comes before its package is kept, and the package is then refused in its own words', async () => {
    const { here, there, thereAtHere } = await twoOffices()
    const sent = await sends(here, [thereAtHere])
    const path = await recalls(here, sent.packageId, { to: [thereAtHere] })
    await looksAt(there, path)
    expect(await there.app.get('notice.recall', {})).toMatchObject({ line: null })
    expect(await takesRecall(there, path)).toMatchObject({ id: null })
    expect(await looksAt(there, sent.path)).toMatchObject({ code: 'exchange/recalled' })
  })

  it('stops a package that already lay on the desk', async () => {
    const { here, there, thereAtHere } = await twoOffices()
    const sent = await sends(here, [thereAtHere])
    const path = await recalls(here, sent.packageId, { to: [thereAtHere] })
    await looksAt(there, sent.path)
    const waiting = there.app.app.desk.arrived
    await takesRecall(there, path)
    there.app.app.desk.arrived = waiting
    expect(await there.app.call('exchange.arrival', {})).toMatchObject({ code: 'exchange/recalled' })
  })

  it('does not touch the later package that took its place', async () => {
    const { here, there, thereAtHere, sent, caseId } = await delivered()
    const { packageId, manifestSha256 } = sent
    const later = await sends(here, [thereAtHere], { about: { packageId, manifestSha256 } })
    expect(await looksAt(there, later.path)).toMatchObject({
      ok: true,
      value: { takesPlaceOf: '2026-03-02T12:00:00.000Z' },
    })
    await takesIn(there, later.path, caseId)
    await takesRecall(there, await recalls(here, packageId, { to: [thereAtHere] }))
    const lines = await there.app.get('notice.log', {})
    expect(lines.find(one => one.packageId === later.packageId)).toMatchObject({
      standing: 'received',
      takesPlaceOf: { packageId },
    })
    expect(lines.find(one => one.packageId === packageId)).toMatchObject({
      standing: 'recalled',
      supersededBy: { packageId: later.packageId },
    })
  })

  it('by somebody else than its sender is refused, and so is one of another content', async () => {
    const { here, there, sent, caseId, hereAtThere } = await delivered()
    const third = await anOffice()
    await adds(there, third, { role: 'FP-3' })
    const thereAtThird = await adds(third, there, { role: 'FP-2' })
    const document = { format: 'vigil-recall/1', ...draft() }
    const { packageId, manifestSha256 } = sent
    const forged = await sends(third, [thereAtThird], {
      kind: 'recall',
      document,
      about: { packageId, manifestSha256 },
    })
    await looksAt(there, forged.path)
    expect(await there.app.call('notice.recall', {})).toMatchObject({ code: 'notice/not-theirs' })
    expect(await there.app.call('notice.takeRecall', {})).toMatchObject({ code: 'notice/not-theirs' })
    expect(isShut(there, caseId)).toBe(false)
    const [line] = await here.app.get('notice.log', {})
    const other = await sends(here, [line!.colleague.id], {
      kind: 'recall',
      document,
      about: { packageId, manifestSha256: '0'.repeat(64) },
    })
    await looksAt(there, other.path)
    expect(await there.app.call('notice.takeRecall', {})).toMatchObject({ code: 'notice/not-theirs' })
    expect(hereAtThere).toBeTruthy()
  })

  it('by somebody else before the package comes does not keep it out', async () => {
    const { here, there, thereAtHere } = await twoOffices()
    const third = await anOffice()
    await adds(there, third, { role: 'FP-3' })
    const thereAtThird = await adds(third, there, { role: 'FP-2' })
    const { path, packageId, manifestSha256 } = await sends(here, [thereAtHere])
    const forged = await sends(third, [thereAtThird], {
      kind: 'recall',
      document: { format: 'vigil-recall/1', ...draft() },
      about: { packageId, manifestSha256 },
    })
    await takesRecall(there, forged.path)
    expect(await looksAt(there, path)).toMatchObject({ ok: true })
  })

  it('is answered with a receipt when the officer writes one', async () => {
    const { here, there, path } = await recalled()
    const recall = (await there.app.get('notice.log', {})).find(({ kind }) => kind === 'recall')
    const receipt = await written(there, () =>
      there.app.get('notice.writeReceipt', { packageId: recall!.packageId }),
    )
    await looksAt(here, receipt)
    await here.app.get('notice.takeReceipt', {})
    const line = (await here.app.get('notice.log', {})).find(({ kind }) => kind === 'recall')
    expect(line).toMatchObject({ direction: 'sent', standing: 'taken-in', mayRecall: false })
    expect(path).toBeTruthy()
  })

  it('is written only for what was sent, and to those it was sent to', async () => {
    const { here, there, thereAtHere, sent, hereAtThere } = await delivered()
    const { packageId } = sent
    const ask = { packageId, draft: draft(), note: '' }
    const third = await anOffice()
    const thirdAtHere = await adds(here, third, { role: 'FP-3' })
    for (const [office, to] of [
      [here, [thereAtHere, thirdAtHere]],
      [there, [hereAtThere]],
    ] as const)
      expect(await office.app.call('notice.writeRecall', { ...ask, to: [...to] })).toMatchObject({
        code: 'notice/not-sent',
      })
  })

  it('says nothing of the case: a name in its words keeps it here', async () => {
    const { here, thereAtHere, sent } = await delivered()
    const caseId = await aCase(here)
    const { personId } = await here.app.get('person.add', { caseId, person: person() })
    await here.app.get('person.identify', { personId, identity, basis: 'Safety.' })
    const { code } = (await here.app.get('case.view', { caseId })).case
    for (const words of ['Zyxw Marker asked us.', `It is about ${code}.`])
      expect(
        await here.app.call('notice.writeRecall', {
          packageId: sent.packageId,
          to: [thereAtHere],
          draft: draft({ words }),
          note: '',
        }),
      ).toMatchObject({ code: 'exchange/leak' })
  })

  it('is decided by a focal point alone, and only where something was recalled', async () => {
    const { here, there, thereAtHere, sent, caseId, row } = await delivered()
    const decide = { id: row, caseId, decision: 'keep', why: 'Ours.' } as const
    expect(await there.app.call('notice.decide', decide)).toMatchObject({ code: 'notice/nothing-to-decide' })
    await takesRecall(there, await recalls(here, sent.packageId, { to: [thereAtHere] }))
    const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
    await there.app.get('vault.addPerson', {
      role: 'HOP-1',
      duties: ['head_of_presence'],
      passphrase: theirs(),
    })
    await there.app.get('vault.lock', {})
    await there.app.get('vault.unlock', { passphrase: theirs() })
    expect(await there.app.call('notice.decide', decide)).toMatchObject({ code: 'notice/not-your-duty' })
    await there.app.get('vault.lock', {})
    await there.app.get('vault.unlock', { passphrase: passphrase() })
    await there.app.get('notice.decide', decide)
    const [line] = (await there.app.get('case.view', { caseId })).packages
    expect(line?.cases[0]?.decisions).toMatchObject([{ by: 'FP-1', sole: false }])
  })

  it('whose file does not say what a recall says is refused', async () => {
    const { here, there, thereAtHere } = await twoOffices()
    const { packageId, manifestSha256 } = await sends(here, [thereAtHere])
    const about = { packageId, manifestSha256 }
    const later = await sends(here, [thereAtHere], { kind: 'recall', about, format: 'vigil-recall/2' })
    await looksAt(there, later.path)
    expect(await there.app.call('notice.recall', {})).toMatchObject({ code: 'exchange/newer-than-app' })
    const more = { format: 'vigil-recall/1', ...draft(), caseCode: 'ABC-DEF' }
    const extra = await sends(here, [thereAtHere], { kind: 'recall', about, document: more })
    await looksAt(there, extra.path)
    expect(await there.app.call('notice.recall', {})).toMatchObject({ code: 'exchange/not-a-package' })
  })
})
