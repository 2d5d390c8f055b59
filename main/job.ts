import { Refused } from '../shared/refusal.ts'
import { openChannel } from './channel.ts'

/** The message a throw-away process sends back, once. */
export type JobReply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string }

/**
 * Makes this program a throw-away job: one input, one answer. The process is killed by whoever started it.
 *
 * @param run may throw `Refused`; every other error becomes the code `fault` and says nothing of the input.
 */
export function serveJob<I, O>(run: (input: I) => Promise<O> | O): void {
  const { onMessage, send } = openChannel<I, JobReply>()
  onMessage(input => void settle(run, input).then(send))
}

async function settle<I, O>(run: (input: I) => Promise<O> | O, input: I): Promise<JobReply> {
  try {
    return { ok: true, value: await run(input) }
  } catch (error) {
    return { ok: false, code: error instanceof Refused ? error.code : 'fault' }
  }
}
