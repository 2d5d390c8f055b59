import { copyFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keysPath } from '../../../main/vault/keysFile.ts'
import { HandoverItem } from '../../../shared/handover/model.ts'
import type { ColleagueId } from '../../../shared/model.ts'
import { newAppDesk, passphraseOf, quickKdf, type AppDesk } from '../desk.ts'
import type { Found, Job } from '../job.ts'
import { sampleOf, timed } from '../measure.ts'
import { databaseOf, type Office } from '../office.ts'
import { clockFrom, keptVault } from '../vault/kept.ts'
import { addToReference, copyRows, emptyPlain } from '../vault/plain.ts'
import { officer, today } from '../vault/drawing.ts'

/** So many cases travel. */
const travelling = 1000

/** `one` takes the card of `other` and compares its words. */
async function adds(one: AppDesk, other: AppDesk, path: string, role: string): Promise<ColleagueId> {
  other.dialogs.push(path)
  await other.get('key.writeCard', { role, office: '' })
  one.dialogs.push(path)
  const fileId = (await one.get('colleague.chooseCard', {}))?.fileId ?? ''
  const { signed } = await one.get('colleague.readCard', { fileId })
  const { colleagueId } = await one.get('colleague.add', {
    role,
    office: '',
    recipientClass: 'same_office',
    signed,
    compatibility: false,
  })
  const { recipient, publicKey } = signed.card
  await one.get('colleague.verify', { colleagueId, recipient, publicKey })
  rmSync(path)
  return colleagueId
}

/** Somebody who hands over a thousand cases, and the successor with an empty vault. */
async function twoDesks({ root, say }: Office) {
  const made = await keptVault(travelling, say)
  const [from, to] = [join(root, 'from.vigil'), join(root, 'to.vigil')]
  cpSync(made.vault, from, { recursive: true })
  copyFileSync(made.quickKeys, keysPath(from))
  const clock = clockFrom(today)
  const here = newAppDesk({ folder: from, kdf: quickKdf, clock })
  await here.get('vault.unlock', { passphrase: passphraseOf(1) })
  const there = newAppDesk({ folder: to, kdf: quickKdf, clock })
  await there.get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-9' })
  const card = join(root, 'card.json')
  const successor = await adds(here, there, card, 'FP-9')
  await adds(there, here, card, officer)
  return { here, there, successor }
}

async function send(here: AppDesk, colleagueId: ColleagueId, path: string): Promise<number> {
  const { handoverId } = await here.get('handover.start', { colleagueId })
  const answers = HandoverItem.options.map(item => ({ item, state: 'done' as const, why: '' }))
  const draft = { leftOut: [], answers, first: 'Call the interpreter on Monday.', note: '' }
  await here.get('handover.change', { handoverId, draft })
  here.dialogs.push(path)
  return timed(() => here.get('handover.send', { handoverId }))
}

/** The same rows read into an empty plain database in one transaction, with its index, counters and search. */
async function importPlain(office: Office, from: AppDesk): Promise<number> {
  const path = join(office.root, 'import.db')
  const to = emptyPlain(path)
  const took = await timed(() =>
    to
      .transaction(() => {
        copyRows(databaseOf(from), to)
        addToReference(to)
      })
      .immediate(),
  )
  to.close()
  rmSync(path)
  return took
}

async function merge(office: Office): Promise<Found> {
  const { here, there, successor } = await twoDesks(office)
  try {
    const file = join(office.root, 'caseload.age')
    const sending = await send(here, successor, file)
    there.dialogs.push(file)
    const fileId = (await there.get('exchange.chooseArrival', {}))?.fileId ?? ''
    const looking = await timed(() => there.get('exchange.look', { fileId }))
    const preview = await timed(() => there.get('handover.preview', {}))
    const taking = await timed(() =>
      there.get('handover.takeOver', { decisions: [], statement: 'I have taken over.' }),
    )
    const theirs: number[] = []
    for (let round = 0; round < 4; round++) theirs.push(await importPlain(office, here))
    const also = {
      'seconds to write the file': sending / 1000,
      'seconds to open and check it': looking / 1000,
      'seconds to see what it would do': preview / 1000,
      'cases taken over in a second': (travelling * 1000) / taking,
    }
    return { ours: sampleOf([taking]), reference: sampleOf(theirs.slice(1)), also }
  } finally {
    for (const desk of [here, there]) await desk.get('vault.lock', {})
  }
}

export const exchangeJobs: readonly Job[] = [
  {
    name: 'merge a package of 1,000 cases',
    beside: 'plain SQLite, the same rows in one transaction, with its search',
    unit: 'ms',
    goal: 3,
    why: 'every value is held to its schema, every row has its history, packed and hashed, and marks the lists and the search.',
    run: merge,
  },
]
