import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../torture/bundle.ts'
import { passphraseOf } from './desk.ts'
import { median } from './measure.ts'
import type { Comparison } from './measure.ts'
import type { Office } from './office.ts'

const settleMs = 2_000

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Memory a process has in use, in megabytes. */
function residentOf({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes) * 1024) / 1_000_000
}

const start = (program: string) =>
  fork(program, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })

/** How much a process holds after it was left alone for a while. */
async function measured(
  program: string,
  prepare: (child: ChildProcess) => Promise<unknown>,
): Promise<number> {
  const child = start(program)
  try {
    await prepare(child)
    await wait(settleMs)
    return residentOf(child)
  } finally {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}

/** Opens the vault in its own process, as the shell would. */
function unlock(child: ChildProcess, folder: string): Promise<void> {
  const opened = new Promise<void>((resolve, reject) => {
    child.on('message', (message: { readonly kind: string; readonly reply?: { readonly ok: boolean } }) => {
      if (message.kind !== 'reply') return
      if (message.reply?.ok) resolve()
      else reject(new Error('the vault did not open'))
    })
    child.once('exit', () => reject(new Error('the vault process ended')))
  })
  child.send({ kind: 'start', folder })
  child.send({ kind: 'call', id: 1, name: 'vault.unlock', input: { passphrase: passphraseOf(0) } })
  return opened
}

/** The vault process with the vault open, beside a Node process that does nothing. `null` where /proc is not. */
export async function memory({ root, strong, rounds }: Office): Promise<Comparison | null> {
  if (!existsSync('/proc/self/status')) return null
  const programs = await bundle('bench', { 'vault-process': 'main/vault-process.ts' })
  const empty = join(root, 'empty.mjs')
  writeFileSync(empty, 'process.on("message", () => undefined)\n')
  const [ours, beside]: [number[], number[]] = [[], []]
  for (let round = 0; round < Math.min(3, rounds); round++) {
    ours.push(await measured(join(programs, 'vault-process.js'), child => unlock(child, strong)))
    beside.push(await measured(empty, () => Promise.resolve()))
  }
  return { ours: median(ours), beside: median(beside) }
}
