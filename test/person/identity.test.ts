import { describe, expect, it } from 'vitest'
import { saidIn } from '../record/support.ts'
import { person } from '../support.ts'
import { answer, ask, identified, identity } from './support.ts'

describe('identities apart', () => {
  it('shows a person by code only, and says that an identity is kept', async () => {
    const app = await identified()
    const view = await app.get('case.view', { caseId: app.caseId })
    expect(view.persons[0]).toMatchObject({ label: 'P1', hasIdentity: true })
    expect(JSON.stringify(view)).not.toContain('Zyxw')
  })

  it('reveals one person for a reason, and the reveal is an entry', async () => {
    const app = await identified()
    const { caseId, personId } = app
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
    const app = await identified()
    expect(await app.call('person.reveal', { personId: app.personId, reason: ' ' })).toMatchObject({
      ok: false,
      code: 'invalid-input',
      field: 'reason',
    })
  })

  it('is never written over with nothing: that would destroy it without asking anybody', async () => {
    const app = await identified()
    const nothing = { name: ' ', otherNames: '', contact: '', documents: '' }
    expect(
      await app.call('person.identify', { personId: app.personId, identity: nothing, basis: 'Why not.' }),
    ).toMatchObject({ code: 'invalid-input', field: 'identity.name' })
    expect(await app.get('person.reveal', { personId: app.personId, reason: 'to call back' })).toEqual(
      identity,
    )
  })

  it('is unreadable for ever once its key is destroyed, in the history too', async () => {
    const app = await identified()
    await ask(app)
    await answer(app, true)
    expect(await app.call('person.reveal', { personId: app.personId, reason: 'to call back' })).toEqual({
      ok: false,
      code: 'person/no-identity',
    })
    const everything = saidIn(app.app.desk.vault!.db)
    expect(everything).toContain('sealed')
    expect(everything).not.toContain('Zyxw')
  })

  it('cannot be opened as somebody else: the person is bound to both layers', async () => {
    const app = await identified()
    const { caseId, personId } = app
    const other = await app.get('person.add', { caseId, person: person() })
    await app.get('person.identify', {
      personId: other.personId,
      identity: { ...identity, name: 'Other' },
      basis: 'To call back today.',
    })
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
