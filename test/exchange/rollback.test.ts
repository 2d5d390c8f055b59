import { beforeEach, describe, expect, it } from 'vitest'
import type { Arrived } from '../../main/exchange/arrive.ts'
import { ownKeys } from '../../main/exchange/keyring.ts'
import { Instant } from '../../shared/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { intake, person } from '../support.ts'
import { anAnswer } from './histories.ts'
import { lays, packed, vaultOf } from './merging.ts'
import { adds, anOffice, twoOffices } from './offices.ts'
import type { Office } from './offices.ts'

let here: Office
let there: Office
let caseId: CaseId
let personId: PersonId
beforeEach(async () => {
  ;({ here, there } = await twoOffices())
  ;({ caseId } = await here.app.get('case.start', { intake: intake(), fileId: null }))
  ;({ personId } = await here.app.get('person.add', { caseId, person: person() }))
  await here.app.get('consent.record', anAnswer(personId, 'given'))
})

const takes = (arrived: Arrived) => {
  lays(there.app, arrived)
  return there.app.call('exchange.takeInCase', { decisions: [] })
}
const signedBy = ({ app }: Office, arrived: Arrived, manifest: Partial<Arrived['manifest']>): Arrived => {
  const senderKey = Buffer.from(ownKeys(vaultOf(app)).publicKey).toString('base64')
  return { ...arrived, manifest: { ...arrived.manifest, senderKey, ...manifest } }
}

describe('an office that put back an older copy of its vault', () => {
  it('still brings the "no" it heard since: that its record differs is shown, and the file is taken in', async () => {
    const last = packed(here.app, caseId)
    expect(await takes(last)).toMatchObject({ ok: true })
    here.app.moveTo('2026-03-05T12:00:00.000Z')
    await here.app.get('consent.record', anAnswer(personId, 'withdrawn'))
    const since = packed(here.app, caseId)
    const shorter = { ...since, manifest: { ...since.manifest, entries: last.manifest.entries - 1 } }
    lays(there.app, shorter)
    expect(await there.app.get('exchange.arrival', {})).toMatchObject({ recordDiffers: true })
    const taken = await takes(shorter)
    if (!taken.ok) throw new Error(taken.code)
    const { consents } = await there.app.get('case.view', { caseId: taken.value.caseId })
    expect(consents.at(-1)?.decision).toBe('withdrawn')
  })

  it('is not confused with an old file: one that was made earlier by record and by clock is refused', async () => {
    const old = packed(here.app, caseId)
    here.app.moveTo('2026-03-05T12:00:00.000Z')
    await here.app.get('consent.record', anAnswer(personId, 'withdrawn'))
    expect(await takes(packed(here.app, caseId))).toMatchObject({ ok: true })
    expect(await takes(old)).toMatchObject({ ok: false, code: 'exchange/older-than-known' })
  })
})

describe('a colleague who signs with their own key', () => {
  let third: Office
  beforeEach(async () => {
    third = await anOffice()
    await adds(there, third, { role: 'FP-3', office: 'Office C' })
    await takes(packed(here.app, caseId))
  })
  const changes = () => here.app.get('consent.record', anAnswer(personId, 'refused'))

  it('cannot shut out another office by claiming its record, and a longer one', async () => {
    await changes()
    const forged = signedBy(third, packed(here.app, caseId), {
      entries: 2 ** 40,
      sentAt: Instant.parse('2030-01-01T00:00:00.000Z'),
    })
    expect(await takes(forged)).toMatchObject({ ok: true })
    await changes()
    expect(await takes(packed(here.app, caseId))).toMatchObject({ ok: true })
  })

  it('cannot shut out a package by using its number first', async () => {
    await changes()
    const coming = packed(here.app, caseId)
    const { packageId } = coming.manifest
    expect(await takes(signedBy(third, packed(here.app, caseId), { packageId }))).toMatchObject({ ok: true })
    expect(await takes(coming)).toMatchObject({ ok: true })
    lays(there.app, coming)
    expect(await there.app.call('exchange.arrival', {})).toMatchObject({
      ok: false,
      code: 'exchange/taken-in-before',
    })
  })
})
