// Run by test/torture/rest.ts under strace: the whole story in a real window and what is not in it (search, a printed
// paper, crashes, a copy of the vault on the desk). `node life.ts BEGINNING DESK`. Says at the end what must be nowhere.
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { setup } from '../../e2e/setup.ts'
import type { Launched } from '../../e2e/launch.ts'
import { goToPlace } from '../../e2e/steps/look.ts'
import { plant } from '../../e2e/steps/planted.ts'
import { makeRoom } from '../../e2e/steps/room.ts'
import { familyOf } from '../../e2e/steps/sockets.ts'
import * as story from '../../e2e/steps/story.ts'
import { tell } from '../../e2e/steps/telling.ts'
import { isLocked, lockWithKey, unlock } from '../../e2e/steps/vault.ts'
import { openWindow } from '../../e2e/steps/window.ts'
import { words } from '../../e2e/steps/words.ts'
import { printPaper } from './paper.ts'

const [beginning, deskIn] = process.argv.slice(2)
const planted = plant(beginning)
const endScreen = await setup()
const room = makeRoom(deskIn)
room.enter()

/** A printer that takes the paper and keeps its size only. */
function standInPrinter(): void {
  const folder = join(room.desk, 'bin')
  mkdirSync(folder)
  writeFileSync(join(folder, 'lp'), `#!/bin/sh\nwc -c > ${room.desk}/printed\n`)
  chmodSync(join(folder, 'lp'), 0o700)
  process.env.PATH = `${folder}:${process.env.PATH ?? ''}`
}

const commandOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1')
  } catch {
    return ''
  }
}

/** Ends the vault process in the middle of its work, opens the vault again. */
async function crash(page: Page, { signal, passphrase }: { signal: NodeJS.Signals; passphrase: string }) {
  const pid = familyOf(process.pid).find(one => commandOf(one).includes('vault-process'))
  if (pid === undefined) throw new Error('there is a vault process')
  process.kill(pid, signal)
  await isLocked(page)
  await unlock(page, passphrase)
}

async function search(page: Page): Promise<void> {
  await goToPlace(page, 'app.cases')
  const box = page.getByRole('searchbox', { name: words('caseList.search') })
  await box.fill(planted.at('search term'))
  await page.waitForTimeout(500)
  await box.fill('')
}

async function live(vigil: Launched): Promise<readonly string[]> {
  const { page } = vigil
  standInPrinter()
  const telling = tell({ planted, desk: room.desk })
  const told = await story.buildCase(telling, vigil)
  await story.prepareBrief(telling, page, told.caseId)
  const sent = await story.sendBrief(telling, vigil)
  await search(page)
  await printPaper(page, planted)
  await crash(page, { signal: 'SIGKILL', passphrase: told.passphrase })
  await crash(page, { signal: 'SIGABRT', passphrase: told.passphrase })
  await story.lockInTheMiddle(telling, page, told)
  await lockWithKey(page)
  cpSync(vigil.vaultFolder, join(room.desk, 'vault'), { recursive: true })
  return [told.passphrase, sent.passphrase]
}

try {
  const vigil = await openWindow()
  const secrets = await live(vigil)
  await vigil.close()
  appendFileSync(`${room.desk}/control`, planted.at('control'))
  console.log(JSON.stringify({ room: room.path, desk: room.desk, planted: planted.all.size, secrets }))
} finally {
  room.leave()
  // The desk stays: what is on it is looked at.
  endScreen()
}
