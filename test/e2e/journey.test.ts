import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsIn } from '../../main/docx/readBack.ts'
import type { Launched } from './launch.ts'
import { plant } from './steps/planted.ts'
import { makeRoom } from './steps/room.ts'
import { searchFor, type Search } from './steps/search.ts'
import { watchSockets } from './steps/sockets.ts'
import { missingTools, newStockKey, openWithStockTools, verifyWithStockTools } from './steps/stockTools.ts'
import * as story from './steps/story.ts'
import { tell } from './steps/telling.ts'
import { lockWithKey } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'

/* The story Vigil is for, in a real window, on real files, on two machines: from a received e-mail to a decided brief. */

const room = makeRoom()
const planted = plant()
const started = Date.now()
const telling = tell({ planted, desk: room.desk })

let focalPoint: Launched
let official: Launched
let told: story.CaseTold
let sent: { readonly path: string; readonly passphrase: string }
let sockets: ReturnType<typeof watchSockets>

beforeAll(async () => {
  room.enter()
  sockets = watchSockets()
  focalPoint = await openWindow()
})
afterAll(async () => {
  sockets.stop()
  await focalPoint.close()
  room.leave()
  room.remove()
})

const search = (): Search => searchFor([planted.beginning, told.passphrase, sent.passphrase])

/** Everything found in clear in the folders of the run and, of what was written since it began, outside them. */
function foundInClear() {
  const everywhere = search()
  const outside = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'].flatMap(
    folder => everywhere.folder(folder, { since: started, except: [room.path, room.desk] }).found,
  )
  return [
    ...everywhere.folder(room.path).found,
    ...everywhere.folder(focalPoint.vaultFolder).found,
    ...outside,
  ]
}

describe('from a received e-mail to a decided brief', () => {
  it('builds the case: vault, e-mail, persons, identity, act, scope, consent, risk', async () => {
    told = await story.buildCase(telling, focalPoint)
    expect(told.caseId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('blocks the brief, leads to what is missing, and lets it leave as one encrypted file', async () => {
    await story.prepareBrief(telling, focalPoint.page, told.caseId)
    sent = await story.sendBrief(telling, focalPoint)
    expect(readFileSync(sent.path).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  })

  it('brings the decision back: read without a vault, decided, received, in the record, which is whole', async () => {
    official = await openWindow()
    const reply = await story.decideElsewhere(telling, official, sent)
    await official.close()
    await story.receiveDecision(telling, focalPoint, reply)
  })

  it('keeps through the lock what was being typed', () =>
    story.lockInTheMiddle(telling, focalPoint.page, told))

  it('has left nothing in clear, neither while the vault is open nor after it is locked', async () => {
    expect(planted.all.size).toBeGreaterThan(40)
    expect(search().folder(room.desk).found.length).toBeGreaterThan(0)
    expect(foundInClear()).toEqual([])
    await lockWithKey(focalPoint.page)
    expect(foundInClear()).toEqual([])
  })

  it('has listened on no socket', () => {
    expect(sockets.looks).toBeGreaterThan(20)
    expect(sockets.seen).toEqual([])
  })

  it('sent a brief that age, tar and ssh-keygen open without Vigil', () => {
    if (missingTools().length > 0) return console.log(`not on this machine: ${missingTools().join(', ')}`)
    const folder = openWithStockTools(sent.path, join(room.desk, 'stock'), sent)
    expect(verifyWithStockTools(folder)).toContain('Good "vigil-package-v1" signature')
    const document = readFileSync(join(folder, 'brief.json'), 'utf8')
    expect(document).toContain(planted.at('brief: bottom line'))
    expect(document).not.toContain(planted.at('identity: name'))
    expect(document).not.toContain(planted.at('relative: wishes'))
    expect(readFileSync(join(folder, 'brief.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    const inWord = textsIn(readFileSync(join(folder, 'brief.docx'))).join('\n')
    expect(inWord).toContain(planted.at('brief: bottom line'))
    expect(inWord).not.toContain(planted.at('identity: name'))
    expect(inWord).not.toContain(planted.at('relative: wishes'))
    rmSync(folder, { recursive: true })
  })
})

describe('a brief for a key', () => {
  it('is opened by age with that key', async () => {
    if (missingTools().length > 0) return console.log(`not on this machine: ${missingTools().join(', ')}`)
    const { page } = focalPoint
    const key = newStockKey(room.desk)
    await story.openAgain(page, told)
    await story.prepareBrief(telling, page, told.caseId)
    const path = await story.sendBriefForKey(telling, focalPoint, key.recipient)
    const folder = openWithStockTools(path, join(room.desk, 'stock-key'), key)
    expect(readFileSync(join(folder, 'brief.json'), 'utf8')).toContain(planted.at('brief: bottom line'))
  })
})
