import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Launched } from '../../test/e2e/launch.ts'
import { plannedLetter } from '../../test/e2e/steps/action.ts'
import { asOnePage } from '../../test/e2e/steps/onePage.ts'
import { plant, type Planted } from '../../test/e2e/steps/planted.ts'
import type { Room } from '../../test/e2e/steps/room.ts'
import { watchSockets } from '../../test/e2e/steps/sockets.ts'
import * as story from '../../test/e2e/steps/story.ts'
import { tell } from '../../test/e2e/steps/telling.ts'
import { lockWithKey } from '../../test/e2e/steps/vault.ts'
import { openWindow } from '../../test/e2e/steps/window.ts'
import { countsOf } from './demo-counts.ts'
import { photograph, portraits, type Album } from './demo-pictures.ts'
import { plaintextProof, socketsAreSeen, type Searched } from './demo-proofs.ts'
import { playSharing, type Sharing } from './demo-sharing.ts'

interface Demo {
  readonly out: string
  readonly recipient: string | null
  readonly room: Room
}

interface Step {
  readonly name: string
  readonly milliseconds: number
}

/** Everything one run keeps in hand. */
interface Run extends Demo {
  readonly planted: Planted
  readonly telling: story.Telling
  readonly album: Album
  readonly steps: Step[]
  readonly searched: Searched[]
}

/** Plays the whole story. @returns what was not as it should be. */
export async function playDemo(demo: Demo): Promise<readonly string[]> {
  const began = performance.now()
  const startedAt = Date.now()
  const planted = plant()
  const album: Album = { folder: demo.out, taken: [] }
  const steps: Step[] = []
  const after = async (name: string, page: Page, milliseconds: number) => {
    steps.push({ name, milliseconds })
    console.log(`${String(steps.length).padStart(2)}  ${name} (${milliseconds} ms)`)
    await photograph(album, page, { name, look: { language: 'en', theme: 'light' } })
  }
  const telling = tell({ planted, desk: demo.room.desk, after })
  const run: Run = { ...demo, planted, telling, album, steps, searched: [] }
  const sockets = watchSockets()
  try {
    const told = await playWith(run, startedAt)
    const socketControl = await socketsAreSeen()
    const seconds = Math.round((performance.now() - began) / 1000)
    return summarise(run, { ...told, seconds, sockets, socketControl })
  } finally {
    sockets.stop()
  }
}

interface Told {
  readonly shell: string
  readonly counts: Readonly<Record<string, number>>
  readonly words: string
  readonly control: boolean
  readonly sharing: Sharing
}

async function playWith(run: Run, since: number): Promise<Told> {
  const focalPoint = await openWindow()
  console.log(`Playing in a real window, with ${focalPoint.shell}.`)
  try {
    const told = await story.buildCase(run.telling, focalPoint)
    const sent = await send(run, focalPoint, told)
    const reply = await elsewhere(run, sent)
    await story.receiveDecision(run.telling, focalPoint, reply)
    console.log('A third machine: somebody with a browser and without Vigil.')
    const sixWords = await asOnePage(run.telling, focalPoint)
    const counts = await countsOf(focalPoint.page, told.caseId)
    console.log('A fourth machine: a colleague in another office.')
    const sharing = await playSharing(run, focalPoint, told.caseId)
    await story.lockInTheMiddle(run.telling, focalPoint.page, told)
    const proof = plaintextProof(run, {
      since,
      secrets: [told.passphrase, sent.passphrase, sixWords, sharing.passphrase],
    })
    run.searched.push(proof.search('while the vault is open'))
    console.log('Taking pictures of every screen, in English and Arabic, light and dark.')
    await plannedLetter(focalPoint.page, told.caseId)
    await portraits(run.album, focalPoint.page, told.caseId)
    await run.telling.step('locked-at-the-end', focalPoint.page, () => lockWithKey(focalPoint.page))
    await portraits(run.album, focalPoint.page, null)
    run.searched.push(proof.search('after it was locked'))
    await focalPoint.close()
    run.searched.push(proof.search('after the window was closed'))
    return { shell: focalPoint.shell, counts, words: sent.passphrase, control: proof.control(), sharing }
  } finally {
    await focalPoint.close().catch(() => {})
  }
}

/** With a key, the brief for it is made first; the one the reader opens is then a second one, for six words. */
async function send(run: Run, focalPoint: Launched, { caseId }: story.CaseTold) {
  await story.prepareBrief(run.telling, focalPoint.page, caseId)
  if (run.recipient === null) return story.sendBrief(run.telling, focalPoint)
  await story.sendBriefForKey(run.telling, focalPoint, run.recipient)
  console.log(
    'brief.age is for the key; a second brief, for six words, goes to the reader of this demonstration.',
  )
  await story.prepareBrief(run.telling, focalPoint.page, caseId)
  return story.sendBrief(run.telling, focalPoint, 'brief-for-words.age')
}

/** Another machine: another window, another vault folder, and no vault in it. */
async function elsewhere(run: Run, sent: { readonly path: string; readonly passphrase: string }) {
  console.log('Another machine: the senior official, without a vault.')
  const official = await openWindow()
  try {
    const reply = await story.decideElsewhere(run.telling, official, sent)
    if (existsSync(join(official.vaultFolder, 'case.db')))
      throw new Error('Reading a brief has made a vault.')
    await portraits(run.album, official.page, null)
    return reply
  } finally {
    await official.close()
  }
}

interface Ending extends Told {
  readonly seconds: number
  readonly sockets: ReturnType<typeof watchSockets>
  readonly socketControl: boolean
}

function summarise(run: Run, ending: Ending): readonly string[] {
  const files = [
    'brief.age',
    'brief-for-words.age',
    'brief.html',
    'reply.age',
    'reply-from-page.age',
    'case.age',
    'case-back.age',
  ].flatMap(name => carried(run, name))
  const found = run.searched.flatMap(({ found }) => found)
  const faults = [
    ...found.map(({ path, how }) => `${path} holds something planted, as ${how}`),
    ...ending.sockets.seen.map(({ protocol, port }) => `${protocol} port ${port} was listened on`),
    ...(ending.control ? [] : ['the search for plaintext did not find what was put there for it to find']),
    ...(ending.socketControl ? [] : ['the watch for sockets did not see one that was opened for it to see']),
  ]
  const summary = {
    what: 'The story from a received e-mail to a decided brief, played in a real window. Everything in it is invented.',
    at: new Date().toISOString(),
    shell: ending.shell,
    node: process.version,
    seconds: ending.seconds,
    // What a person presses, at five keys a second, without reading.
    shareSeconds: ending.sharing.share.seconds,
    shareKeys: ending.sharing.share.keys,
    takeInSeconds: ending.sharing.takeIn.seconds,
    takeInKeys: ending.sharing.takeIn.keys,
    counts: { ...ending.counts, steps: run.steps.length, pictures: run.album.taken.length },
    files,
    sixWordsOfTheBriefForTheReader: ending.words,
    plaintext: {
      planted: [...run.planted.all.keys()],
      searches: run.searched,
      controlFound: ending.control,
    },
    sockets: { looks: ending.sockets.looks, seen: ending.sockets.seen, controlSeen: ending.socketControl },
    faults,
    steps: run.steps,
  }
  writeFileSync(join(run.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  console.log(
    `${run.planted.all.size} words planted, ${found.length} found in clear; ${ending.sockets.seen.length} sockets listened on; ` +
      `${run.album.taken.length} pictures; ${ending.seconds} s. See ${run.out}`,
  )
  return faults
}

function carried({ room, out }: Run, name: string) {
  const path = join(room.desk, name)
  if (!existsSync(path)) return []
  copyFileSync(path, join(out, name))
  const bytes = readFileSync(path)
  return [{ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]
}
