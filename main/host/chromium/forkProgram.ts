import { fork, type ForkOptions } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Child, Program } from '../host.ts'
import { cleanEnvironment, jobEnvironment } from '../cleanEnvironment.ts'
import { jobCommand } from './jobCommand.ts'

/** Starts a bundle of the folder `programs` with Node, in a process of its own. */
export function forkProgram(programs: string, program: Program): Child {
  const folder = realpathSync(programs)
  const options = program.startsWith('job-') ? asJob(folder) : asVault
  const child = fork(join(folder, `${program}.js`), [], { serialization: 'advanced', ...options })
  // A message to a process that just ended is lost, like the process; its end is told by `exit`.
  child.on('error', () => {})
  return {
    send: message => void (child.connected && child.send(message as object, () => {})),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
    residentMb: () => residentMb(child.pid),
  }
}

const asVault: ForkOptions = {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  env: cleanEnvironment(process.env),
  execArgv: [],
}

/** What a parser says when it breaks may hold what it read, so nobody hears it. */
const asJob = (programs: string): ForkOptions => ({
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  env: jobEnvironment(process.env),
  ...jobCommand(programs),
})

/** Only Linux tells it of another process. */
function residentMb(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}
