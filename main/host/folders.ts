import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

interface Place {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * The folder of the vault on this machine, the same under both shells; it need not exist.
 *
 * `VIGIL_VAULT` names another one (tests, the demonstration, a vault on a stick).
 */
export function vaultFolder({ platform, env }: Place = process): string {
  return env.VIGIL_VAULT ?? join(programFolder({ platform, env }), 'vault')
}

function programFolder({ platform, env }: Place): string {
  if (platform === 'win32') return join(env.APPDATA ?? homedir(), 'Vigil')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Vigil')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'vigil')
}

/** Where a shell keeps the little it must keep beside the vault (the mark that it is running). */
export const shellFolder = (vault: string): string => join(dirname(vault), 'shell')

/**
 * A fresh folder only this person can read, in memory where the machine offers that. Whatever the window's engine
 * writes goes there. Folders of programs that ended without tidying up are removed on the way.
 */
export function freshFolder(): { readonly path: string; remove(): void } {
  const parent = memoryFolder()
  for (const name of readdirSync(parent)) if (isLeftOver(name)) remove(join(parent, name))
  const path = mkdtempSync(join(parent, `vigil-${process.pid}-`))
  return { path, remove: () => remove(path) }
}

const remove = (path: string) =>
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })

function isLeftOver(name: string): boolean {
  const pid = /^vigil-(\d+)-\w{6}$/.exec(name)?.[1]
  return pid !== undefined && !isRunning(Number(pid))
}

/** A folder in memory when there is one, else the one for temporary files. */
export function memoryFolder(): string {
  const offered = process.env.XDG_RUNTIME_DIR
  const choices = [...(offered ? [offered] : []), '/dev/shm']
  return choices.find(isWritable) ?? tmpdir()
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a process of this number runs. 0 and what is not a number do not. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
