import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runEncrypt } from '../../main/exchange/run.ts'
import { makeVault } from '../../main/practice/fill.ts'
import { practiceFolder } from '../../main/practice/place.ts'
import { adds, looksAt, type Office } from '../exchange/offices.ts'
import { lays, packed } from '../exchange/merging.ts'
import { freshFolder, passphrase, testApp } from '../support.ts'
import { aCase, shared, withCase } from './support.ts'

/** An office whose vault says of itself that everything in it is invented. */
async function aPracticeOffice(): Promise<Office> {
  const app = testApp()
  Object.assign(app.app.desk, { folder: practiceFolder(app.app.desk), elsewhere: true })
  await makeVault(app.app, passphrase())
  const folder = freshFolder()
  return { app, path: name => join(folder, name) }
}

/** The card of an office as it is now. */
async function cardOf(one: Office, other: Office) {
  const card = one.path('card-again.json')
  one.app.shell.dialogs.push(card)
  await one.app.get('key.writeCard', { role: 'FP-1', office: 'Office A' })
  other.app.shell.dialogs.push(card)
  const chosen = await other.app.get('colleague.chooseCard', {})
  return (await other.app.get('colleague.readCard', { fileId: chosen?.fileId ?? '' })).signed
}

describe('a case that came', () => {
  it('is refused when its sender was retired, and says so', async () => {
    const { here, there, thereAtHere, hereAtThere, caseId } = await withCase()
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    await there.app.get('colleague.retire', { colleagueId: hereAtThere, reason: 'Left the office' })
    expect(await looksAt(there, path)).toMatchObject({ ok: false, code: 'exchange/sender-retired' })
  })

  it('is refused while nobody compared the new keys of its sender', async () => {
    const { here, there, thereAtHere, hereAtThere, caseId } = await withCase()
    await here.app.get('key.renew', {})
    const signed = await cardOf(here, there)
    await there.app.get('colleague.changeKeys', { colleagueId: hereAtThere, signed, compatibility: false })
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    expect(await looksAt(there, path)).toMatchObject({ ok: false, code: 'exchange/sender-changed' })
  })

  it('is no file of a colleague when a passphrase opens it', async () => {
    const { there } = await withCase()
    const path = there.path('for-words.age')
    const lock = { passphrase: new TextEncoder().encode('some words') }
    writeFileSync(path, await runEncrypt({ lock, content: new Uint8Array(64) }))
    expect(await looksAt(there, path)).toMatchObject({ ok: false, code: 'exchange/not-from-colleague' })
  }, 60_000)

  it('from a practice vault stays out of a real one, and the other way round', async () => {
    const { here, there, caseId } = await withCase()
    const real = packed(here.app, caseId)
    lays(there.app, { ...real, document: { ...(real.document as object), practice: true } })
    expect(await there.app.call('exchange.arrival', {})).toMatchObject({ code: 'exchange/practice-package' })
    const [one, other] = [await aPracticeOffice(), await aPracticeOffice()]
    await adds(other, one, { role: 'FP-9' })
    lays(other.app, packed(one.app, (await aCase(one)).caseId))
    const no = await other.app.call('exchange.arrival', {})
    expect(no).toMatchObject({ code: 'exchange/not-a-practice-package' })
  })

  it('that was put away is gone, and nothing was changed', async () => {
    const { here, there, thereAtHere, caseId } = await withCase()
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    await looksAt(there, path)
    const before = await there.app.get('record.verify', {})
    await there.app.get('exchange.previewCase', {})
    await there.app.get('exchange.putAway', {})
    expect(await there.app.call('exchange.previewCase', {})).toMatchObject({
      code: 'exchange/nothing-arrived',
    })
    expect(await there.app.get('record.verify', {})).toEqual(before)
  })
})
