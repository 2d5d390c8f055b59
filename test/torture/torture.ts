import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.ts'
import { added, runPart } from './frame.ts'
import type { Part, Result } from './frame.ts'
import { machine } from './machine.ts'
import { page } from './page.ts'
import { parts } from './parts.ts'

/*
 * The program behind script/torture. Ends with 1 when anything was lost, half done, undetected, found in clear or falsely
 * told, when a part did not finish, or when a flaw that was built in was not caught.
 */

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    seconds: { type: 'string', default: '600' },
    only: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    /** The folder file names are meant from. */
    from: { type: 'string', default: '.' },
  },
})

const say = (text: string) => console.log(text)

function chosenParts(): readonly Part[] {
  const names = values.only?.split(',')
  const unknown = names?.filter(name => !parts.some(part => part.name === name)) ?? []
  if (unknown.length > 0) throw new Error(`--only is some of ${parts.map(({ name }) => name).join(',')}`)
  return parts.filter(({ name }) => names?.includes(name) ?? true)
}

/** A whole number as it was asked for, or `null` when it was not. */
function numberOf(name: 'seconds' | 'seed'): number | null {
  const text = values[name]
  if (text === undefined) return null
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number`)
  return Number(text)
}

/** Shares what is left of the time among the parts that have not run yet: what one leaves over, the others get. */
async function runAll(chosen: readonly Part[], { seed }: { readonly seed: number }) {
  const seconds = numberOf('seconds') ?? 0
  const programs = await bundle('torture', {
    worker: 'test/torture/worker.ts',
    faultWorker: 'test/torture/faultWorker.ts',
    'read-copy': 'main/vault/copies/thread.ts',
  })
  const began = performance.now()
  const results: Record<string, Result> = {}
  for (const [place, part] of chosen.entries()) {
    const left = Math.max(0, seconds - (performance.now() - began) / 1000)
    const weights = chosen.slice(place).reduce((sum, { weight }) => sum + weight, 0)
    const share = (left * part.weight) / weights
    say(`── ${part.name}, ${Math.round(share)} s of ${Math.round(left)} s left`)
    const result = await runPart(part, { programs, seed, seconds: share, say })
    results[part.name] = result
    const seeds = result.badSeeds.length > 0 ? `; seeds with problems: ${result.badSeeds.join(', ')}` : ''
    say(`   ${result.rounds} rounds, ${result.seconds} s, ${result.problems.length} problems${seeds}`)
  }
  return { results, seconds: Math.round((performance.now() - began) / 1000) }
}

/** Totals that mean the same in every part; what only one part counts stands in that part's table. */
function figuresOf(results: Readonly<Record<string, Result>>): Record<string, number> {
  const zero = { lost: 0, false_wrong_passphrase: 0, flips_undetected: 0, crashes: 0 }
  const sums = added([zero, ...Object.values(results).map(({ figures }) => figures)])
  return Object.fromEntries(Object.entries(sums).filter(([name]) => !name.startsWith('control_')))
}

async function main(): Promise<void> {
  const chosen = chosenParts()
  const seed = numberOf('seed') ?? Math.floor(Math.random() * 2 ** 31)
  say(`Seed ${seed}: \`--seed ${seed}\` chooses the same moments and the same damage.`)
  const { results, seconds } = await runAll(chosen, { seed })
  const problems = Object.entries(results).flatMap(([name, part]) =>
    part.problems.map(problem => `${name}: ${problem}`),
  )
  const run = { seconds, seed, machine: machine(), figures: figuresOf(results), parts: results, problems }
  if (values.json) writeFileSync(resolve(values.from, values.json), `${JSON.stringify(run, null, 2)}\n`)
  if (values.markdown) writeFileSync(resolve(values.from, values.markdown), page(run))
  for (const problem of problems) console.error(`PROBLEM ${problem}`)
  for (const [name, value] of Object.entries(run.figures)) say(`${name}: ${value}`)
  say(`${Object.keys(results).length} parts, ${problems.length} problems, ${seconds} s`)
  process.exitCode = problems.length === 0 ? 0 : 1
}

await main()
