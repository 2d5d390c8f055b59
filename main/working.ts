import type { WorkStage } from '../shared/exchange/working.ts'
import { Refused } from '../shared/refusal.ts'
import type { App } from './app.ts'

/** Long work on a package, how far it is, and how it is stopped. Lives on the desk while it runs. */
export interface Working {
  readonly stage: WorkStage
  /** Cases. */
  done: number
  /** Cases; 0 while that is not known. */
  all: number
  stopped: boolean
  /** While a change stands half written: everybody else waits for its end. */
  held: Held | null
}

/** A transaction that is open between slices. */
export interface Held {
  /** Settles, and never rejects, once it is whole or taken back. */
  readonly ended: Promise<void>
  /** Takes it back at once: the vault is about to be closed. */
  takeBack(): void
}

/** What one step of long work tells: how many cases are done, of how many. */
export interface Step {
  readonly done: number
  readonly all: number
}

/** How long others wait for their turn: so many milliseconds or so many steps, whatever comes first. One step may take longer. */
const slice = { ms: 12, steps: 8 }

const letOthersIn = () => new Promise<void>(resolve => setImmediate(resolve))

/**
 * Whether something long runs that reads what this would change, or writes what this would read.
 *
 * @throws Refused `exchange/busy`
 */
export function mustBeAlone({ desk }: App): void {
  const { working, checking, looking, copying, filling } = desk
  if (working ?? checking ?? looking ?? copying ?? filling) throw new Refused('exchange/busy')
}

/**
 * Does long work step by step. Others are answered between two slices, and may stop it.
 *
 * @throws Refused `exchange/busy` when there is other long work, `exchange/stopped` once somebody said so, `vault/locked`; and what
 *   the steps refuse.
 */
export async function inSlices<T>(
  app: App,
  stage: WorkStage,
  work: (working: Working) => Generator<Step, T>,
): Promise<T> {
  mustBeAlone(app)
  const { desk } = app
  const working: Working = { stage, done: 0, all: 0, stopped: false, held: null }
  desk.working = working
  const steps = work(working)
  try {
    return await runThrough(app, working, steps)
  } finally {
    steps.return(undefined as T)
    desk.working = null
  }
}

/**
 * Does what only reads step by step, beside whatever else runs. Others are answered between two slices.
 *
 * @throws Refused `vault/locked`, and what the steps refuse.
 */
export function inTurns<T>(app: App, steps: Generator<Step, T>): Promise<T> {
  return runThrough(app, { stage: 'compiling', done: 0, all: 0, stopped: false, held: null }, steps)
}

async function runThrough<T>(app: App, working: Working, steps: Generator<Step, T>): Promise<T> {
  const { desk } = app
  const here = desk.vault
  const now = () => Date.parse(app.clock())
  let turn = { at: now(), left: 0 }
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    Object.assign(working, step.value)
    turn.left -= 1
    if (turn.left > 0 && now() < turn.at) continue
    await letOthersIn()
    if (desk.vault !== here) throw new Refused('vault/locked')
    if (working.stopped) throw new Refused('exchange/stopped')
    turn = { at: now() + slice.ms, left: slice.steps }
  }
}

/** The same steps, after each of which something more is done. */
export function* afterEach<T>(steps: Generator<Step, T>, more: () => void): Generator<Step, T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    more()
    yield step.value
  }
}

/** The same work at once. */
export function whole<T>(steps: Generator<Step, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Before the vault is closed: what stands half written is taken back, and whoever waited for that is answered. */
export async function endWork({ desk }: App): Promise<void> {
  const held = desk.working?.held
  if (!desk.working || !held) return
  desk.working.stopped = true
  await held.ended
  await letOthersIn()
}
