import { Refused } from '../shared/refusal.ts'

/** The message a throw-away process sends back, once. */
export type JobReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string }

/** The channel a throw-away process was started with (`process.send` in a fork, `parentPort` under Electron). */
interface Channel {
  onMessage(listener: (message: unknown) => void): void
  send(message: JobReply): void
}

function channel(): Channel {
  const parentPort = (process as { parentPort?: { on: Function; postMessage(m: unknown): void } }).parentPort
  if (parentPort)
    return {
      onMessage: listener => parentPort.on('message', (event: { data: unknown }) => listener(event.data)),
      send: message => parentPort.postMessage(message),
    }
  return {
    onMessage: listener => void process.on('message', listener),
    send: message => void process.send?.(message),
  }
}

/**
 * Makes this program a throw-away job: one input, one answer. The process is killed by whoever started it.
 *
 * @param run may throw `Refused`; every other error becomes the code `fault` and says nothing of the input.
 */
export function serveJob<I, O>(run: (input: I) => Promise<O> | O): void {
  const { onMessage, send } = channel()
  onMessage(message => {
    Promise.resolve()
      .then(() => run(message as I))
      .then(
        value => send({ ok: true, value }),
        (error: unknown) => send({ ok: false, code: error instanceof Refused ? error.code : 'fault' }),
      )
  })
}
