import { JobFailed } from '../ask.ts'
import type { JobReply } from '../job.ts'
import type { Clock } from './clock.ts'
import { jobResidentMb, type Child, type Host } from './host.ts'
import { isLargerThan } from './isLargerThan.ts'

/** How long a throw-away process may take, in seconds. What is not named gets 20. */
const seconds: Readonly<Record<string, number>> = { seal: 60, open: 60 }

/** The most an answer may be, in MiB: more than any job has to say. An e-mail comes back with its attachments. */
const answerMb: Readonly<Record<string, number>> = {
  'read-email': 320,
  open: 80,
  seal: 112,
  encrypt: 112,
  docx: 16,
  'pdf-text': 16,
  'read-picture': 1,
}

/** How often it is looked at how much memory a job takes, in milliseconds. */
const watchEvery = 200

/** Throw-away processes: one input, one answer, killed afterwards (ADR 0003, ADR 0035). */
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
      const message = await answerOf(child, { input, clock, milliseconds: (seconds[name] ?? 20) * 1000 })
      return outcome(message, answerMb[name] ?? 16)
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

/** The first thing the job says, which is also the last: its process is ended before anybody looks at it. */
async function answerOf(child: Child, { input, clock, milliseconds }: Work): Promise<unknown> {
  let stop = () => {}
  let unwatch = () => {}
  try {
    return await new Promise((resolve, reject) => {
      const fail = (kind: JobFailed['kind']) => {
        child.kill()
        reject(new JobFailed(kind))
      }
      stop = clock.after(milliseconds, () => fail('time'))
      unwatch = watchMemory(child, clock, () => fail('memory'))
      child.onMessage(message => {
        child.kill()
        resolve(message)
      })
      child.onExit(() => fail('crash'))
      child.send(input)
    })
  } finally {
    stop()
    unwatch()
  }
}

/** Looks at the memory of a job again and again. @returns ends the watch. */
function watchMemory(child: Child, clock: Clock, onTooMuch: () => void): () => void {
  let stop = () => {}
  const look = () => {
    if ((child.residentMb() ?? 0) > jobResidentMb) onTooMuch()
    else stop = clock.after(watchEvery, look)
  }
  stop = clock.after(watchEvery, look)
  return () => stop()
}

/** The job's value. What is not a reply, or is too much of one, counts as a crash: a parser that was taken over says what it likes. */
function outcome(message: unknown, limitMb: number): unknown {
  if (isLargerThan(message, limitMb * 2 ** 20)) throw new JobFailed('crash')
  const reply = message as Partial<JobReply> | null
  if (reply?.ok === true && 'value' in reply) return reply.value
  if (reply?.ok === false && 'code' in reply && typeof reply.code === 'string')
    throw new JobFailed('refused', reply.code)
  throw new JobFailed('crash')
}
