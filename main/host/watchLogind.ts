import { spawn, type ChildProcess } from 'node:child_process'
import { cleanEnvironment } from './cleanEnvironment.ts'

/** What the machine does that must lock the vault. */
export type DesktopEvent = 'suspend' | 'screen-lock'

/*
 * What `gdbus monitor` prints of logind and of the power service (their signals; the objects differ by session):
 *   /org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)
 *   /org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Lock ()
 *   …: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'LockedHint': <true>}, @as [])
 *   …: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.UPower', {'LidIsClosed': <true>}, @as [])
 */
const meanings: readonly (readonly [RegExp, DesktopEvent])[] = [
  [/\.login1\.Manager\.PrepareForSleep \(true,?\)/, 'suspend'],
  [/\.login1\.Manager\.PrepareForShutdown(WithMetadata)? \(true,?/, 'suspend'],
  [/\.login1\.Session\.Lock \(\)/, 'screen-lock'],
  [/'LockedHint': <true>/, 'screen-lock'],
  [/'LidIsClosed': <true>/, 'suspend'],
]

/** What one line of the monitor means for the vault; `null` when nothing. */
export const eventOf = (line: string): DesktopEvent | null =>
  meanings.find(([pattern]) => pattern.test(line))?.[1] ?? null

const services = ['org.freedesktop.login1', 'org.freedesktop.UPower'] as const

/**
 * Listens to what a Linux desktop says about sleep, the lid and its locked screen, by way of `gdbus`, and where there is
 * `systemd-inhibit` asks it to wait with sleeping until the vault is locked. Without these programs nothing is heard:
 * then the clock, idleness and the keys lock.
 *
 * @param onEvent locks, and resolves when that is done; only then may the machine sleep.
 * @returns stops listening.
 */
export function watchLogind(onEvent: (event: DesktopEvent) => Promise<void>): () => void {
  const stops = services.map(service => listen(service, onEvent))
  return () => stops.forEach(stop => stop())
}

type Service = (typeof services)[number]

function listen(service: Service, onEvent: (event: DesktopEvent) => Promise<void>): () => void {
  let child: ChildProcess | null = null
  let isOver = false

  const begin = (holdsSleep: boolean) => {
    const [program, ...args] = commandFor(service, holdsSleep)
    const begun = start(program, args, line => void hear(line))
    child = begun
    // Where sleep cannot be held up there is still something to hear.
    begun.once('error', () => holdsSleep && !isOver && begin(false))
    begun.once('exit', code => holdsSleep && code !== 0 && code !== null && !isOver && begin(false))
  }
  const hear = async (line: string) => {
    const event = eventOf(line)
    if (event === null || isOver) return
    await onEvent(event)
    if (event !== 'suspend' || service !== 'org.freedesktop.login1') return
    // Ending the child gives up what held the machine awake.
    end(child)
    setTimeout(() => isOver || begin(true), 5000).unref()
  }
  begin(service === 'org.freedesktop.login1')
  return () => {
    isOver = true
    end(child)
  }
}

function commandFor(service: Service, holdsSleep: boolean): readonly [string, ...string[]] {
  const monitor = ['gdbus', 'monitor', '--system', '--dest', service] as const
  const inhibit = [
    'systemd-inhibit',
    '--what=sleep',
    '--mode=delay',
    '--who=Vigil',
    '--why=Vigil locks first',
  ] as const
  return holdsSleep ? [...inhibit, ...monitor] : [...monitor]
}

/** Both programs in one group, so that both can be ended. */
function start(program: string, args: readonly string[], onLine: (line: string) => void): ChildProcess {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: cleanEnvironment(process.env),
    detached: true,
  })
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (rest + piece).split('\n')
    rest = (lines.pop() ?? '').slice(-10_000)
    lines.forEach(onLine)
  })
  child.unref()
  return child
}

function end(child: ChildProcess | null): void {
  try {
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}
