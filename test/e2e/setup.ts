import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * Gives the end-to-end tests a screen: the one there is, else a virtual one (Xvfb) for as long as they run.
 *
 * @returns ends the virtual screen.
 */
export async function setup(): Promise<() => void> {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== 'linux') return () => {}
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await numberOf(screen)
  if (number === null) {
    console.log('No screen and no Xvfb here: the window runs headless.')
    return () => {}
  }
  process.env.DISPLAY = `:${number}`
  return () => void screen.kill()
}

function numberOf(screen: ChildProcess): Promise<string | null> {
  return new Promise(resolve => {
    screen.once('error', () => resolve(null))
    screen.once('exit', () => resolve(null))
    screen.stdio[3]?.once('data', (number: Buffer) => resolve(number.toString().trim()))
  })
}

/** Whether there is a screen to open a window on. */
export const hasScreen = (): boolean =>
  process.platform !== 'linux' ||
  Boolean(process.env.WAYLAND_DISPLAY) ||
  (process.env.DISPLAY !== undefined && existsSync('/tmp/.X11-unix'))
