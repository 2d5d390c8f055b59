import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordsFor } from './about.ts'
import { added, randomFrom, runPart } from './frame.ts'
import type { Budget, Outcome, Part } from './frame.ts'
import { page } from './page.ts'

const nothing: Outcome = { figures: {}, problems: [] }
const part = (run: (budget: Budget) => Outcome, control?: Outcome): Part => ({
  name: 'kills',
  weight: 1,
  run: budget => Promise.resolve(run(budget)),
  ...(control ? { control: () => Promise.resolve(control) } : {}),
})
const quiet = { programs: '', seed: 7, seconds: 0, say: () => {} }

describe('a part of the torture', () => {
  it('has its time even when it is late, in a folder that is gone afterwards', async () => {
    let folder = ''
    const hasProblems = { figures: { kills: 3 }, problems: Array.from({ length: 25 }, () => 'lost') }
    const result = await runPart(
      part(({ parent, isOver }) => ((folder = isOver() ? '' : parent), hasProblems)),
      quiet,
    )
    expect(result).toMatchObject({ rounds: 1, figures: { kills: 3 }, badSeeds: [7] })
    expect(folder).not.toBe('')
    expect(existsSync(folder)).toBe(false)
  })

  it('goes on with new seeds, and says which of them had problems', async () => {
    const seeds: number[] = []
    const odd = (seed: number) => (seed % 2 === 1 ? ['lost: something'] : [])
    const result = await runPart(
      part(({ seed }) => (seeds.push(seed), { figures: { lost: odd(seed).length }, problems: odd(seed) })),
      { ...quiet, seconds: 3600 },
    )
    expect(seeds.slice(0, 3)).toEqual([7, 8, 9])
    // It stops by itself: twenty-five of the same say no more than one.
    expect(result.figures['lost']).toBe(25)
    expect(result.badSeeds.slice(0, 2)).toEqual([7, 9])
  })

  it('that throws, or whose flaw nobody noticed, has a problem', async () => {
    const thrown = await runPart(
      part(() => {
        throw new Error('no disk')
      }),
      quiet,
    )
    expect(new Set(thrown.problems)).toEqual(new Set(['did not finish: Error: no disk']))
    const flaw = { figures: {}, problems: Array.from({ length: 25 }, () => 'not caught: a flaw') }
    const missed = await runPart(
      part(() => nothing, flaw),
      quiet,
    )
    expect(missed.problems[0]).toBe('not caught: a flaw')
    expect(missed.badSeeds).toEqual([])
  })
})

describe('figures', () => {
  it('are added up by name, and of times and sizes the highest stands', () => {
    const sums = added([
      { kills: 2, peak_rss_mb: 90, lock_ms_p99: 40 },
      { kills: 3, peak_rss_mb: 70, lock_ms_p99: 55 },
    ])
    expect(sums).toEqual({ kills: 5, peak_rss_mb: 90, lock_ms_p99: 55 })
  })

  it('left to chance are the same for the same seed', () => {
    const [one, same, other] = [randomFrom(5), randomFrom(5), randomFrom(6)]
    const ten = (random: () => number) => Array.from({ length: 10 }, random)
    const first = ten(one)
    expect(ten(same)).toEqual(first)
    expect(ten(other)).not.toEqual(first)
    expect(first.every(value => value >= 0 && value < 1)).toBe(true)
  })
})

it('the page says the figures in words, the machine, the seed, and every problem', () => {
  const machine = { system: 'Linux 6', processor: 'Some', cores: 2, memoryGb: 4, node: 'v24' }
  const result = {
    rounds: 2,
    seconds: 9,
    badSeeds: [8],
    figures: { kills: 1234 },
    problems: ['lost: something'],
  }
  const text = page({
    seconds: 9,
    seed: 8,
    machine,
    figures: { kills: 1234 },
    parts: { kills: result },
    problems: ['kills: lost: something'],
  })
  expect(text).toContain(`| ${wordsFor('kills')} | 1,234 |`)
  expect(text).toContain('seed 8, on Linux 6, Some, 2 cores, 4 GB, Node v24.')
  expect(text).toContain('**Problems found: 1.**')
  expect(text).toContain('- kills: lost: something')
})
