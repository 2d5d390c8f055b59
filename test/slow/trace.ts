import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** What a traced program and all it started wrote into files, and where it created any. */
export interface Traced {
  readonly status: number | null
  readonly stdout: string
  /** Everything written, by path. What goes into pipes, sockets and devices is not kept. */
  readonly written: ReadonlyMap<string, Buffer>
  readonly created: ReadonlySet<string>
  /** Internet sockets that were bound or listened on. */
  readonly bound: readonly string[]
  /** Every call that asked for a socket of the internet or used one, as `strace` wrote it. */
  readonly inet: readonly string[]
}

/** Whether this machine lets one program watch another. */
export const canTrace = (): boolean => spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0

const calls =
  'write,pwrite64,writev,pwritev,pwritev2,openat,creat,rename,renameat,renameat2,link,linkat,bind,listen,socket,connect,sendto'

/**
 * Runs a program under `strace`; the trace itself never touches the disk.
 *
 * @param before what `strace` is started with in its turn: `unshare` and the like.
 */
export async function trace(
  command: string,
  args: readonly string[],
  before: readonly string[] = [],
): Promise<Traced> {
  const how = [
    '-f',
    '-y',
    '-qq',
    '--seccomp-bpf',
    '-xx',
    '-s',
    '1048576',
    '-e',
    `trace=${calls}`,
    '-o',
    '|cat >&3',
  ]
  const [first = 'strace', ...rest] = [...before, 'strace', ...how, command, ...args]
  const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const said: Buffer[] = []
  child.stdout?.on('data', (part: Buffer) => said.push(part))
  const parts = new Map<string, Buffer[]>()
  const created = new Set<string>()
  const bound: string[] = []
  const inet: string[] = []
  for await (const line of createInterface({ input: child.stdio[3] as Readable })) {
    keepWrite(line, parts)
    const made =
      /openat\(.*"((?:\\x[0-9a-f]{2})*)", [^"]*O_CREAT/.exec(line) ??
      /creat\("((?:\\x[0-9a-f]{2})*)"/.exec(line)
    if (made?.[1]) created.add(bytesOf(made[1]).toString())
    if (/ bind\(.*AF_INET|listen\(\d+<(TCP|UDP)/.test(line)) bound.push(line)
    if (/ (socket|connect|sendto)\(.*AF_INET/.test(line)) inet.push(line.replace(/^\d+ +/, ''))
  }
  const written = new Map([...parts].map(([path, all]) => [path, Buffer.concat(all)]))
  return { status: await ended, stdout: Buffer.concat(said).toString(), written, created, bound, inet }
}

/** Keeps what one line says was written, when it went into something with a path. */
function keepWrite(line: string, parts: Map<string, Buffer[]>): void {
  const call = /(?:write|pwrite64|writev|pwritev2?)\(\d+<([^>]*)>, /.exec(line)
  const path = call?.[1] ? pathOf(call[1]) : ''
  // Memory is no disk, but what we put there ourselves is to be seen.
  if (!path.startsWith('/') || (path.startsWith('/dev/') && !path.startsWith('/dev/shm/vigil-'))) return
  const texts = [...line.slice(call?.index).matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(match =>
    bytesOf(match[1] ?? ''),
  )
  parts.set(path, [...(parts.get(path) ?? []), ...texts])
}

const pathOf = (text: string) => (text.startsWith('\\x') ? bytesOf(text).toString() : text)
const bytesOf = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex')
