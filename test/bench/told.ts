import type { Result } from './job.ts'

/*
 * What was measured, told: as a table for whoever waits, as JSON, and as docs/performance.md.
 */

/** A figure with three digits that count. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value >= 1000) return Math.round(value).toLocaleString('en-US')
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2)
}

const orNothing = (value: number | null | undefined, tell = digits) =>
  value === null || value === undefined ? '' : tell(value)

const verdict = ({ met }: Result) => (met === null ? '' : met ? 'met' : 'NOT MET')

/** What is asked of a job, in a few signs. */
export function goalOf({ job }: Result): string {
  const asked = [
    job.goal === null
      ? ''
      : `≤ ${job.goal < 0.01 ? `1/${Math.round(1 / job.goal).toLocaleString('en-US')}` : job.goal}`,
    job.most === undefined ? '' : job.unit === 'probes' ? `≤ ${job.most}` : `p99 ≤ ${job.most} ${job.unit}`,
    typeof job.grows === 'number' ? `growth ≤ ${job.grows}` : '',
  ]
  return asked.filter(Boolean).join(', ')
}

/** Of fewer rounds nobody can say what 99 of 100 do not exceed. */
const fewest = 100

/** The cells of one line, in the order of `heads`. */
export const cellsOf = (result: Result): string[] => {
  const { job, found, ratio, growth } = result
  return [
    job.name,
    `${digits(found.ours.median)} ${job.unit}`,
    found.ours.rounds >= fewest ? digits(found.ours.p99) : '',
    found.reference ? digits(found.reference.median) : '',
    orNothing(ratio),
    goalOf(result),
    verdict(result),
    orNothing(growth),
  ]
}

/** What stands above the cells. */
export const heads = ['job', 'ours', 'p99', 'reference', 'ratio', 'goal', '', '× from 1,000'] as const
const widths = [58, 12, 9, 10, 9, 22, 8, 12] as const

/** One line for a terminal. */
export const lineOf = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[i] ?? 9))).join(' ')

/** What a run was. */
export interface Run {
  readonly cases: number
  readonly machine: string
  /** How many programs wanted a processor at once in the fifteen minutes before. */
  readonly load: number
  readonly day: string
  readonly results: readonly Result[]
  /** Jobs that were not measured, each with why. */
  readonly leftOut: readonly (readonly [job: string, why: string])[]
}

/** The run as data. Every job has `job`, `ours`, `reference`, `ratio`, `goal` and `met`. */
export function jsonOf({ results, leftOut, ...run }: Run): string {
  const jobs = results.map(({ job, found, ratio, met, growth }) => ({
    job: job.name,
    ours: found.ours.median,
    reference: found.reference?.median ?? null,
    ratio,
    goal: job.goal,
    met,
    unit: job.unit,
    p99: found.ours.p99,
    mostP99: job.most ?? null,
    rounds: found.ours.rounds,
    beside: job.beside,
    growth,
    also: found.also ?? {},
  }))
  return `${JSON.stringify({ ...run, jobs, leftOut: Object.fromEntries(leftOut) }, null, 2)}\n`
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const rule = (cells: readonly string[]) => row(cells.map((_, i) => (i === 0 ? '---' : '---:')))

const also = (results: readonly Result[]) =>
  results.flatMap(({ job, found }) =>
    Object.entries(found.also ?? {}).map(([name, value]) => `- ${job.name}: ${name} ${digits(value)}`),
  )

/** The name of the job that tells what the door alone costs begins like this. */
const doorAlone = 'the door alone'

/** Beside a reference that takes no longer than this many questions that find nothing, the door itself is told. */
const besideTheDoor = 10

function notMet(results: readonly Result[]): string[] {
  const missed = results.filter(({ met }) => met === false)
  if (missed.length === 0) return ['Everything that has a goal meets it.']
  const door = results.find(({ job }) => job.name.startsWith(doorAlone))?.found.ours.median
  return missed.map(({ job, found }) => {
    const isTiny =
      door !== undefined && found.reference !== null && found.reference.median < besideTheDoor * door
    const said = [job.why, isTiny ? `The door alone takes ${digits(door)} ms of it.` : '']
      .filter(Boolean)
      .join(' ')
    return `- **${job.name}**${said === '' ? '' : `: ${said}`}`
  })
}

/** How the names of jobs begin, in the order in which the page tells of them; the others follow as they were taken. */
const inOrder = [
  'window: unlock',
  'unlock',
  'lock',
  'open a case',
  'list',
  'the cases',
  'facet',
  'search',
  'duplicate',
  'save',
  'home',
  'every question',
  'trend',
  'gate',
  'look at',
  'verify',
  'add a case',
  'seal',
  'open a',
  'memory while',
  'merge',
  'brief',
  'window',
  'memory',
  'disk',
]

/** As the goals are told, whatever order the jobs ran in. */
function sorted(results: readonly Result[]): Result[] {
  const place = ({ job }: Result) => {
    const at = inOrder.findIndex(start => job.name.startsWith(start))
    return at === -1 ? inOrder.length : at
  }
  return results.toSorted((a, b) => place(a) - place(b))
}

/** The page. */
export function markdownOf(run: Run): string {
  const { cases, machine, load, day, leftOut } = run
  const results = sorted(run.results)
  const met = results.filter(one => one.met).length
  const asked = results.filter(one => one.met !== null).length
  return [
    '# What Vigil costs',
    '',
    `Made by \`script/bench --cases ${cases} --markdown docs/performance.md\` on ${day}; every figure can be taken again.`,
    '',
    `**${cases.toLocaleString('en-US')} invented cases** in six languages, ten rows below each, every row with its sealed entry in the`,
    `record. Machine: ${machine}; before the run ${digits(load)} programs wanted a processor at once. Times drift by half from hour to hour: what counts is the **ratio** to a reference that was`,
    'taken in turn with ours, in the same run. How it is measured: [ADR 0040](adr/0040-how-speed-is-shown.md).',
    '',
    `${met} of ${asked} goals are met.`,
    '',
    row(['job', 'beside', 'ours', 'p99', 'reference', 'ratio', 'goal', '', '× from 1,000']),
    rule(['', '', '', '', '', '', '', '', '']),
    ...results.map(result => {
      const [name = '', ...rest] = cellsOf(result)
      return row([name, result.job.beside, ...rest])
    }),
    '',
    '## What is not met, and why',
    '',
    ...notMet(results),
    '',
    ...(also(results).length > 0 ? ['## More figures', '', ...also(results), ''] : []),
    ...(leftOut.length > 0
      ? ['## What was not measured', '', ...leftOut.map(([job, why]) => `- ${job}: ${why}`), '']
      : []),
  ].join('\n')
}
