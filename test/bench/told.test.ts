import { expect, test } from 'vitest'
import { resultOf, type Job } from './job.ts'
import { given, sampleOf } from './measure.ts'
import { cellsOf, jsonOf, markdownOf, type Run } from './told.ts'

const job: Job = {
  name: 'open a case',
  beside: 'the same queries',
  unit: 'ms',
  goal: 2.5,
  run: () => ({ leftOut: 'nothing is run here' }),
}

const found = (ours: number, reference: number) => ({ ours: given(ours), reference: given(reference) })

test('a job is met when its ratio is at most its goal', () => {
  expect(resultOf(job, found(5, 2), null)).toMatchObject({ ratio: 2.5, met: true })
  expect(resultOf(job, found(5.1, 2), null).met).toBe(false)
  expect(resultOf({ ...job, goal: null }, found(5, 2), null).met).toBeNull()
})

test('a job with a limit for its slowest round is met only within it', () => {
  const slow = { ours: { median: 1, p99: 17, rounds: 100 }, reference: given(1) }
  expect(resultOf({ ...job, most: 16 }, slow, null).met).toBe(false)
  expect(resultOf({ ...job, most: 17 }, slow, null).met).toBe(true)
})

test('a job that must not grow is held against its own figure at a thousand cases', () => {
  expect(resultOf({ ...job, grows: 2 }, found(5, 2), 3)).toMatchObject({ met: true })
  expect(resultOf({ ...job, grows: 2 }, found(5, 2), 2)).toMatchObject({ growth: 2.5, met: false })
})

test('a sample says its middle and what 99 of 100 do not exceed', () => {
  const values = Array.from({ length: 200 }, (_, i) => 200 - i)
  expect(sampleOf(values)).toEqual({ median: 100, p99: 198, rounds: 200 })
})

const run: Run = {
  cases: 10_000,
  machine: 'a machine',
  load: 0.5,
  day: '2026-01-01',
  results: [
    resultOf(job, found(5, 2), null),
    resultOf({ ...job, name: 'save', why: 'it is written twice.' }, found(9, 2), 4),
  ],
  leftOut: [['search', 'there is none']],
}

test('the data names every job with ours, reference, ratio, goal and whether it is met', () => {
  const { jobs, leftOut } = JSON.parse(jsonOf(run)) as { jobs: object[]; leftOut: object }
  expect(jobs).toMatchObject([
    { job: 'open a case', ours: 5, reference: 2, ratio: 2.5, goal: 2.5, met: true },
    { job: 'save', ours: 9, reference: 2, ratio: 4.5, goal: 2.5, met: false, growth: 2.25 },
  ])
  expect(leftOut).toEqual({ search: 'there is none' })
})

test('the page says what is not met, why, and what was not measured', () => {
  const page = markdownOf(run)
  expect(page).toContain('1 of 2 goals are met')
  expect(page).toContain('- **save**: it is written twice.')
  expect(page).toContain('- search: there is none')
})

test('of few rounds nobody says what 99 of 100 do not exceed', () => {
  const few = { ours: { median: 1, p99: 17, rounds: 99 }, reference: given(1) }
  const many = { ours: { median: 1, p99: 17, rounds: 100 }, reference: given(1) }
  expect(cellsOf(resultOf(job, few, null))).not.toContain('17.0')
  expect(cellsOf(resultOf(job, many, null))).toContain('17.0')
})

test('beside a reference that is smaller than the door, the page says what the door alone costs', () => {
  const door = resultOf({ ...job, name: 'the door alone: nothing', goal: null }, found(0.03, 0.001), null)
  const small = resultOf({ ...job, name: 'list: a page' }, found(0.5, 0.1), null)
  const large = resultOf({ ...job, name: 'merge' }, found(500, 100), null)
  const page = markdownOf({ ...run, results: [large, door, small] })
  expect(page).toContain('- **list: a page**: The door alone takes 0.030 ms of it.')
  expect(page).toContain('- **merge**\n')
  expect(page.indexOf('| list: a page')).toBeLessThan(page.indexOf('| merge'))
})
