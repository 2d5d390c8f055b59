import { join } from 'node:path'
import { forkProgram } from '../../main/host/chromium/forkProgram.ts'
import type { Clock } from '../../main/host/clock.ts'
import type { Child, Host } from '../../main/host/host.ts'
import { createRelay, type Relay } from '../../main/relay.ts'

export const standIn = join(import.meta.dirname, 'stand-in')

/** Time that passes when the test says so; everything else of a process is real. */
export interface HandClock extends Clock {
  pass(milliseconds: number): void
}

export function handClock(): HandClock {
  const waiting = new Set<{ at: number; run(): void }>()
  let now = 0
  return {
    after(milliseconds, run) {
      const entry = { at: now + milliseconds, run }
      waiting.add(entry)
      return () => void waiting.delete(entry)
    },
    pass(milliseconds) {
      now += milliseconds
      for (const entry of [...waiting].filter(entry => entry.at <= now)) {
        waiting.delete(entry)
        entry.run()
      }
    },
  }
}

export interface TestShell {
  readonly relay: Relay
  /** What the shell was made to do, in order: `start …`, `announce …`, `reload`. */
  readonly done: string[]
  call(name: string, input?: unknown): Promise<unknown>
  end(): Promise<void>
}

/** A relay over real processes and a host without a window. */
export function testShell(clock: Clock | HandClock, changed: Partial<Host> = {}): TestShell {
  const done: string[] = []
  const children: Child[] = []
  const host: Host = {
    chooseFile: async () => '/chosen.eml',
    chooseDestination: async () => null,
    chooseFolder: async () => '/chosen',
    printToPdf: async html => new TextEncoder().encode(html),
    printOnPaper: async () => true,
    startProcess: program => {
      done.push(`start ${program}`)
      const child = forkProgram(standIn, program)
      children.push(child)
      return child
    },
    reload: async () => void done.push('reload'),
    announce: event => void done.push(`announce ${event}`),
    hide: () => void done.push('hide'),
    dismissDialogs: () => void done.push('dismiss'),
    behave: ({ panic, capture }) => void done.push(`behave ${panic} ${capture}`),
    clipboard: { read: async () => '', clear: async () => {}, conceal: async () => {} },
    ...changed,
  }
  const relay = createRelay({ host, clock, folder: '/the/vault' })
  return {
    relay,
    done,
    call: (name, input = null) => relay.call(name, input),
    end: async () => {
      const closed = relay.lock('window-closed')
      if ('pass' in clock) clock.pass(60_000)
      await closed
      children.forEach(child => child.kill())
    },
  }
}

/** Whether a process of this number still runs. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
