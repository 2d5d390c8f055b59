import { watchLogind } from '../watchLogind.ts'
import type { Relay } from '../../relay.ts'
import type { Electron } from './electron.ts'

/** How often the desktop is asked how long nobody touched the machine, in milliseconds. */
const every = 15_000

/** Locks when the machine sleeps, its screen is locked, it shuts down, or nobody touches it. */
export function lockWithDesktop(
  { app, powerMonitor }: Pick<Electron, 'app' | 'powerMonitor'>,
  relay: Relay,
): void {
  powerMonitor.on('suspend', () => void relay.lock('suspend'))
  powerMonitor.on('resume', () => void relay.lock('suspend'))
  powerMonitor.on('lock-screen', () => void relay.lock('screen-lock'))
  powerMonitor.on('user-did-resign-active', () => void relay.lock('screen-lock'))
  powerMonitor.on('shutdown', () => void relay.lock('window-closed').finally(() => app.quit()))
  // Electron hears nothing of a locked screen on Linux.
  if (process.platform === 'linux')
    app.once(
      'quit',
      watchLogind(event => relay.lock(event)),
    )
  setInterval(() => relay.untouchedFor(powerMonitor.getSystemIdleTime()), every).unref()
}
