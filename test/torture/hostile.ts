import { createJobs } from '../../main/host/jobs.ts'
import { forkProgram } from '../../main/host/chromium/forkProgram.ts'
import { systemClock } from '../../main/host/clock.ts'
import { JobFailed } from '../../main/ask.ts'
import { bundle } from './bundle.ts'
import { added } from './frame.ts'
import type { Budget, Outcome } from './frame.ts'
import { inputsOf } from './hostile/inputs.ts'
import { keptKeys, parsers } from './hostile/parsers.ts'
import type { Keys, Parser } from './hostile/parsers.ts'
import { newReader } from './hostile/reader.ts'
import type { Reader } from './hostile/reader.ts'
import { missing } from './hostile/seeds.ts'

/*
 * Files that mean harm: every reader of bytes from outside is given what others collected, what is kept here, and both
 * damaged, behind the walls a throw-away job has. Nothing may end in anything but "read" or "no"; what takes too long or too
 * much memory is ended, and that is counted.
 */

/** The programs this needs: a job that reads on and on, and the jobs themselves. */
export const hostilePrograms = (): Promise<string> =>
  bundle('torture-hostile', {
    'job-reads': 'test/torture/hostile/reads.ts',
    'job-read-email': 'main/jobs/read-email.ts',
    'job-read-picture': 'main/jobs/read-picture.ts',
    'job-open': 'main/jobs/open.ts',
    'job-pdf-text': 'main/jobs/pdf-text.ts',
  })

/** How many files each reader is given in one round, and how long it may take over all of them, in milliseconds. */
const round = { files: 250, milliseconds: 4_000 } as const
/** How long one file may take where the keys are, and in a job: there less than it really has, so that more are tried. */
const patience = { keys: 20_000, job: 10_000 } as const

interface Asked {
  readonly parser: Parser
  readonly budget: Pick<Budget, 'seed' | 'isOver'>
  readonly reader: Reader
  readonly keys: Keys
}

const problemOf = (parser: Parser, n: number, what: string) => `${parser.name} ${n}: ${what}`

/** One reader and its files of this round. */
async function readMany({ parser, budget, reader, keys }: Asked): Promise<Outcome> {
  const inputs = await inputsOf(parser, budget.seed)
  const counts = { read: 0, refused: 0, crashed: 0, stopped: 0, died: 0, 'too-much-memory': 0 }
  const problems: string[] = []
  const until = performance.now() + round.milliseconds
  for (let n = 0; n < round.files && performance.now() < until && !budget.isOver(); n++) {
    const order = { parser: parser.name, bytes: inputs.at(n), keys }
    const { how, what } = await reader.read(order, parser.job ? patience.job : patience.keys)
    counts[how] += 1
    const isOutside = how === 'stopped' || how === 'died' || how === 'too-much-memory'
    if (how === 'crashed' || (isOutside && parser.job === null))
      problems.push(problemOf(parser, n, `${how} ${what}`))
  }
  const malformed = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const deaths = counts.died + counts['too-much-memory']
  return {
    problems,
    figures: {
      malformed,
      [`malformed_${parser.name}`]: malformed,
      malformed_read: counts.read,
      crashes: counts.crashed + (parser.job === null ? deaths : 0),
      hangs: parser.job === null ? counts.stopped : 0,
      jobs_stopped_by_the_clock: parser.job === null ? 0 : counts.stopped,
      job_deaths: parser.job === null ? 0 : deaths,
      peak_rss_mb: reader.peakMb(),
    },
  }
}

const inputFor = (parser: Parser, bytes: Uint8Array, { identities }: Keys): unknown =>
  parser.job === 'open' ? { file: bytes, key: { identities } } : { bytes }

/** Some of the same files through the real jobs, one process each. What a job says of a fault of its own is a crash. */
export async function throughJobs(
  files: number,
  { seed, programs }: { readonly seed: number; readonly programs: string },
): Promise<Outcome> {
  const jobs = createJobs({ startProcess: program => forkProgram(programs, program) }, systemClock)
  const keys = await keptKeys()
  const problems: string[] = []
  const ofStrangers = parsers.filter(({ name }) => ['email', 'package', 'picture'].includes(name))
  const run = async (parser: Parser) => {
    const inputs = await inputsOf(parser, seed)
    for (let n = 0; n < files; n++) {
      const failed = await jobs.run(parser.job ?? '', inputFor(parser, inputs.at(n), keys)).then(
        () => null,
        (error: unknown) => error,
      )
      if (failed instanceof JobFailed ? failed.code === 'fault' : failed !== null)
        problems.push(problemOf(parser, n, 'through its job: a fault'))
    }
  }
  await Promise.all(ofStrangers.map(run))
  const ran = files * ofStrangers.length
  return { problems, figures: { malformed: ran, malformed_through_jobs: ran, crashes: problems.length } }
}

/** One round: every reader, and a few files through the real jobs. */
export async function runHostile(budget: Budget): Promise<Outcome> {
  const absent = missing()
  if (absent.length > 0)
    budget.say(`  Not here, so not read (script/corpora fetches some): ${absent.join(', ')}`)
  const programs = await hostilePrograms()
  const keys = await keptKeys()
  const reader = newReader(programs)
  const outcomes: Outcome[] = []
  for (const parser of parsers)
    if (!budget.isOver()) outcomes.push(await readMany({ parser, budget, reader, keys }))
  reader.end()
  outcomes.push(await throughJobs(4, { seed: budget.seed, programs }))
  const figures = added(outcomes.map(outcome => outcome.figures))
  budget.say(
    `  ${figures.malformed} files, ${figures.job_deaths} jobs died, at most ${figures.peak_rss_mb} MiB`,
  )
  return { figures, problems: outcomes.flatMap(({ problems }) => problems) }
}

/** A reader that throws what nobody planned must be noticed. */
export async function hostileControl(budget: Budget): Promise<Outcome> {
  const reader = newReader(await hostilePrograms())
  const { how } = await reader.read(
    { parser: 'flawed', bytes: new Uint8Array(), keys: await keptKeys() },
    patience.keys,
  )
  reader.end()
  budget.say(`  a reader that breaks: ${how}`)
  return {
    figures: { control_caught: Number(how === 'crashed') },
    problems: how === 'crashed' ? [] : ['not caught: a reader that breaks'],
  }
}
