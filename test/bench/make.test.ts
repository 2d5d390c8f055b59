import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { freshFolder } from '../support.ts'
import { newAppDesk, passphraseOf, quickKdf } from './desk.ts'
import { addBriefs } from './vault/briefs.ts'
import { clockFrom, opened } from './vault/kept.ts'
import { fillWith } from './vault/make.ts'
import { makePlain, openPlain } from './vault/plain.ts'
import { probes } from './vault/probes.ts'
import { firstDay, officer, today } from './vault/drawing.ts'
import { rowsOf } from './vault/rows.ts'
import { chance } from './vault/seed.ts'

const count = 24

async function aVault() {
  const folder = join(freshFolder(), 'vault.vigil')
  const times = [firstDay - 86_400_000, today]
  const making = newAppDesk({
    folder,
    kdf: quickKdf,
    clock: clockFrom(times[0] ?? 0),
    random: chance(1).bytes,
  })
  await making.get('vault.create', { passphrase: passphraseOf(0), officer })
  fillWith(opened(making), count)
  await making.get('vault.lock', {})
  const desk = newAppDesk({ folder, kdf: quickKdf, clock: clockFrom(times[1] ?? 0) })
  await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
  return desk
}

/** Everything of one table that is not sealed under a key of the vault. */
const rowsIn = (desk: Awaited<ReturnType<typeof aVault>>, table: string) =>
  opened(desk).db.prepare(`SELECT * FROM main."${table}" ORDER BY 1, 2`).raw().all()

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

test('a made vault has a record that verifies, and the clock of nobody was set back', async () => {
  const desk = await aVault()
  const found = await desk.get('record.verify', {})
  expect(found).toMatchObject({ brokenAt: null, disorders: 0 })
  expect(found.entries).toBeGreaterThan(count * 11)
  await desk.get('vault.lock', {})
})

test('every made case is a case as its screen expects it, with ten rows below it', async () => {
  const desk = await aVault()
  const { output } = contract['case.view']
  for (let n = 0; n < count; n++) {
    const caseId = rowsOf(n, count).file.id
    const view = output.parse(await desk.get('case.view', { caseId }))
    const rows = [view.persons, view.engagements, view.acts, view.perpetrators, view.consents]
    expect(rows.flat().length + view.risks.length + view.actions.length + (view.scope ? 1 : 0)).toBe(10)
  }
  await desk.get('vault.lock', {})
})

test('the same number makes the same cases, to the letter', async () => {
  const [one, other] = [await aVault(), await aVault()]
  for (const table of [
    'case_file',
    'person',
    'act',
    'engagement',
    'consent_decision',
    'risk_assessment',
    'action',
  ])
    expect(digest(rowsIn(one, table)), table).toBe(digest(rowsIn(other, table)))
  expect(digest(rowsOf(3, 100))).toBe(digest(rowsOf(3, 100)))
  expect(digest(rowsOf(3, 100))).not.toBe(digest(rowsOf(4, 100)))
  for (const desk of [one, other]) await desk.get('vault.lock', {})
})

test('the newest of very many cases are as whole as the oldest', () => {
  const many = 100_000
  for (const n of Array.from({ length: 300 }, (_, i) => many - 1 - i)) {
    const { file, risk, consent } = rowsOf(n, many)
    expect(file.changedAt >= file.startedAt && file.changedAt < new Date(today).toISOString()).toBe(true)
    expect(risk.validUntil > risk.assessedAt).toBe(true)
    expect((consent.validUntil ?? '') > consent.decidedOn).toBe(true)
  }
})

test('what a search is to find stands in one case each', () => {
  const told = Array.from({ length: count }, (_, n) => rowsOf(n, count).file.account)
  for (const { stands } of probes) expect(told.filter(account => account.includes(stands))).toHaveLength(1)
  expect(probes).toHaveLength(24)
})

test('briefs are begun through the door, and the reference has the same rows and no record', async () => {
  const desk = await aVault()
  await addBriefs(desk, 2)
  const path = join(freshFolder(), 'plain.db')
  makePlain(opened(desk).db, path)
  const plain = openPlain(path)
  const rowsOfPlain = (table: string) => plain.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect(rowsOfPlain('case_file')).toBe(count)
  expect(rowsOfPlain('person')).toBe(2 * count)
  expect(rowsOfPlain('brief')).toBe(2)
  expect(rowsOfPlain('change')).toBe(0)
  const found = plain
    .prepare(`SELECT count(*) FROM bench_text WHERE bench_text MATCH 'qwirlbank'`)
    .pluck()
    .get()
  expect(found).toBe(1)
  plain.close()
  await desk.get('vault.lock', {})
})
