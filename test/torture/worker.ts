import { quickKdf, newAppDesk, passphraseOf } from '../bench/desk.ts'
import { acknowledge, say, workOnCase } from './session.ts'
import type { Session } from './session.ts'
import { quickStateOf, stateOf } from './state.ts'

/*
 * An office at work until it is killed: makes the vault when there is none, opens it otherwise, and does one case after
 * the other. `node worker.js JSON`, see `Orders`.
 */

export interface Orders {
  readonly folder: string
  readonly outbox: string
  readonly recipient: string
  readonly passphrase: number
  /** How many cases; then it locks, opens again and ends. */
  readonly cases: number
  /** Tell the state by the record's head instead of by reading everything: many more operations in the same time. */
  readonly isQuick?: boolean | undefined
  /** Copies of the whole vault are made, too. */
  readonly copies?: boolean | undefined
  /** `lies`: acknowledges first. `careless`: leaves flushing to the machine. Both must be caught. */
  readonly flaw?: 'lies' | 'careless' | undefined
}

async function enter({
  folder,
  outbox,
  recipient,
  passphrase,
  flaw,
  isQuick,
  copies,
}: Orders): Promise<Session> {
  const desk = newAppDesk({ folder, kdf: quickKdf, onDialog: () => acknowledge(session, 'half-way') })
  const session: Session = {
    desk,
    outbox,
    recipient,
    passphrase,
    count: 0,
    isLying: flaw === 'lies',
    makesCopies: copies ?? false,
    stateOf: isQuick ? quickStateOf : stateOf,
  }
  const { state } = await desk.get('vault.state', {})
  say({ ready: true })
  if (state === 'none') {
    say({ doing: 'vault.create' })
    await desk.get('vault.create', { passphrase: passphraseOf(passphrase), officer: 'FP-1' })
  } else await desk.get('vault.unlock', { passphrase: passphraseOf(passphrase) })
  acknowledge(session, state === 'none' ? 'vault.create' : 'vault.unlock')
  session.count = (await desk.get('case.list', {})).lines.length
  if (flaw === 'careless') desk.app.desk.vault?.db.pragma('synchronous = OFF')
  return session
}

async function work(orders: Orders): Promise<void> {
  const session = await enter(orders)
  for (let done = 0; done < orders.cases; done++) await workOnCase(session)
  const { get } = session.desk
  await get('vault.lock', {})
  await get('vault.unlock', { passphrase: passphraseOf(session.passphrase) })
  acknowledge(session, 'vault.unlock')
}

try {
  await work(JSON.parse(process.argv[2] ?? '') as Orders)
} catch (error) {
  say({ failed: String(error) })
  process.exitCode = 1
}
