import { join } from 'node:path'
import type { UtilityProcess } from 'electron'
import { cleanEnvironment } from '../cleanEnvironment.ts'
import { jobMemoryMb, type Child, type Program } from '../host.ts'
import type { Electron } from './electron.ts'

/** Starts a bundle of the folder `programs` in a utility process; `fork` of Node does not work in a packaged Vigil. */
export function forkUtility(
  { utilityProcess }: Pick<Electron, 'utilityProcess'>,
  { programs, program }: { readonly programs: string; readonly program: Program },
): Child {
  const child = utilityProcess.fork(join(programs, `${program}.js`), [], {
    serviceName: 'Vigil',
    stdio: ['ignore', 'inherit', 'inherit'],
    env: cleanEnvironment(process.env),
    execArgv: program.startsWith('job-') ? [`--max-old-space-size=${jobMemoryMb}`] : [],
  })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
    send: message => child.postMessage(message),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => void child.once('exit', listener),
    kill: () => kill(child),
  }
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
