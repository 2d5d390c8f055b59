import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/** A home, a temporary folder and the rest of what a desktop session has, for one run and nobody else. */
export interface Room {
  readonly path: string
  /** A folder of its own for things that come from outside: what lies there is meant to be readable. */
  readonly desk: string
  readonly environment: Readonly<Record<string, string>>
  /** Makes this process, and all it starts from now on, live here. */
  enter(): void
  leave(): void
  remove(): void
}

/**
 * Makes a room; nothing written by what runs in it lands outside without being asked to.
 *
 * @param deskIn where the desk is made; beside the room without it.
 */
export function makeRoom(deskIn = tmpdir()): Room {
  const path = mkdtempSync(join(tmpdir(), 'vigil-room-'))
  const desk = mkdtempSync(join(deskIn, 'vigil-desk-'))
  const folders = {
    HOME: 'home',
    TMPDIR: 'tmp',
    XDG_RUNTIME_DIR: 'run',
    XDG_CONFIG_HOME: 'home/.config',
    XDG_CACHE_HOME: 'home/.cache',
    XDG_DATA_HOME: 'home/.local/share',
    XDG_STATE_HOME: 'home/.local/state',
  }
  const environment = {
    XAUTHORITY: process.env.XAUTHORITY ?? join(homedir(), '.Xauthority'),
    ...Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, join(path, folder)])),
  }
  for (const folder of Object.values(folders)) mkdirSync(join(path, folder), { recursive: true, mode: 0o700 })
  const before = Object.fromEntries(Object.keys(environment).map(name => [name, process.env[name]]))
  return {
    path,
    desk,
    environment,
    enter: () => void Object.assign(process.env, environment),
    leave: () => putBack(before),
    remove() {
      rmSync(path, { recursive: true, force: true })
      rmSync(desk, { recursive: true, force: true })
    },
  }
}

function putBack(before: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(before))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
}
