import { join } from 'node:path'
import type { ForkOptions, UtilityProcess } from 'electron'
import { cleanEnvironment, jobEnvironment } from '../cleanEnvironment.ts'
import { jobMemoryMb, type Child, type Program } from '../host.ts'
import type { Electron } from './electron.ts'

/** Starts a bundle of the folder `programs` in a utility process; `fork` of Node does not work in a packaged Vigil. */
export function forkUtility(
  { app, utilityProcess }: Pick<Electron, 'app' | 'utilityProcess'>,
  { programs, program }: { readonly programs: string; readonly program: Program },
): Child {
  const child = utilityProcess.fork(join(programs, `${program}.js`), [], {
    serviceName: 'Vigil',
    ...(program.startsWith('job-') ? asJob() : asVault()),
  })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
    send: message => child.postMessage(message),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => void child.once('exit', listener),
    kill: () => kill(child),
    residentMb: () => residentMb(app, child.pid),
  }
}

const asVault = (): ForkOptions => ({
  stdio: ['ignore', 'inherit', 'inherit'],
  env: cleanEnvironment(process.env),
})

/** What a parser says when it breaks may hold what it read, so nobody hears it. */
const asJob = (): ForkOptions => ({
  stdio: 'ignore',
  env: jobEnvironment(process.env),
  execArgv: [`--max-old-space-size=${jobMemoryMb}`],
})

function residentMb({ getAppMetrics }: Electron['app'], pid: number | undefined): number | null {
  const found = getAppMetrics().find(one => one.pid === pid)
  return found ? found.memory.workingSetSize / 1024 : null
}

/** `kill` of Electron only asks (SIGTERM); a process that is to end does not get to think about it. */
function kill(child: UtilityProcess): void {
  const { pid } = child
  child.kill()
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}
