import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { Day, Instant } from '../shared/model.ts'
import { newDesk } from './app.ts'
import type { App } from './app.ts'
import { askShell } from './askShell.ts'
import { answer } from './door.ts'
import type { FromVault, ToVault } from './protocol.ts'
import { openChannel } from './channel.ts'
import { readyShape } from './db/shape.ts'
import { bringUpAtRest } from './upToDate.ts'
import { closeVault } from './vault/handlers.ts'
import { readPreferences } from './vault/preferences.ts'
import { newThrottle } from './vault/throttle.ts'
import { endWork } from './working.ts'

/** The vault process: keys and database live here and nowhere else. Locking is ending it (ADR 0003). */
const line = openChannel<ToVault, FromVault>()
const shell = askShell(message => line.send(message))
let app: App | null = null

const start = (folder: string): App => ({
  desk: newDesk(folder),
  ask: shell.ask,
  clock: () => Instant.parse(new Date().toISOString()),
  today: () => localDay(new Date()),
  newId: () => v7(),
  random: size => new Uint8Array(randomBytes(size)),
  throttle: newThrottle(() => performance.now()),
  readerPage: () => readFileSync(join(import.meta.dirname, 'reader.html'), 'utf8'),
  preferencesFile: join(dirname(folder), 'preferences.json'),
  tellShell: ({ unlocked, idleMinutes }) => {
    line.send({ kind: 'settings', idleMinutes })
    line.send({ kind: 'state', unlocked })
  },
  tellFound: what => line.send({ kind: 'found', what }),
  tellBehaviour: ({ panic, capture }) => line.send({ kind: 'behaviour', panic, capture }),
  logFault: (operation, error) => process.stderr.write(`fault ${operation} ${nameOf(error)}\n`),
})

/** The calendar day of this machine's own time zone. */
const localDay = (date: Date) =>
  Day.parse(
    [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map(part => String(part).padStart(2, '0'))
      .join('-'),
  )

/** Class and SQLite code of an error; its message may hold what a person said. */
function nameOf(error: unknown): string {
  const { name = 'unknown', code = '' } = error as { readonly name?: string; readonly code?: unknown }
  return `${name} ${String(code)}`
}

line.onMessage(message => {
  if (message.kind === 'start') begin(message.folder)
  else if (message.kind === 'answer') shell.answered(message.id, message.answer)
  else if (message.kind === 'close') void close()
  else void reply(message)
})

function begin(folder: string): void {
  app ??= start(folder)
  app.tellBehaviour(readPreferences(app.preferencesFile))
}

async function reply({ id, name, input }: Extract<ToVault, { kind: 'call' }>): Promise<void> {
  if (!app) return
  line.send({ kind: 'reply', id, reply: await answer(app, name, input) })
  restLater(app)
}

/** So long nobody has asked anything, in milliseconds: what a screen asks for after a change comes sooner. */
const restAfter = 250

let resting: NodeJS.Timeout | undefined

/** What the last changes left to whoever asks next is done while nobody does; and before a vault is open, what it is held against. */
function restLater(of: App): void {
  clearTimeout(resting)
  resting = setTimeout(() => (of.desk.vault ? bringUpAtRest(of) : readyShape()), restAfter)
}

async function close(): Promise<void> {
  if (app) {
    await endWork(app)
    closeVault(app)
  }
  process.exit(0)
}
