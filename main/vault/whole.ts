import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { Day, Instant } from '../../shared/model.ts'
import { newDesk, type App } from '../app.ts'
import { askShell, type ShellLine } from '../askShell.ts'
import type { Channel } from '../channel.ts'
import { readyShape } from '../db/shape.ts'
import { answer } from '../door.ts'
import type { FromVault, ToVault } from '../protocol.ts'
import { bringUpAtRest } from '../upToDate.ts'
import { endWork } from '../working.ts'
import { closeVault } from './handlers.ts'
import { newThrottle } from './throttle.ts'

/** What the vault process is started with. */
interface Started {
  readonly line: Pick<Channel<ToVault, FromVault>, 'send'>
  /** The folder of the vault. */
  readonly folder: string
  /** The folder of the built programs. */
  readonly programs: string
}

/** The whole of the vault process, once it was read. */
export interface Whole {
  /** Takes in what the shell says after the start. Never throws. */
  hear(message: ToVault): void
}

/** Opens the desk over one folder. */
export function openWhole(started: Started): Whole {
  const { line } = started
  const shell = askShell(message => line.send(message))
  const app = start(started, shell)
  const rest = resting(app)
  const reply = async ({ id, name, input }: Extract<ToVault, { kind: 'call' }>) => {
    line.send({ kind: 'reply', id, reply: await answer(app, name, input) })
    rest()
  }
  rest()
  return {
    hear(message) {
      if (message.kind === 'answer') shell.answered(message.id, message.answer)
      else if (message.kind === 'close') void close(app)
      else if (message.kind === 'call') void reply(message)
    },
  }
}

const start = ({ line, folder, programs }: Started, shell: ShellLine): App => ({
  desk: newDesk(folder),
  ask: shell.ask,
  clock: () => Instant.parse(new Date().toISOString()),
  today: () => localDay(new Date()),
  newId: () => v7(),
  random: size => new Uint8Array(randomBytes(size)),
  throttle: newThrottle(() => performance.now()),
  readerPage: () => readFileSync(join(programs, 'reader.html'), 'utf8'),
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

/** So long nobody has asked anything, in milliseconds: what a screen asks for after a change comes sooner. */
const restAfter = 250

/** What the last changes left to whoever asks next is done while nobody does; and before a vault is open, what it is held against. */
function resting(of: App): () => void {
  let timer: NodeJS.Timeout | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => (of.desk.vault ? bringUpAtRest(of) : readyShape()), restAfter)
  }
}

async function close(app: App): Promise<void> {
  await endWork(app)
  closeVault(app)
  process.exit(0)
}
