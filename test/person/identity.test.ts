import { describe, expect, it } from 'vitest'
import { intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const identity = { name: 'Zyxw Marker', otherNames: '', contact: 'marker@contact.example', documents: '' }

async function identified(app: TestApp) {
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  await app.get('person.identify', { personId, identity })
  return { caseId, personId }
}

describe('identities apart', () => {
  it('shows a person by code only, and says that an identity is kept', async () => {
    const app = testApp()
    const { caseId } = await identified(app)
    const view = await app.get('case.view', { caseId })
    expect(view.persons[0]).toMatchObject({ label: 'P1', hasIdentity: true })
    expect(JSON.stringify(view)).not.toContain('Zyxw')
  })

  it('reveals one person for a reason, and the reveal is an entry', async () => {
    const app = testApp()
    const { caseId, personId } = await identified(app)
    expect(await app.get('person.reveal', { personId, reason: 'to call back' })).toEqual(identity)
    const [entry] = await app.get('record.list', { caseId, before: null })
    expect(entry).toMatchObject({
      operation: 'person.reveal',
      reason: 'to call back',
      actor: 'FP-1',
      changes: 0,
    })
  })

  it('reveals nothing without a reason', async () => {
    const app = testApp()
    const { personId } = await identified(app)
    expect(await app.call('person.reveal', { personId, reason: ' ' })).toMatchObject({
      ok: false,
      code: 'invalid-input',
      field: 'reason',
    })
  })

  it('is unreadable for ever once its key is destroyed, in the history too', async () => {
    const app = testApp()
    const { personId } = await identified(app)
    await app.get('person.forget', { personId, reason: 'the person asked us to' })
    expect(await app.call('person.reveal', { personId, reason: 'to call back' })).toEqual({
      ok: false,
      code: 'person/no-identity',
    })
    const everything = app.app.desk.vault?.db
      .prepare(`SELECT group_concat(ifnull(old, '') || ifnull(new, '')) AS text FROM change`)
      .get() as { text: string }
    expect(everything.text).not.toContain('Zyxw')
    expect(app.app.desk.vault?.db.prepare(`SELECT count(*) AS keys FROM identity_key`).get()).toEqual({
      keys: 0,
    })
  })

  it('cannot be opened as somebody else: the person is bound to both layers', async () => {
    const app = testApp()
    const { caseId, personId } = await identified(app)
    const other = await app.get('person.add', { caseId, person: person() })
    await app.get('person.identify', { personId: other.personId, identity: { ...identity, name: 'Other' } })
    const db = app.app.desk.vault?.db
    db?.exec(`DROP TRIGGER identity_update_is_history`)
    db?.prepare(`UPDATE identity SET sealed = (SELECT sealed FROM identity WHERE id = ?) WHERE id = ?`).run(
      personId,
      other.personId,
    )
    await expect(
      app.call('person.reveal', { personId: other.personId, reason: 'to call back' }),
    ).rejects.toThrow('fault')
  })
})
