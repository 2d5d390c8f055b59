import { join } from 'node:path'
import type { ColleagueClass } from '../../shared/exchange/colleague.ts'
import type { ColleagueId } from '../../shared/model.ts'
import { freshFolder, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

/** Somebody with a vault of their own, and a place for files on their way. */
export interface Office {
  readonly app: TestApp
  /** A fresh path for a file that leaves or came. */
  readonly path: (name: string) => string
}

/** A new vault at its desk. */
export async function anOffice(now = '2026-03-02T12:00:00.000Z'): Promise<Office> {
  const app = testApp(now)
  await app.create()
  const folder = freshFolder()
  return { app, path: name => join(folder, name) }
}

let cards = 0

/** `one` adds the card of `other`, and compares its words unless told otherwise. */
export async function adds(
  one: Office,
  other: Office,
  {
    role = 'OTHER',
    office = '',
    verified = true,
    recipientClass = 'same_office',
  }: {
    readonly role?: string
    readonly office?: string
    readonly verified?: boolean
    readonly recipientClass?: ColleagueClass
  } = {},
): Promise<ColleagueId> {
  const card = other.path(`card-${cards++}.json`)
  other.app.shell.dialogs.push(card)
  await other.app.get('key.writeCard', { role, office })
  one.app.shell.dialogs.push(card)
  const chosen = await one.app.get('colleague.chooseCard', {})
  const { signed } = await one.app.get('colleague.readCard', { fileId: chosen?.fileId ?? '' })
  const { colleagueId } = await one.app.get('colleague.add', {
    role,
    office,
    recipientClass,
    signed,
    compatibility: false,
  })
  const { recipient, publicKey } = signed.card
  if (verified) await one.app.get('colleague.verify', { colleagueId, recipient, publicKey })
  return colleagueId
}

/** Two offices that verified each other: `here` knows `there` under the first id, and the other way round. */
export async function twoOffices(now?: string) {
  const [here, there] = [await anOffice(now), await anOffice(now)]
  const thereAtHere = await adds(here, there, { role: 'FP-2', office: 'Office B' })
  const hereAtThere = await adds(there, here, { role: 'FP-1', office: 'Office A' })
  return { here, there, thereAtHere, hereAtThere }
}

/** Lets an office look at a file somebody brought. */
export async function looksAt({ app }: Office, path: string) {
  app.shell.dialogs.push(path)
  const chosen = await app.get('exchange.chooseArrival', {})
  return app.call('exchange.look', { fileId: chosen?.fileId ?? '' })
}
