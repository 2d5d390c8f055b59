import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

/** A socket on which somebody outside could speak to a process. */
export interface Listening {
  readonly protocol: string
  readonly port: number
  readonly pid: number
}

/** The sockets of a process and all it started on which it listens: TCP that accepts, UDP that hears everybody. */
export function listening(root = process.pid): readonly Listening[] {
  const open = openSockets()
  return familyOf(root).flatMap(pid => inodesOf(pid).flatMap(inode => at(open, inode, pid)))
}

const at = (open: ReadonlyMap<string, Omit<Listening, 'pid'>>, inode: string, pid: number): Listening[] => {
  const socket = open.get(inode)
  return socket ? [{ ...socket, pid }] : []
}

/** A process and everything it started, and what that started. */
export function familyOf(root: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(pid => parentOf(pid).map(parent => [Number(pid), parent] as const)),
  )
  const family = new Set([root])
  for (let before = 0; before < family.size;) {
    before = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

function parentOf(pid: string): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return [Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]
  } catch {
    return []
  }
}

function inodesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap(fd => inodeOf(`/proc/${pid}/fd/${fd}`))
  } catch {
    return []
  }
}

function inodeOf(link: string): string[] {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? []
  } catch {
    return []
  }
}

/** What the kernel calls "listening" for TCP (0A) and "unconnected" for UDP (07). */
const tables = [
  ['tcp', '0A'],
  ['tcp6', '0A'],
  ['udp', '07'],
  ['udp6', '07'],
] as const

function openSockets(): ReadonlyMap<string, Omit<Listening, 'pid'>> {
  const lines = tables.flatMap(([protocol, state]) =>
    readFileSync(`/proc/net/${protocol}`, 'utf8')
      .split('\n')
      .slice(1)
      .map(line => line.trim().split(/\s+/))
      .filter(fields => fields[3] === state)
      .map(fields => [fields[9] ?? '', { protocol, port: portOf(fields[1] ?? '') }] as const),
  )
  return new Map(lines.filter(([, { port }]) => port !== 0))
}

const portOf = (address: string) => Number.parseInt(address.split(':')[1] ?? '0', 16)

/** Looks every so often, until it is stopped. */
export interface SocketWatch {
  readonly looks: number
  readonly seen: readonly Listening[]
  stop(): void
}

/** Watches what this process and everything it starts listens on. */
export function watchSockets(milliseconds = 400): SocketWatch {
  const seen = new Map<string, Listening>()
  const watch = { looks: 0, seen: [] as readonly Listening[], stop: () => clearInterval(timer) }
  const look = () => {
    watch.looks += 1
    for (const one of listening()) seen.set(`${one.protocol} ${one.port} ${one.pid}`, one)
    watch.seen = [...seen.values()]
  }
  const timer = setInterval(look, milliseconds)
  look()
  return watch
}
