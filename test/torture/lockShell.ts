import { join } from 'node:path'
import { forkProgram } from '../../main/host/chromium/forkProgram.ts'
import { systemClock } from '../../main/host/clock.ts'
import type { Child, Host } from '../../main/host/host.ts'
import { createRelay } from '../../main/relay.ts'
import { Refused } from '../../shared/refusal.ts'

/*
 * A shell without a window, as a process of its own: the real relay over the real vault process. Whoever started it plays the
 * page. `node lockShell.js FOLDER`; it speaks over the channel it was forked with.
 */

/** What the page says to it. */
export type ToShell =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  /** The machine goes to sleep, now. */
  | { readonly kind: 'suspend' }
  | { readonly kind: 'end' }

/** What it says. */
export type FromShell =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: unknown }
  | { readonly kind: 'announce' }
  | { readonly kind: 'vault'; readonly pid: number }
  /** So many milliseconds after the lock began, the process that held the keys was gone. */
  | { readonly kind: 'gone'; readonly afterMs: number }
  | { readonly kind: 'reload' }

const say = (said: FromShell) => void process.send?.(said)
let began: number | null = null

const noDialog = () => Promise.reject(new Refused('file/no-dialog'))

function startProcess(program: Parameters<Host['startProcess']>[0]): Child {
  const child = forkProgram(import.meta.dirname, program)
  if (program !== 'vault-process') return child
  child.onExit(() => {
    if (began !== null) say({ kind: 'gone', afterMs: performance.now() - began })
  })
  return child
}

const host: Host = {
  chooseFile: noDialog,
  chooseDestination: noDialog,
  chooseFolder: noDialog,
  printToPdf: noDialog,
  printOnPaper: noDialog,
  startProcess,
  reload: async () => say({ kind: 'reload' }),
  announce: () => say({ kind: 'announce' }),
  hide: () => {},
  dismissDialogs: () => {},
  behave: () => {},
  clipboard: { read: async () => '', clear: async () => {}, conceal: async () => {} },
}

const relay = createRelay({ host, clock: systemClock, folder: join(process.argv[2] ?? '', 'vault') })

process.on('message', (message: ToShell) => {
  if (message.kind === 'end') void relay.lock('window-closed').finally(() => process.exit(0))
  else if (message.kind === 'suspend') {
    began = performance.now()
    void relay.lock('suspend')
  } else
    void relay.call(message.name, message.input).then(reply => say({ kind: 'reply', id: message.id, reply }))
})
