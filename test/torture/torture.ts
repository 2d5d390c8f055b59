import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.ts'
import type { Tally } from './faultWorker.ts'
import { runFaults } from './faults.ts'
import { runKills } from './kills.ts'
import { inFolder } from './place.ts'
import { runPackages } from './packages.ts'
import { runPower } from './power.ts'

/*
 * The program behind script/torture: each part runs the real operations through the door, and a flawed twin of itself
 * that must be caught. Ends with 1 when anything was lost, half done, falsely told, or a flaw was missed.
 *
 * What the power part does not show: drives that say "flushed" when they have not, and Electron's own process (it traces
 * the same code in Node). Sectors of 512 bytes; between two flushes any of them may be missing.
 */

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    only: { type: 'string' },
    kills: { type: 'string', default: '200' },
    cases: { type: 'string', default: '2' },
    tears: { type: 'string', default: '3' },
    step: { type: 'string', default: '64' },
    json: { type: 'string' },
  },
})

interface Part {
  readonly figures: unknown
  readonly problems: readonly string[]
}

interface Ask {
  readonly programs: string
  readonly parent: string
}

const say = (text: string) => console.log(text)
const missed = (isCaught: boolean, flaw: string) => (isCaught ? [] : [`not caught: ${flaw}`])

async function kills(asked: Ask): Promise<Part> {
  const count = Number(values.kills)
  const { problems, ...figures } = await runKills({ ...asked, kills: count })
  const lies = Math.max(12, Math.round(count / 10))
  const control = await runKills({ ...asked, kills: lies, flaw: 'lies' })
  say(
    `  ${figures.kills} kills, ${figures.acknowledged} operations acknowledged, ${problems.length} problems`,
  )
  say(`  cut off: ${figures.cutOffThere} wholly there, ${figures.cutOffNotThere} not at all`)
  say(`  ${figures.filesBeforeRecord} briefs were whole on the disk and not yet recorded`)
  say(
    `  an office that says "done" too early: caught ${control.problems.length} times in ${control.kills} kills`,
  )
  return {
    figures: { ...figures, control: control.problems.length },
    problems: [...problems, ...missed(control.problems.length > 0, 'an office that lies')],
  }
}

const sum = (tallies: readonly Tally[], pick: (tally: Tally) => number) =>
  tallies.reduce((total, tally) => total + pick(tally), 0)

async function faults(asked: Ask): Promise<Part> {
  const tallies = await runFaults({
    ...asked,
    onTally: ({ trial, problems, ...tally }) =>
      say(
        `  ${trial}: ${tally.faults} faults, ${tally.refused} refused (${tally.againDone} done at once when tried again, ` +
          `${tally.againAfterLock} after a lock), ${tally.done} done all the same, ` +
          `${tally.refusedButThere} refused and yet there, ${tally.untellable} nobody can tell, ${problems.length} problems`,
      ),
  })
  const seenToBeMissing = sum(tallies, tally => tally.refused - tally.refusedButThere)
  return {
    figures: tallies.map(({ problems, ...tally }) => ({ ...tally, problems: problems.length })),
    problems: [
      ...tallies.flatMap(({ trial, problems }) => problems.map(problem => `${trial}: ${problem}`)),
      ...missed(seenToBeMissing > 0, 'anything missing at all'),
    ],
  }
}

async function power(asked: Ask): Promise<Part> {
  const cases = Number(values.cases)
  const { problems, ...figures } = await runPower({ ...asked, cases, tears: Number(values.tears) })
  say(`  ${figures.acknowledged} acknowledgements, ${figures.calls} calls, ${figures.states} states,`)
  say(`  ${figures.different} of them different, ${problems.length} problems`)
  const control = await runPower({ ...asked, cases: 1, tears: 0, flaw: 'careless' })
  say(`  an office that does not flush: caught in ${control.problems.length} places`)
  return {
    figures: { ...figures, control: control.problems.length },
    problems: [...problems, ...missed(control.problems.length > 0, 'an office that does not flush')],
  }
}

/** One bit of every `--step`-th byte of every kind of package turned, and the file cut after it: always refused. */
async function packages(): Promise<Part> {
  const damages = await runPackages({
    step: Number(values.step),
    onSample: ({ name, flips, prefixes, undetected, crashes }) =>
      say(
        `  ${name}: ${flips} flips, ${prefixes} prefixes, ${undetected} opened all the same, ${crashes} crashes`,
      ),
  })
  const bad = damages.filter(({ undetected, crashes }) => undetected + crashes > 0)
  return {
    figures: damages,
    problems: [
      ...bad.map(({ name }) => `${name}: damage was not refused`),
      ...missed(damages.length > 0, 'any package at all'),
    ],
  }
}

const parts = { kills, faults, power, packages }

async function main(): Promise<void> {
  const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || values.only === name)
  if (chosen.length === 0) throw new Error(`--only is one of ${Object.keys(parts).join(', ')}`)
  const programs = await bundle('torture', {
    worker: 'test/torture/worker.ts',
    faultWorker: 'test/torture/faultWorker.ts',
  })
  const results: Record<string, Part> = {}
  for (const [name, run] of chosen) {
    say(`── ${name}`)
    results[name] = await inFolder(parent => run({ programs, parent }))
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
  const problems = Object.values(results).flatMap(part => part.problems)
  for (const problem of problems) console.error(`PROBLEM ${problem}`)
  say(problems.length === 0 ? 'Nothing was lost.' : `${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
}

await main()
