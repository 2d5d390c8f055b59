import { dirname, join } from 'node:path'
import { openChannel } from './channel.ts'
import type { FromVault, ToVault } from './protocol.ts'
import { answerAtTheDoor } from './vault/atTheDoor.ts'
import { readPreferences } from './vault/preferences.ts'
import type { Whole } from './vault/whole.ts'

/**
 * The vault process: keys and database live here and nowhere else. Locking is ending it (ADR 0003).
 *
 * What the window asks first is answered at once; the program that holds a vault is read when the window stands and asks for
 * more, or nobody asks for anything (ADR 0042).
 */
const line = openChannel<ToVault, FromVault>()

/** So long nobody has asked anything, in milliseconds: the window is about to be drawn. */
const restAfter = 100

let door: Parameters<typeof answerAtTheDoor>[1] | null = null
let reading: Promise<Whole> | null = null

line.onMessage(message => {
  if (message.kind === 'start') begin(message.folder)
  else if (message.kind === 'close' && !reading) process.exit(0)
  else if (!(message.kind === 'call' && answered(message))) passOn(message)
})

function begin(folder: string): void {
  const preferencesFile = join(dirname(folder), 'preferences.json')
  door ??= { folder, preferences: readPreferences(preferencesFile) }
  line.send({ kind: 'behaviour', panic: door.preferences.panic, capture: door.preferences.capture })
}

type Call = Extract<ToVault, { kind: 'call' }>

/** Whether this could be answered without the rest of the program. */
function answered({ id, name }: Call): boolean {
  const reply = door && !reading ? answerAtTheDoor(name, door) : null
  if (!reply) return false
  line.send({ kind: 'reply', id, reply })
  if (name === 'vault.state') setTimeout(() => void (reading ?? read()), restAfter)
  return true
}

/** In the order in which it came. A program that cannot be read says so to whoever asks: ending would be started again. */
function passOn(message: ToVault): void {
  const failed = (error: unknown) => {
    process.stderr.write(`fault reading ${(error as Error).name}\n`)
    if (message.kind === 'call')
      line.send({ kind: 'reply', id: message.id, reply: { ok: false, code: 'fault' } })
    if (message.kind === 'close') process.exit(0)
  }
  void (reading ?? read()).then(whole => whole.hear(message)).catch(failed)
}

function read(): Promise<Whole> {
  if (!door) return Promise.reject(new Error('not started'))
  const { folder } = door
  const programs = import.meta.dirname
  reading = import('./vault/whole.ts').then(({ openWhole }) => openWhole({ line, folder, programs }))
  reading.catch(() => undefined)
  return reading
}
