import type { Reply } from '../../shared/refusal.ts'
import { FromVault, type ToVault } from '../protocol.ts'
import { within, type Clock } from './clock.ts'
import type { Child } from './host.ts'

/** The open line to one vault process, from its start to its end. */
export interface Line {
  /** Whether the process ever said anything; a bundle that cannot even start does not. */
  readonly hasSpoken: () => boolean
  call(name: string, input: unknown): Promise<Reply<unknown>>
  send(message: ToVault): void
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>
  /** Asks the process to close, waits at most so long, kills it. Calls without an answer get `vault/locked`. */
  end(clock: Clock, milliseconds: number): Promise<void>
}

/** What a line passes on: everything the process says by itself. */
export type Notice = Exclude<FromVault, { readonly kind: 'reply' }>

const locked: Reply<never> = { ok: false, code: 'vault/locked' }

/** Opens the line to a vault process that was just started and tells it its folder. */
export function openLine(
  child: Child,
  { folder, hear }: { readonly folder: string; hear(notice: Notice): void },
): Line {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let next = 0
  let spoken = false
  let over = false

  const send = (message: ToVault) => {
    if (!over) child.send(message)
  }
  const settle = (id: number, reply: Reply<unknown>) => {
    waiting.get(id)?.(reply)
    waiting.delete(id)
  }
  const hangUp = () => {
    over = true
    for (const id of waiting.keys()) settle(id, locked)
  }
  const gone = new Promise<void>(resolve => child.onExit(() => resolve(hangUp())))

  child.onMessage(message => {
    const parsed = FromVault.safeParse(message)
    if (over || !parsed.success) return
    spoken = true
    if (parsed.data.kind === 'reply') settle(parsed.data.id, parsed.data.reply)
    else hear(parsed.data)
  })
  send({ kind: 'start', folder })

  return {
    hasSpoken: () => spoken,
    send,
    gone,
    call: (name, input) =>
      new Promise(resolve => {
        if (over) return resolve(locked)
        const id = next++
        waiting.set(id, resolve)
        send({ kind: 'call', id, name, input })
      }),
    async end(clock, milliseconds) {
      send({ kind: 'close' })
      hangUp()
      await within(clock, { milliseconds, first: gone, otherwise: undefined })
      child.kill()
    },
  }
}
