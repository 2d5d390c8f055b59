import type { Pair, Sample } from './measure.ts'
import type { Office } from './office.ts'

/** What was measured. Without a reference it is told as it is. */
export interface Found {
  readonly ours: Sample
  readonly reference: Sample | null
  /** More that is worth telling, by name. */
  readonly also?: Readonly<Record<string, number>>
}

/** Nothing was measured, and why. */
export interface LeftOut {
  readonly leftOut: string
}

/** One thing a person waits for, or pays for in memory or disk, beside what does the same without Vigil. */
export interface Job {
  readonly name: string
  /** What it is compared with, in the same run. */
  readonly beside: string
  readonly unit: 'ms' | 'MB' | 'probes'
  /** The largest good ratio of ours to the reference; `null`: told without a goal. */
  readonly goal: number | null
  /** Whether our median (else our 99th percentile) stands beside the reference. */
  readonly of?: 'median' | 'p99'
  /** The most our 99th percentile may be, in the job's unit. */
  readonly most?: number
  /** Whether it is measured at 1,000 cases too; the number is the largest good growth from there, where there is one. */
  readonly grows?: true | number
  /** Why it is not met, when it is not; what to know when it is. */
  readonly why?: string
  run(office: Office): Promise<Found | LeftOut> | Found | LeftOut
}

/** A job, measured. */
export interface Result {
  readonly job: Job
  readonly found: Found
  /** Ours over the reference, `null` without one. */
  readonly ratio: number | null
  /** Whether everything asked of it holds; `null` where nothing is. */
  readonly met: boolean | null
  /** Our median at this size over that at 1,000 cases, where both were taken. */
  readonly growth: number | null
}

/** @param small our median at 1,000 cases, where it was taken. */
export function resultOf(job: Job, found: Found, small: number | null): Result {
  const figure = job.of === 'p99' ? found.ours.p99 : found.ours.median
  const ratio = found.reference ? figure / found.reference.median : null
  const growth = small === null ? null : found.ours.median / small
  const asked: boolean[] = []
  if (job.goal !== null) asked.push(ratio !== null && ratio <= job.goal)
  if (job.most !== undefined) asked.push(found.ours.p99 <= job.most)
  if (typeof job.grows === 'number' && growth !== null) asked.push(growth <= job.grows)
  return { job, found, ratio, growth, met: asked.length === 0 ? null : asked.every(Boolean) }
}

export const isLeftOut = (found: Found | LeftOut): found is LeftOut => 'leftOut' in found

/** A pair as it is found. */
export const foundOf = ({ ours, reference }: Pair, also?: Found['also']): Found =>
  also ? { ours, reference, also } : { ours, reference }
