import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bundle } from './bundle.ts'

/** What so many starts on one vault at the same moment came to. */
export interface Starts {
  readonly concurrent_starts: number
  /** How many had it open at the same time. */
  readonly owners: number
  /** How many of the others were told that it is in use. */
  readonly told: number
}

interface Starter {
  readonly child: ChildProcessWithoutNullStreams
  /** The next line it says; empty when it ended. */
  next(): Promise<string>
}

function starter(program: string, folder: string): Starter {
  const child = spawn(process.execPath, [program, folder], { stdio: 'pipe' })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, next: async () => (await lines.next()).value ?? '' }
}

/** Lets so many processes open one closed vault at once, and end again. */
export async function startAtOnce(folder: string, count: number): Promise<Starts> {
  const programs = await bundle('torture-starts', { startWorker: 'test/torture/startWorker.ts' })
  const all = Array.from({ length: count }, () => starter(join(programs, 'startWorker.js'), folder))
  await Promise.all(all.map(one => one.next()))
  for (const { child } of all) child.stdin.write('go\n')
  const told = await Promise.all(all.map(one => one.next()))
  const ended = all.map(({ child }) => new Promise(resolve => child.once('exit', resolve)))
  for (const { child } of all) child.stdin.end()
  await Promise.all(ended)
  const among = (word: string) => told.filter(one => one === word).length
  return { concurrent_starts: count, owners: among('owner'), told: among('vault/in-use') }
}
