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

/** Programs of one folder, and a vault process that starts before anybody asks for it. */
export interface Programs {
  /** The first vault process asked for is the one that is starting already. */
  start(program: Program): Child
  /** Ends the one that was started early, when nobody will ask for it. */
  drop(): void
}

/** Starts the vault process at once: it is ready by the time there is a window. It is told nothing before it is asked for. */
export function forkEarly(programs: string): Programs {
  let early: Child | null = forkProgram(programs, 'vault-process')
  early.onExit(() => (early = null))
  return {
    start(program) {
      const child = program === 'vault-process' ? early : null
      if (child) early = null
      return child ?? forkProgram(programs, program)
    },
    drop: () => early?.kill(),
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
