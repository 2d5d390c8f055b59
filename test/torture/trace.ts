import type { Said } from './session.ts'

/** One thing the traced program did to files, or said, in the order it was done. */
export type Happening =
  | { readonly kind: 'said'; readonly said: Said }
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'size'; readonly path: string; readonly size: number }
  | { readonly kind: 'flush'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }

/** What strace is asked to watch; the last five must not happen, because `happenings` does not know them. */
export const watched =
  'open,openat,creat,write,writev,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,renameat,renameat2,' +
  'unlink,unlinkat,rmdir,mkdir,mkdirat,pwritev,truncate,fallocate,copy_file_range,sendfile'

interface Call {
  readonly name: string
  readonly args: string
  readonly result: number
  /** Quoted texts among the arguments, decoded. */
  readonly texts: readonly Buffer[]
  /** The file the first argument, a descriptor, stands for. Empty when it is none. */
  readonly path: string
  readonly fd: number
}

const unhex = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex')
const decoded = (text: string) => (text.startsWith('\\x') ? unhex(text).toString() : text)

const isBelow = (path: string, base: string) => path === base || path.startsWith(`${base}/`)

/** Calls in the order they ended; a call that another thread interrupted stands on two lines. */
function* callsIn(trace: string): Generator<Call> {
  const unfinished = new Map<string, string>()
  for (const line of trace.split('\n')) {
    const [, pid = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
    if (text.endsWith('<unfinished ...>')) unfinished.set(pid, text.slice(0, -'<unfinished ...>'.length))
    else {
      const call = callOf(resumed ? (unfinished.get(pid) ?? '') + (resumed[1] ?? '') : text)
      if (call) yield call
    }
  }
}

function callOf(text: string): Call | null {
  const parts = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(text)
  if (!parts) return null
  const [, name = '', args = '', result] = parts
  const first = /^(\d+)<([^>]*)>/.exec(args)
  const texts = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)].map(([, hex = '', cut]) => {
    if (cut) throw new Error('the trace was cut short')
    return unhex(hex)
  })
  return {
    name,
    args,
    result: Number(result),
    texts,
    path: decoded(first?.[2] ?? ''),
    fd: Number(first?.[1] ?? -1),
  }
}

/**
 * What a trace says happened below `base`, and what the program said.
 *
 * @param trace what `strace -f -y -xx` wrote.
 * @throws Error for a call below `base` that is not understood: better no figure than a wrong one.
 */
export function happenings(trace: string, base: string): Happening[] {
  const found: Happening[] = []
  const positions = new Map<number, number>()
  let spoken = ''
  for (const call of callsIn(trace)) {
    if (call.result < 0) continue
    if (call.fd === 1 && call.name === 'write') {
      const lines = (spoken + String(call.texts[0])).split('\n')
      spoken = lines.pop() ?? ''
      found.push(...lines.map(line => ({ kind: 'said', said: JSON.parse(line) as Said }) as const))
    } else if (call.name === 'lseek') positions.set(call.fd, call.result)
    else if (call.name.startsWith('open')) {
      positions.set(call.result, 0)
      found.push(...openings(call).filter(({ path }) => isBelow(path, base)))
    } else found.push(...changes(call, { base, positions }))
  }
  return found
}

function openings({ args, texts }: Call) {
  const path = String(texts[0])
  return [
    ...(args.includes('O_CREAT') ? [{ kind: 'create', path } as const] : []),
    ...(args.includes('O_TRUNC') ? [{ kind: 'size', path, size: 0 } as const] : []),
  ]
}

interface Where {
  readonly base: string
  readonly positions: Map<number, number>
}

function changes(call: Call, where: Where): Happening[] {
  const paths = call.path === '' ? call.texts.map(String) : [call.path]
  if (!paths.some(path => isBelow(path, where.base))) return []
  const [path = '', to = ''] = paths
  switch (call.name) {
    case 'write':
    case 'writev':
      return [{ kind: 'write', path, at: advance(call, where), bytes: written(call) }]
    case 'pwrite64':
      return [{ kind: 'write', path, at: Number(call.args.split(', ').at(-1)), bytes: written(call) }]
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'flush', path }]
    case 'ftruncate':
      return [{ kind: 'size', path, size: Number(call.args.split(', ').at(-1)) }]
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return [{ kind: 'move', from: path, to }]
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return [{ kind: 'remove', path }]
    case 'mkdir':
    case 'mkdirat':
      return [{ kind: 'folder', path }]
    default:
      throw new Error(`the trace has a call that is not understood: ${call.name}`)
  }
}

const written = ({ texts, result }: Call) => Buffer.concat(texts).subarray(0, result)

/** Where a write without a place went. */
function advance({ fd, result }: Call, { positions }: Where): number {
  const at = positions.get(fd) ?? 0
  positions.set(fd, at + result)
  return at
}
