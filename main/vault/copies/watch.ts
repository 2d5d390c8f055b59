import { Refused } from '../../../shared/refusal.ts'
import type { CopyStage } from '../../../shared/vault/copies.ts'

/** What is being done with a copy now; lives on the desk, and the page asks for it. */
export interface Copying {
  stage: CopyStage
  /** Bytes. */
  done: number
  /** Bytes; 0 while that is not known. */
  all: number
  stopped: boolean
  /** Ends what runs beside; set while it runs. */
  stop: (() => void) | null
}

/** Nothing done yet. */
export const newCopying = (): Copying => ({ stage: 'reading', done: 0, all: 0, stopped: false, stop: null })

/** Says how far it is. @throws Refused `copies/stopped` once somebody asked to stop */
export function step(copying: Copying, now: Partial<Pick<Copying, 'stage' | 'done' | 'all'>>): void {
  if (copying.stopped) throw new Refused('copies/stopped')
  Object.assign(copying, now)
}
