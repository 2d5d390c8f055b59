import type { Reply } from '../shared/refusal.ts'
import { answerAsk } from './host/answerAsk.ts'
import { within, type Clock } from './host/clock.ts'
import type { Host, HostEvent, LockReason } from './host/host.ts'
import { createCopiedText } from './host/clipboard.ts'
import { createIdle } from './host/idle.ts'
import { isLargerThan } from './host/isLargerThan.ts'
import { createJobs } from './host/jobs.ts'
import { scrubMemory, wipeSecrets } from './host/scrub.ts'
import { openLine, type Line, type Notice } from './host/openLine.ts'

/** The most the page may send in one call, in MiB. Files do not come this way: the vault process reads them. */
export const limitMb = 8

/** How long a lock waits for what was typed, and then for the process to seal the vault, in milliseconds. */
export const patience = { drafts: 300, close: 400 } as const

/** How often a vault process may die without a word before the relay stops starting new ones. */
const silentDeaths = 3

/** Starts the vault process, hands it what the page asks, and locks by ending it (ADR 0003). */
export interface Relay {
  /** Asks the vault process. Never rejects; `vault/locked` when the vault was locked before the answer came. */
  call(name: unknown, input: unknown): Promise<Reply<unknown>>
  /**
   * Ends the vault process and reloads the page; resolves when a fresh, locked one runs. Nothing can prevent it.
   * With `window-closed` nothing is started again: Vigil may end.
   */
  lock(reason: LockReason): Promise<void>
  /** The desktop says that nobody has touched the machine for so many seconds; locks when that is too long. */
  untouchedFor(seconds: number): void
}

interface RelayOptions {
  readonly host: Host
  readonly clock: Clock
  /** The folder of the vault. */
  readonly folder: string
  /** 1 to 15; the vault process may say otherwise once it knows. */
  readonly idleMinutes?: number
}

const no = (code: 'unknown-operation' | 'vault/locked' | 'fault') => ({ ok: false, code }) as const
const yes: Reply<null> = { ok: true, value: null }

/** What the page hears where it is not just `locking`. */
const events: Readonly<Partial<Record<LockReason, HostEvent>>> = {
  'window-closed': 'closing',
  panic: 'panic',
}

/** Starts a vault process at once and keeps one running. */
export function createRelay({ host, clock, folder, idleMinutes = 5 }: RelayOptions): Relay {
  const jobs = createJobs(host, clock)
  const copied = createCopiedText(clock, host.clipboard)
  const idle = createIdle(clock, { minutes: idleMinutes, onIdle: () => void lock('idle') })
  let locking: Promise<void> | null = null
  let ending = false
  let deaths = 0
  let handOver = () => {}
  let line: Line | null = open()

  function open(): Line | null {
    if (deaths >= silentDeaths) return null
    const opened = openLine(host.startProcess('vault-process'), {
      folder,
      hear: notice => hear(opened, notice),
    })
    void outlive(opened)
    return opened
  }

  /** Waits for the end of a line; when nobody wanted it, that is a lock. */
  async function outlive(opened: Line): Promise<void> {
    await opened.gone
    if (line !== opened) return
    deaths = opened.hasSpoken() ? 0 : deaths + 1
    await lock('process-ended')
  }

  function hear(from: Line, notice: Notice): void {
    if (notice.kind === 'state') idle.watch(notice.unlocked)
    else if (notice.kind === 'settings') idle.allow(notice.idleMinutes)
    else if (notice.kind === 'found') found(notice.what)
    else if (notice.kind === 'behaviour') host.behave({ panic: notice.panic, capture: notice.capture })
    else
      void answerAsk({ host, jobs }, notice).then(answer =>
        from.send({ kind: 'answer', id: notice.id, answer }),
      )
  }

  /** The process that closed a damaged vault stays: it alone can look at what is left of it. Nothing stays in the window. */
  function found(what: 'replayed' | 'damaged'): void {
    if (what === 'replayed') return host.announce('changed')
    host.dismissDialogs()
    jobs.killAll()
    void host.reload()
  }

  async function call(name: unknown, input: unknown): Promise<Reply<unknown>> {
    if (typeof name !== 'string') return no('unknown-operation')
    if (isLargerThan(input, limitMb * 2 ** 20)) return { ok: false, code: 'too-large', facts: { limitMb } }
    const own = Object.hasOwn(ours, name) ? ours[name] : undefined
    if (own) return (own(), yes)
    const asked = line ? line.call(name, input) : no(deaths >= silentDeaths ? 'fault' : 'vault/locked')
    wipeSecrets(name, input)
    const reply = await asked
    // What still held the keys ends with them.
    if (name === 'vault.erase' && reply.ok) void lock('erased')
    return reply
  }

  /** What the page tells the shell itself. */
  const ours: Readonly<Record<string, () => void>> = {
    'vault.active': () => idle.touch(),
    'vault.lock': () => void lock('asked'),
    'vault.panic': () => void lock('panic'),
    'vault.handedOver': () => handOver(),
    'vault.copied': () => copied.copied(),
  }

  async function lock(reason: LockReason): Promise<void> {
    ending ||= reason === 'window-closed'
    locking ??= lockOnce(reason).finally(() => (locking = null))
    await locking
    if (ending && line) await lock(reason)
  }

  async function lockOnce(reason: LockReason): Promise<void> {
    if (reason === 'panic') host.hide()
    idle.watch(false)
    host.dismissDialogs()
    const closing = line
    if (reason !== 'process-ended') deaths = 0
    if (closing && reason !== 'process-ended') await handedOver(reason)
    line = null
    jobs.killAll()
    const cleared = copied.clear()
    await closing?.end(clock, patience.close)
    if (ending) return cleared
    line = open()
    await host.reload()
    scrubMemory()
  }

  /** Tells the page, and waits until it has handed over what was typed, but not long. */
  function handedOver(reason: LockReason): Promise<void> {
    const first = new Promise<void>(resolve => (handOver = resolve))
    host.announce(events[reason] ?? 'locking')
    return within(clock, { milliseconds: patience.drafts, first, otherwise: undefined })
  }

  return { call, lock, untouchedFor: idle.untouchedFor }
}
