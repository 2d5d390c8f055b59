import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disposalFindings, isDisposable, mayAnswerDisposal } from '../../shared/retention/rules.ts'
import { CaseState } from '../../shared/case/course.ts'
import { Duty } from '../../shared/vault/model.ts'
import { addSecond, conditions, sit } from '../person/support.ts'
import { answer, ask, draft, everyByte, invented, isOver, textsOf, told } from './support.ts'

const rowsWith = (db: { prepare(sql: string): { all(): unknown[] } }, caseId: string) =>
  (db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as { name: string }[]).flatMap(
    ({ name }) =>
      db
        .prepare(`SELECT * FROM main."${name}"`)
        .all()
        .filter(row => JSON.stringify(row).includes(caseId))
        .map(() => name),
  )

describe('destroying a case takes two', () => {
  it('destroys nothing when it is asked for, and does not let whoever asked agree', async () => {
    const here = await told()
    await addSecond(here, ['head_of_presence'])
    expect(await ask(here)).toMatchObject({ ok: true })
    expect(await answer(here, true)).toEqual({ ok: false, code: 'retention/needs-another' })
    expect(await here.get('retention.waiting', {})).toEqual([])
    await sit(here, 'HOP-1')
    expect(await here.get('retention.waiting', {})).toMatchObject([
      { caseId: here.caseId, by: 'FP-1', ground: 'retention' },
    ])
    expect((await here.get('case.view', { caseId: here.caseId })).persons).toHaveLength(1)
  })

  it('destroys it when another agrees, and leaves a tombstone of codes and numbers', async () => {
    const here = await told()
    await addSecond(here, ['head_of_presence'])
    const { code } = (await here.get('case.view', { caseId: here.caseId })).case
    await ask(here)
    await sit(here, 'HOP-1')
    expect(await answer(here, true)).toMatchObject({ ok: true })
    expect(await here.call('case.view', { caseId: here.caseId })).toMatchObject({ code: 'case/gone' })
    expect((await here.get('case.list', {})).lines).toEqual([])
    const [tombstone, ...others] = await here.get('retention.tombstones', {})
    expect(others).toEqual([])
    expect(tombstone).toMatchObject({
      id: here.caseId,
      code,
      askedBy: 'FP-1',
      agreedBy: 'HOP-1',
      sole: false,
    })
    expect(tombstone!.files).toBeGreaterThan(1)
    expect(tombstone!.changes).toBeGreaterThan(8)
    expect(JSON.stringify(tombstone)).not.toContain('Marker')
    expect(await here.get('retention.waiting', {})).toEqual([])
  })

  it('marks when whoever asked also agreed, because there is nobody else', async () => {
    const here = await told()
    await ask(here)
    expect(await answer(here, true)).toMatchObject({ ok: true, value: { sole: true } })
  })

  it('leaves everything when the other declines, who says why', async () => {
    const here = await told()
    await addSecond(here, ['head_of_presence'])
    await ask(here)
    await sit(here, 'HOP-1')
    const { waiting } = await here.get('retention.ofCase', { caseId: here.caseId })
    const no = { request: waiting!.id, agree: false, words: '' }
    expect(await here.call('retention.answerDisposal', no)).toEqual({ ok: false, code: 'retention/say-why' })
    expect(await answer(here, false)).toEqual({ ok: true, value: null })
    expect((await here.get('case.view', { caseId: here.caseId })).persons).toHaveLength(1)
    expect(await here.call('retention.answerDisposal', { ...no, words: 'again' })).toEqual({
      ok: false,
      code: 'retention/answered',
    })
  })

  it('is for the focal point and the head of presence to answer', async () => {
    const here = await told()
    await addSecond(here, ['first_respondent'])
    await ask(here)
    await sit(here, 'HOP-1')
    expect(await answer(here, true)).toEqual({ ok: false, code: 'retention/not-your-duty' })
  })

  it('is asked once, of what is over, and only while nothing keeps the gate shut', async () => {
    const here = await told()
    const { caseId } = here
    const no = conditions({ noHold: { answer: 'unknown', note: '' } })
    expect(await ask(here, { conditions: no })).toEqual({ ok: false, code: 'retention/shut' })
    await here.get('case.move', { caseId, to: 'intake', reason: 'goes on' })
    expect(await ask(here)).toEqual({ ok: false, code: 'retention/not-over' })
    const other = await told(here)
    expect(await ask(other)).toMatchObject({ ok: true })
    expect(await ask(other)).toEqual({ ok: false, code: 'retention/already-asked' })
  })
})

describe('a case that was destroyed', () => {
  it('leaves no word of itself in any table, any free page, any draft or the record', async () => {
    const here = await told()
    const names = ['Zyxw Marker', 'marker@contact.example', 'Cover Marker', 'blue kettle']
    const view = await here.get('case.view', { caseId: here.caseId })
    const typed = [
      'Marker account of what happened',
      'Marker note on the person',
      'Marker reason of the asking',
      'Marker basis',
    ]
    const mail = view.messages.flatMap(({ text, subject }) => textsOf([text, subject]))
    expect(mail.length).toBeGreaterThan(0)
    await ask(here)
    const before = everyByte(here)
    for (const word of [...typed, ...mail]) expect(before.includes(word)).toBe(true)
    await answer(here, true)
    const after = everyByte(here)
    for (const word of [...names, ...typed, ...mail, 'Marker']) expect(after.includes(word)).toBe(false)
    expect(await here.get('vault.draft', { key: `person:basis:${here.personId}` })).toBeNull()
  })

  it('takes none of the others with it, and the record still fits, for ever', async () => {
    const here = await told()
    const kept = await invented(here, 0)
    const before = await here.get('case.view', { caseId: kept.case.id })
    const { head } = await here.get('record.verify', {})
    await ask(here)
    await answer(here, true)
    expect(await here.get('case.view', { caseId: kept.case.id })).toEqual(before)
    const after = await here.get('record.verify', {})
    expect(after).toMatchObject({ brokenAt: null, unfit: 0 })
    const entries = await here.get('record.list', { caseId: here.caseId, before: null })
    expect(entries.some(({ hash }) => hash === head) || entries.length > 5).toBe(true)
    expect(entries.every(({ reason }) => reason === null)).toBe(true)
    expect(here.app.desk.vault!.db.pragma('foreign_key_check')).toEqual([])
    expect(here.app.desk.vault!.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('is gone wholly, whatever had been done with it: rows remain only in the record and its tombstone', async () => {
    const here = await told()
    const views = [await invented(here, 1), await invented(here, 2)]
    const { db } = here.app.desk.vault!
    for (const view of views) {
      isOver(here, view.case.id)
      const others = everyByteWithout(here, view.case.id)
      const one = { ...here, caseId: view.case.id }
      expect(await ask(one, { ground: 'decision' })).toMatchObject({ ok: true })
      const texts = textsOf(await here.get('case.view', { caseId: view.case.id })).filter(
        text => !others(text),
      )
      expect(texts.length).toBeGreaterThan(3)
      expect(await answer(one, true)).toMatchObject({ ok: true })
      expect([...new Set(rowsWith(db, view.case.id))].toSorted()).toEqual(['change', 'entry', 'tombstone'])
      const after = everyByte(here)
      for (const text of texts) expect([text, after.includes(text)]).toEqual([text, false])
    }
    expect((await here.get('record.verify', {})).brokenAt).toBeNull()
  }, 60_000)

  it('has a certificate on paper, without a name or a word that was said', async () => {
    const here = await told()
    await ask(here)
    await answer(here, true)
    for (const language of ['en', 'ar'] as const)
      expect(await here.get('retention.printCertificate', { caseId: here.caseId, language })).toBe(true)
    const [tombstone] = await here.get('retention.tombstones', {})
    const [english, arabic] = here.shell.printed.map(({ html }) => html.replace(/<style>.*<\/style>/s, ''))
    expect(english).toContain(tombstone!.digest)
    expect(english).toContain(tombstone!.code)
    expect(arabic).toContain('dir="rtl"')
    expect(`${english}${arabic}`).not.toMatch(/Marker|certificate\.|retention\./)
    here.shell.printers.push('closed')
    expect(await here.get('retention.printCertificate', { caseId: here.caseId, language: 'en' })).toBe(false)
    const nobody = { caseId: '00000000-0000-4000-8000-000000000000', language: 'en' as const }
    expect(await here.call('retention.printCertificate', nobody as never)).toEqual({
      ok: false,
      code: 'retention/no-tombstone',
    })
  })
})

/** Whether a text stands anywhere but in one case: then it tells nothing of that case. */
function everyByteWithout(here: Awaited<ReturnType<typeof told>>, caseId: string): (text: string) => boolean {
  const { db } = here.app.desk.vault!
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as { name: string }[]
  const rows = tables
    .filter(({ name }) => name !== 'change')
    .flatMap(({ name }) => db.prepare(`SELECT * FROM main."${name}"`).all())
  const schema = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').all()
  const others = [...schema, ...rows].map(row => JSON.stringify(row)).filter(row => !row.includes(caseId))
  return text =>
    /^[0-9a-f-]{36}$|^\d{4}-\d\d-\d\d/.test(text) ||
    others.some(row => row.includes(JSON.stringify(text).slice(1, -1)))
}

describe('what keeps a case from being destroyed', () => {
  const reader = { role: 'FP-2', office: 'B', kind: 'case', sentAt: '2026-03-02T12:00:00.000Z' } as never

  it('lets only what is over go', () => {
    expect(CaseState.options.filter(isDisposable)).toEqual(['draft', 'closed', 'out_of_scope'])
  })

  it('wants whoever got something of it called back, or a reason why they may keep it', () => {
    const open = [{ ...(reader as object), calledBack: false }] as never
    const back = [{ ...(reader as object), calledBack: true }] as never
    const findings = (others: ReturnType<typeof draft>['others'], readers: never) =>
      disposalFindings(draft({ others }), readers).map(({ condition, reason }) => `${condition} ${reason}`)
    expect(findings(null, open)).toEqual(['others open'])
    expect(findings({ answer: 'called-back', note: '' }, open)).toEqual(['others open'])
    expect(findings({ answer: 'may-keep', note: '' }, open)).toEqual(['others why-kept'])
    expect(findings({ answer: 'may-keep', note: 'they have a case of their own' }, open)).toEqual([])
    expect(findings({ answer: 'called-back', note: '' }, back)).toEqual([])
    expect(findings(null, [] as never)).toEqual([])
  })

  it('lets a decision with its reason stand for the time that is over, and nothing stand for the rest', () => {
    const no = { answer: 'no', note: '' } as const
    const all = conditions({ retentionMet: no, noHold: no, notNeeded: no, informed: no })
    const shut = (ground: 'decision' | 'retention') =>
      disposalFindings(draft({ ground, conditions: all }), []).map(({ condition }) => condition)
    expect(shut('decision')).toEqual(['noHold', 'notNeeded', 'informed'])
    expect(shut('retention')).toEqual(['retentionMet', 'noHold', 'notNeeded', 'informed'])
  })

  it('never lets one person alone destroy where there are two', () => {
    fc.assert(
      fc.property(fc.subarray([...Duty.options]), fc.boolean(), (duties, agree) => {
        const own = mayAnswerDisposal({ role: 'A', duties, sole: false }, { by: 'A', agree })
        expect(own).toBe(agree ? 'retention/needs-another' : null)
      }),
    )
  })
})
