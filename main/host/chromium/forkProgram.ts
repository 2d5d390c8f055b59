import { fork } from 'node:child_process'
import { join } from 'node:path'
import { jobMemoryMb, type Child, type Program } from '../host.ts'
import { cleanEnvironment } from '../cleanEnvironment.ts'

/** Starts a bundle of the folder `programs` with Node, in a process of its own. */
export function forkProgram(programs: string, program: Program): Child {
  const child = fork(join(programs, `${program}.js`), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: cleanEnvironment(process.env),
    execArgv: program.startsWith('job-') ? [`--max-old-space-size=${jobMemoryMb}`] : [],
  })
  // A message to a process that just ended is lost, like the process; its end is told by `exit`.
  child.on('error', () => {})
  return {
    send: message => void (child.connected && child.send(message as object, () => {})),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
