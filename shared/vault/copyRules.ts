import type { Instant } from '../model.ts'
import type { CopyStanding, Freshness, VaultCopy, VaultDrill } from './copies.ts'

/**
 * After how many days a copy, or the last drill, is `old` and `older`, and how long a new vault is left in peace. Judgement,
 * not policy: what stands between two copies is what a lost laptop costs.
 */
export const copyLimits = {
  copy: { old: 30, older: 90 },
  drill: { old: 90, older: 180 },
  peace: 7,
} as const

const day = 86_400_000

/** Whole days from one instant to a later one; 0 when the clock was put back. */
const daysBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / day))

const ageOf = (days: number, limits: { readonly old: number; readonly older: number }): Freshness =>
  days >= limits.older ? 'older' : days >= limits.old ? 'old' : 'fresh'

interface Known {
  readonly now: Instant
  /** When the vault was made. */
  readonly begunAt: Instant | null
  /** Any order. */
  readonly copies: readonly Pick<VaultCopy, 'madeAt'>[]
  readonly drills: readonly Pick<VaultDrill, 'doneAt' | 'result'>[]
}

/** How the copies of a vault stand. A drill is asked for only once there is a copy to open. */
export function copyStanding({ now, begunAt, copies, drills }: Known): CopyStanding {
  const isYoung = begunAt !== null && daysBetween(begunAt, now) < copyLimits.peace
  const none: Freshness = isYoung ? 'soon' : 'never'
  const copyDays = youngest(copies.map(({ madeAt }) => daysBetween(madeAt, now)))
  const oldest = copies.map(({ madeAt }) => daysBetween(madeAt, now)).toSorted((a, b) => b - a)[0]
  const last = drills.toSorted((a, b) => (a.doneAt < b.doneAt ? -1 : 1)).at(-1)
  const drillDays = last ? daysBetween(last.doneAt, now) : null
  const noDrill: Freshness = (oldest ?? 0) < copyLimits.peace ? 'soon' : 'never'
  return {
    copy: copyDays === null ? none : ageOf(copyDays, copyLimits.copy),
    copyDays,
    drill: !last ? noDrill : last.result === 'proved' ? ageOf(drillDays ?? 0, copyLimits.drill) : 'failed',
    drillDays,
  }
}

const youngest = (days: readonly number[]): number | null => days.toSorted((a, b) => a - b)[0] ?? null

/** Whether somebody should be told, rather than only be able to see. */
export const isPressing = (freshness: Freshness): boolean => freshness !== 'fresh' && freshness !== 'soon'
