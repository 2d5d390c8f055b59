import { spawnSync } from 'node:child_process'
import { jobDataMb, jobMemoryMb } from '../host.ts'

/** What Node itself denies a job: files but its own programs, other processes, threads, native code, code made of text. */
const confined = (programs: string): string[] => [
  `--max-old-space-size=${jobMemoryMb}`,
  '--permission',
  `--allow-fs-read=${programs}`,
  '--disallow-code-generation-from-strings',
]

/** What the system denies besides, the most first: no image of the memory on a crash, no more memory, no network. */
const walls: readonly (readonly string[])[] = [
  ['prlimit', '--core=0', `--data=${jobDataMb * 2 ** 20}`, '--', 'unshare', '--user', '--net', '--'],
  ['prlimit', '--core=0', `--data=${jobDataMb * 2 ** 20}`, '--'],
]

/**
 * How a throw-away job is started with Node: behind the strongest wall this machine gives (ADR 0035).
 *
 * @param programs the folder of Vigil's own programs, the only one a job may read; without links in its path.
 */
export function jobCommand(programs: string): { readonly execPath: string; readonly execArgv: string[] } {
  const [first, ...rest] = [...wall(), process.execPath, ...confined(programs)]
  return { execPath: first ?? process.execPath, execArgv: rest }
}

let found: readonly string[] | null = null

/** The strongest wall that can be built here; tried once. */
const wall = (): readonly string[] => (found ??= walls.find(canBeBuilt) ?? [])

const canBeBuilt = ([command = '', ...rest]: readonly string[]): boolean =>
  process.platform === 'linux' && spawnSync(command, [...rest, 'true'], { stdio: 'ignore' }).status === 0
