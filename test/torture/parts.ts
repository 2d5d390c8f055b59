import { join } from 'node:path'
import { added, randomFrom } from './frame.ts'
import type { Budget, Part } from './frame.ts'
import { runCopies } from './copies.ts'
import { damage } from './damage.ts'
import { runDoor } from './door.ts'
import { runFaults } from './faults.ts'
import { hostileControl, runHostile } from './hostile.ts'
import { runKills } from './kills.ts'
import type { KillsResult } from './kills.ts'
import { runLock } from './lock.ts'
import { runPackages } from './packages.ts'
import { runPower } from './power.ts'
import { runShells, shellsControl } from './shells.ts'
import { runWays, waysControl } from './ways.ts'
import { runRecord } from './record.ts'
import { restControl, runRest } from './rest.ts'

/*
 * The parts of the torture: each runs the real operations through the door, and a flawed twin of itself that must be
 * caught. Figures that several parts share have one name: what was acknowledged and lost, how often something was killed.
 */

/** The problem of a control whose flaw nobody noticed. */
export const missed = (isCaught: boolean, flaw: string): string[] => (isCaught ? [] : [`not caught: ${flaw}`])

const lost = (problems: readonly string[]) =>
  problems.filter(problem => /(^| )(lost|half done)/.test(problem)).length

/** Two offices at once, each with its own chance: one waits for its processor while the other waits for its disk. */
const twoOffices = (budget: Budget): Promise<KillsResult[]> =>
  Promise.all(
    [0, 1].map(office =>
      runKills({
        ...budget,
        parent: join(budget.parent, `office-${office}`),
        random: randomFrom(budget.seed * 2 + office),
        kills: 16,
      }),
    ),
  )

const figuresOfKills = (told: KillsResult) => ({
  kills: told.kills,
  acknowledged: told.acknowledged,
  lost: lost(told.problems),
  cut_off_and_there: told.cutOffThere,
  cut_off_and_not_there: told.cutOffNotThere,
  files_before_record: told.filesBeforeRecord,
  false_wrong_passphrase: told.calledWrong,
})

const kills: Part = {
  name: 'kills',
  weight: 48,
  async run(budget) {
    const offices = await twoOffices(budget)
    const figures = added(offices.map(figuresOfKills))
    const problems = offices.flatMap(office => office.problems)
    budget.say(
      `  ${figures['kills']} kills, ${figures['acknowledged']} acknowledged, ${problems.length} problems`,
    )
    return { figures, problems }
  },
  async control(budget) {
    const { kills, problems } = await runKills({ ...budget, isOver: () => false, kills: 10, flaw: 'lies' })
    budget.say(`  an office that says "done" too early: caught ${problems.length} times in ${kills} kills`)
    return {
      figures: { control_kills: kills, control_caught: problems.length },
      problems: missed(problems.length > 0, 'an office that says "done" too early'),
    }
  },
}

const power: Part = {
  name: 'power',
  weight: 48,
  async run(budget) {
    const { problems, ...told } = await runPower({ ...budget, cases: 1, tears: 6 })
    budget.say(`  ${told.states} states after ${told.calls} calls, ${told.different} of them different`)
    return {
      problems,
      figures: {
        power_states: told.states,
        power_states_different: told.different,
        power_calls: told.calls,
        power_acknowledged: told.acknowledged,
        lost: lost(problems),
      },
    }
  },
  async control(budget) {
    const asked = { ...budget, isOver: () => false, cases: 1, tears: 0, flaw: 'careless' } as const
    const { problems } = await runPower({ ...asked, enough: 3 })
    budget.say(`  an office that does not flush: caught in ${problems.length} places`)
    return {
      figures: { control_caught: problems.length },
      problems: missed(problems.length > 0, 'an office that does not flush'),
    }
  },
}

const faults: Part = {
  name: 'faults',
  weight: 12,
  async run(budget) {
    const tallies = await runFaults({
      ...budget,
      onTally: ({ trial, problems, faults: count, refused, done }) =>
        budget.say(
          `  ${trial}: ${count} faults, ${refused} refused, ${done} done, ${problems.length} problems`,
        ),
    })
    const sum = (pick: (tally: (typeof tallies)[number]) => number) =>
      tallies.reduce((total, tally) => total + pick(tally), 0)
    const problems = tallies.flatMap(({ trial, problems }) => problems.map(problem => `${trial}: ${problem}`))
    // Every fault that was refused and is seen to be missing shows that the look can see something missing.
    const seenToBeMissing = sum(({ refused, refusedButThere }) => refused - refusedButThere)
    return {
      problems: [...problems, ...missed(seenToBeMissing > 0, 'anything missing at all')],
      figures: {
        faults: sum(tally => tally.faults),
        refused: sum(({ refused }) => refused),
        done_all_the_same: sum(({ done }) => done),
        refused_and_there: sum(({ refusedButThere }) => refusedButThere),
        done_when_tried_again: sum(({ againDone }) => againDone),
        done_after_a_lock: sum(({ againAfterLock }) => againAfterLock),
        untellable: sum(({ untellable }) => untellable),
        falsely_done: problems.filter(problem => problem.includes('falsely said')).length,
        lost: lost(problems),
      },
    }
  },
}

const everyNth = 64

const packages: Part = {
  name: 'packages',
  weight: 6,
  async run(budget) {
    const damages = await runPackages({
      isOver: budget.isOver,
      step: everyNth,
      from: budget.seed % everyNth,
      onSample: ({ name, undetected, crashes }) => {
        if (undetected + crashes > 0) budget.say(`  ${name}: ${undetected} opened, ${crashes} crashes`)
      },
    })
    const sum = (pick: (damage: (typeof damages)[number]) => number) =>
      damages.reduce((total, damage) => total + pick(damage), 0)
    const bad = damages.filter(({ undetected, crashes }) => undetected + crashes > 0)
    budget.say(`  ${damages.length} packages, ${sum(({ flips }) => flips)} flips`)
    return {
      problems: [
        ...bad.map(({ name }) => `${name}: damage was not refused`),
        ...missed(damages.length > 0, 'any package at all'),
      ],
      figures: {
        flips: sum(({ flips }) => flips),
        truncations: sum(({ prefixes }) => prefixes),
        flips_undetected: sum(({ undetected }) => undetected),
        crashes: sum(({ crashes }) => crashes),
      },
    }
  },
}

const shells: Part = { name: 'shells', weight: 12, run: runShells, control: shellsControl }
const ways: Part = { name: 'ways', weight: 6, run: runWays, control: waysControl }
const record: Part = { name: 'record', weight: 6, run: runRecord }
const lock: Part = { name: 'lock', weight: 6, run: runLock }
const copies: Part = { name: 'copies', weight: 10, run: runCopies }
const hostile: Part = { name: 'hostile', weight: 14, run: runHostile, control: hostileControl }
const door: Part = { name: 'door', weight: 6, run: runDoor }
const rest: Part = { name: 'rest', weight: 8, run: runRest, control: restControl }

/** Every part there is, in the order they run. */
export const parts: readonly Part[] = [
  kills,
  shells,
  power,
  faults,
  { ...damage, weight: 10 },
  packages,
  ways,
  record,
  lock,
  copies,
  hostile,
  door,
  rest,
]
