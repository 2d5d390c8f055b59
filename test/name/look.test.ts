import { describe, expect, it } from 'vitest'
import { passphrase, testApp } from '../support.ts'
import { everyRow } from '../access/support.ts'
import { entries, identity, look, reason, somebody } from './support.ts'

async function newApp() {
  const app = testApp()
  await app.create()
  return app
}

describe('looking for a name', () => {
  it('finds the person in another script, by codes and without the name', async () => {
    const app = await newApp()
    const { caseId, personId } = await somebody(app, identity('Ольга Жмарозкина'))
    await somebody(app, identity('Boris Petrov'))
    const { matches, found, compared, stopped } = await look(app, 'Olga Zhmarozkina')
    const code = (await app.get('case.view', { caseId })).case.code
    expect(matches).toEqual([{ caseId, code, state: 'draft', personId, label: 'P1', how: 'sounds' }])
    expect({ found, compared, stopped }).toEqual({ found: 1, compared: 2, stopped: false })
    expect(JSON.stringify(matches)).not.toContain('Жмарозкина')
  })

  it('finds by another name, a telephone number, an e-mail address and a document', async () => {
    const app = await newApp()
    await somebody(
      app,
      identity('Amina Diallo', {
        otherNames: 'Umm Khaled, Nadia B.',
        contact: 'amina@post.example\n+221 77 123 45 67',
        documents: 'Passport A-1234567',
      }),
    )
    const howOf = async (sought: string) => (await look(app, sought)).matches.map(({ how }) => how)
    expect(await howOf('umm khaled')).toEqual(['same'])
    expect(await howOf('Amina@Post.example')).toEqual(['contact'])
    expect(await howOf('00221 771234567')).toEqual(['contact'])
    expect(await howOf('A1234567')).toEqual(['document'])
    expect(await howOf('٧٧١٢٣٤٥٦٧')).toEqual(['contact'])
    expect(await howOf('Boris')).toEqual([])
  })

  it('shows what is the same before what sounds alike or has a word in common', async () => {
    const app = await newApp()
    await somebody(app, identity('Khadija Haddad'))
    await somebody(app, identity('Youssef Hadad'))
    await somebody(app, identity('Yousef Haddad'))
    expect((await look(app, 'yousef haddad')).matches.map(({ how }) => how)).toEqual([
      'same',
      'sounds',
      'part',
    ])
  })

  it('is one entry: why, and how many were compared and found', async () => {
    const app = await newApp()
    await somebody(app, identity('Amina Diallo'))
    await look(app, 'Amina Diallo')
    const [entry] = await entries(app)
    expect(entry).toMatchObject({ operation: 'name.look', reason, caseId: null })
    const changes = await app.get('record.changes', { seq: entry?.seq ?? 0 })
    const said = Object.fromEntries(changes.map(({ col, new: now }) => [col, now]))
    expect(said).toMatchObject({ compared: '1', found: '1', stopped: '0' })
  })

  it('leaves no word of the name anywhere in the file', async () => {
    const app = await newApp()
    await somebody(app, identity('Qwertina Zxywart', { contact: 'qwertina@zxywart.example' }))
    await look(app, 'Qwertina Zxywart')
    await look(app, 'zxywart@qwertina.example')
    await app.get('search.keepUp', {})
    for (const { text } of everyRow(app)) expect(text.toLowerCase()).not.toMatch(/qwertina|zxywart/)
  })

  it('asks why', async () => {
    const app = await newApp()
    expect(await app.call('name.look', { sought: 'Amina', reason: ' ' })).toMatchObject({
      ok: false,
      field: 'reason',
    })
    expect((await entries(app))[0]?.operation).toBe('vault.create')
  })

  it('keeps no reason that says who is sought', async () => {
    const app = await newApp()
    const before = (await entries(app)).length
    for (const [sought, why] of [
      ['Amina Diallo', 'The brother of AMINA asked'],
      ['أحمد حسن', 'سألت البعثة عن أَحمد'],
      ['+221 77 123 45 67', 'Somebody called from 77 123 4567'],
      ['amina@post.example', 'A letter from amina@post.example'],
    ] as const)
      expect(await app.call('name.look', { sought, reason: why })).toEqual({
        ok: false,
        code: 'name/in-reason',
      })
    expect(await entries(app)).toHaveLength(before)
  })

  it('finds nothing of somebody whose identity was destroyed', async () => {
    const app = await newApp()
    const { caseId, personId } = await somebody(app, identity('Amina Diallo'))
    const yes = { answer: 'yes', note: '' } as const
    const conditions = { retentionMet: yes, noHold: yes, notNeeded: yes, informed: yes }
    await app.get('person.askForget', { personId, reason: 'the person asked us to', conditions })
    const asked = (await app.get('case.view', { caseId })).forgettings[0]
    await app.get('person.answerForget', { request: asked?.id ?? '', agree: true, words: 'I looked.' })
    expect(await look(app, 'Amina Diallo')).toMatchObject({ found: 0, compared: 0, unread: 0 })
  })

  it('tells how many did not open, and finds the others', async () => {
    const app = await newApp()
    const { personId } = await somebody(app, identity('Amina Diallo'))
    await somebody(app, identity('Amina Diallo'))
    const { db } = app.app.desk.vault!
    db.prepare(`UPDATE identity_key SET wrapped = zeroblob(60) WHERE person_id = ?`).run(personId)
    expect(await look(app, 'Amina Diallo')).toMatchObject({ found: 1, compared: 1, unread: 1 })
  })

  it('is stopped by whoever looks, and tells what it found so far', async () => {
    const app = await newApp()
    for (let n = 0; n < 60; n++) await somebody(app, identity('Amina Diallo'))
    const looking = look(app, 'Amina Diallo')
    expect((await app.get('name.looking', {})).compared).toBeGreaterThan(0)
    await app.get('name.stop', {})
    const { stopped, found, compared } = await looking
    expect({ stopped, isPart: compared < 60, found }).toEqual({
      stopped: true,
      isPart: true,
      found: compared,
    })
    expect(await app.get('name.looking', {})).toEqual({ compared: 0, share: 0 })
    const [entry] = await entries(app)
    const changes = await app.get('record.changes', { seq: entry?.seq ?? 0 })
    expect(changes.find(({ col }) => col === 'stopped')?.new).toBe('1')
  })

  it('stops what still runs when somebody looks again', async () => {
    const app = await newApp()
    for (let n = 0; n < 60; n++) await somebody(app, identity('Amina Diallo'))
    const [first, second] = await Promise.all([look(app, 'Amina Diallo'), look(app, 'Boris Petrov')])
    expect(first.stopped).toBe(true)
    expect(second).toMatchObject({ stopped: false, compared: 60, found: 0 })
  })

  it('shows nothing once the vault is locked', async () => {
    const app = await newApp()
    for (let n = 0; n < 60; n++) await somebody(app, identity('Amina Diallo'))
    const looking = app.call('name.look', { sought: 'Amina Diallo', reason })
    await app.get('vault.lock', {})
    expect(await looking).toMatchObject({ ok: false, code: 'vault/locked' })
    await app.get('vault.unlock', { passphrase: passphrase() })
    expect((await entries(app))[0]?.operation).not.toBe('name.look')
  })
})
