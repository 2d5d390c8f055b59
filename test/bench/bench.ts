import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { isLeftOut, resultOf, type Job, type Result } from './job.ts'
import { jobs } from './jobs/index.ts'
import { newOffice, type Office } from './office.ts'
import { cellsOf, heads, jsonOf, lineOf, markdownOf, type Run } from './told.ts'

/* The program behind script/bench (ADR 0040). */

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    cases: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    from: { type: 'string', default: '.' },
    built: { type: 'string', default: 'out' },
  },
})

const whole = (said: string, name: string, [least, most]: readonly [number, number]): number => {
  const value = Number(said)
  if (Number.isInteger(value) && least <= value && value <= most) return value
  console.error(`--${name}: a whole number from ${least} to ${most}`)
  process.exit(2)
}

const count = whole(values.cases, 'cases', [1000, 1_000_000])
const rounds = whole(values.rounds, 'rounds', [1, 1000])
const small = 1000
/** How many programs wanted a processor at once in the fifteen minutes before: with more than there are processors, times are worthless. */
const loadAtStart = loadavg()[2] ?? 0
const say = (sentence: string) => console.log(sentence)
const folder = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
const words = values.only?.split(',') ?? ['']
const asked = { root: folder, rounds, built: resolve(values.built), say }
const chosen = jobs.filter(({ name }) => words.some(word => name.includes(word)))

/** What everything of one size came to; a job that fails is told, and the others go on. */
async function all(
  office: Office,
  {
    of,
    each,
  }: {
    readonly of: readonly Job[]
    each(job: Job, run: Awaited<ReturnType<Job['run']>>): Promise<void> | void
  },
): Promise<void> {
  for (const job of of) {
    try {
      await each(job, await job.run(office))
    } catch (error) {
      process.exitCode = 1
      await each(job, { leftOut: `it failed: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
  await office.shut()
}

/** Our medians at 1,000 cases of what is said to grow. */
async function smallFigures(): Promise<ReadonlyMap<Job, number>> {
  const figures = new Map<Job, number>()
  const growing = chosen.filter(({ grows }) => grows !== undefined)
  if (count === small || growing.length === 0) return figures
  const office = await newOffice({ ...asked, count: small })
  await all(office, {
    of: growing,
    each: (job, found) => void (isLeftOut(found) || figures.set(job, found.ours.median)),
  })
  return figures
}

/** The run so far. What was not reached is said to be so: a run that is ended leaves a page that is true. */
function runOf(results: readonly Result[], leftOut: readonly (readonly [string, string])[]): Run {
  const told = new Set([...results.map(({ job }) => job.name), ...leftOut.map(([name]) => name)])
  const notReached = chosen
    .filter(({ name }) => !told.has(name))
    .map(({ name }) => [name, 'the run was ended before'] as const)
  const processor = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}`
  return {
    cases: count,
    machine: `${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`,
    load: loadAtStart,
    day: new Date().toISOString().slice(0, 10),
    results,
    leftOut: [...leftOut, ...notReached],
  }
}

async function write(run: Run): Promise<void> {
  if (values.json) writeFileSync(resolve(values.from, values.json), jsonOf(run))
  if (!values.markdown) return
  const style = await resolveConfig(resolve('docs/performance.md'))
  const page = await format(markdownOf(run), { ...style, parser: 'markdown' })
  writeFileSync(resolve(values.from, values.markdown), page)
}

try {
  const atSmall = await smallFigures()
  const office = await newOffice({ ...asked, count })
  say(`${count.toLocaleString('en-US')} cases, ${rounds} rounds\n${lineOf(heads)}`)
  const results: Result[] = []
  const leftOut: [string, string][] = []
  await all(office, {
    of: chosen,
    async each(job, found) {
      if (isLeftOut(found)) {
        leftOut.push([job.name, found.leftOut])
        say(`${job.name}\n    left out: ${found.leftOut}`)
      } else {
        const result = resultOf(job, found, atSmall.get(job) ?? null)
        results.push(result)
        const also = Object.entries(found.also ?? {}).map(
          ([name, value]) => `    ${name}: ${value.toPrecision(3)}`,
        )
        say([lineOf(cellsOf(result)), `    beside ${job.beside}`, ...also].join('\n'))
      }
      await write(runOf(results, leftOut))
    },
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
