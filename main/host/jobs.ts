import { JobFailed } from '../ask.ts'
import type { JobReply } from '../job.ts'
import type { Clock } from './clock.ts'
import type { Child, Host } from './host.ts'

/** How long a throw-away process may take, in seconds. What is not named gets 20. */
const seconds: Readonly<Record<string, number>> = { seal: 60, open: 60 }

/** Throw-away processes: one input, one answer, killed afterwards (ADR 0003). */
export interface Jobs {
  /** @throws JobFailed */
  run(name: string, input: unknown): Promise<unknown>
  /** Ends every job that still runs: what they hold is case data too. */
  killAll(): void
}

/** Runs throw-away jobs on processes of this shell. */
export function createJobs(host: Pick<Host, 'startProcess'>, clock: Clock): Jobs {
  const running = new Set<Child>()

  async function run(name: string, input: unknown): Promise<unknown> {
    const child = host.startProcess(`job-${name}`)
    running.add(child)
    try {
      return outcome(await answerOf(child, { input, clock, milliseconds: (seconds[name] ?? 20) * 1000 }))
    } finally {
      running.delete(child)
      child.kill()
    }
  }

  return { run, killAll: () => running.forEach(child => child.kill()) }
}

interface Work {
  readonly input: unknown
  readonly clock: Clock
  readonly milliseconds: number
}

async function answerOf(child: Child, { input, clock, milliseconds }: Work): Promise<unknown> {
  let stop = () => {}
  try {
    return await new Promise((resolve, reject) => {
      stop = clock.after(milliseconds, () => reject(new JobFailed('time')))
      child.onMessage(resolve)
      child.onExit(() => reject(new JobFailed('crash')))
      child.send(input)
    })
  } finally {
    stop()
  }
}

/** The job's value. What is not a reply counts as a crash: a parser that was taken over says what it likes. */
function outcome(message: unknown): unknown {
  const reply = message as Partial<JobReply> | null
  if (reply?.ok === true && 'value' in reply) return reply.value
  if (reply?.ok === false && 'code' in reply && typeof reply.code === 'string')
    throw new JobFailed('refused', reply.code)
  throw new JobFailed('crash')
}
