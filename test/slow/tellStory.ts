// Run by written.test.ts under strace: tells the whole story, then says on its standard output what must be found nowhere.
import { appendFileSync } from 'node:fs'
import { setup } from '../e2e/setup.ts'
import { plant } from '../e2e/steps/planted.ts'
import { makeRoom } from '../e2e/steps/room.ts'
import * as story from '../e2e/steps/story.ts'
import { tell } from '../e2e/steps/telling.ts'
import { lockWithKey } from '../e2e/steps/vault.ts'
import { openWindow } from '../e2e/steps/window.ts'

const planted = plant(process.argv[2])
const endScreen = await setup()
const room = makeRoom()
room.enter()
try {
  const telling = tell({ planted, desk: room.desk })
  const focalPoint = await openWindow()
  const told = await story.buildCase(telling, focalPoint)
  await story.prepareBrief(telling, focalPoint.page, told.caseId)
  const sent = await story.sendBrief(telling, focalPoint)
  const official = await openWindow()
  const reply = await story.decideElsewhere(telling, official, sent)
  await official.close()
  await story.receiveDecision(telling, focalPoint, reply)
  await story.lockInTheMiddle(telling, focalPoint.page, told)
  await lockWithKey(focalPoint.page)
  await focalPoint.close()
  appendFileSync(`${room.desk}/control`, planted.at('control'))
  const secrets = [told.passphrase, sent.passphrase]
  console.log(JSON.stringify({ room: room.path, desk: room.desk, planted: planted.all.size, secrets }))
} finally {
  room.leave()
  room.remove()
  endScreen()
}
