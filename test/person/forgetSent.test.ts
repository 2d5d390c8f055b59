import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Day } from '../../shared/model.ts'
import { briefDraft } from '../consent/support.ts'
import { freshFolder } from '../support.ts'
import { answer, ask, identified, keep, type Known } from './support.ts'

const phrase = () => new TextEncoder().encode('lamp river window')

/** Sends a brief that says the name, with the consent of the person. @returns where it lies. */
async function sendWithName(app: Known): Promise<string> {
  const { get, caseId, personId } = app
  const draft = briefDraft()
  const { purpose, recipient, channel } = draft
  await get('consent.record', keep(personId, { purpose, recipient, channel }))
  await get('risk.assess', {
    personId,
    about: 'situation',
    actionId: null,
    likelihood: 2,
    impact: 2,
    residualLikelihood: 2,
    residualImpact: 2,
    threats: [],
    vulnerabilities: [],
    capacities: [],
    uncertainties: [],
    confidence: 'medium',
    why: '',
    ownView: { none: 'not-asked' },
  })
  const { briefId } = await get('brief.start', { caseId, draft })
  const { gate } = await get('brief.view', { briefId })
  const blocked = gate.lines.filter(({ verdict }) => verdict === 'blocked').map(({ key }) => key)
  await get('brief.change', { briefId, draft: { ...draft, withheld: blocked } })
  await get('risk.checkHarm', {
    caseId,
    itemId: briefId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: Day.parse('2026-03-10'),
  })
  await get('brief.approve', { briefId, sole: true, statement: 'Nobody else is here.' })
  const path = join(freshFolder(), 'brief.age')
  app.shell.dialogs.push(path)
  await get('brief.export', { briefId, sealFor: { passphrase: phrase() } })
  return path
}

/** Everything the vault holds, as text. */
function everythingIn({ app }: Known): string {
  const db = app.desk.vault!.db
  const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
  return tables
    .all()
    .flatMap(({ name }) => db.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][])
    .flat()
    .map(value => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n')
}

describe('a name that was handed over and then destroyed', () => {
  it('was said to the reader, and stands nowhere in the vault; that it was handed over stays', async () => {
    const app = await identified()
    const path = await sendWithName(app)
    app.shell.dialogs.push(path)
    const chosen = await app.get('exchange.chooseBrief', {})
    const reading = await app.get('exchange.openBrief', {
      fileId: chosen?.fileId ?? '',
      with: { passphrase: phrase() },
    })
    expect(JSON.stringify(reading)).toContain('Zyxw Marker')
    await ask(app)
    await answer(app, true)
    expect(everythingIn(app)).not.toContain('Zyxw')
    expect(everythingIn(app)).not.toContain('Cover Marker')
    const view = await app.get('case.view', { caseId: app.caseId })
    expect(view.disclosures).toHaveLength(1)
    expect(view.consents).toHaveLength(1)
    expect(view.persons[0]).toMatchObject({ label: 'P1', roles: ['lawyer'] })
  })
})
