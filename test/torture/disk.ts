import type { Happening } from './trace.ts'

/** Bytes of a sector: the most that is written whole or not at all. */
const sector = 512

type Edit = { readonly at: number; readonly bytes: Buffer } | { readonly size: number }

interface File {
  readonly kind: 'file'
  flushed: Buffer
  pending: Edit[]
}

interface Folder {
  readonly kind: 'folder'
  readonly now: Map<string, Entry>
  flushed: Map<string, Entry>
  /** What the folder was told since it was flushed, in order. */
  pending: ((entries: Map<string, Entry>) => void)[]
}

type Entry = File | Folder

/**
 * What a power cut leaves of what was not flushed. `chance`: of each sector, and of each change of a file's size, to
 * have been written; of what folders were told, some first part.
 */
export type Luck = 'all' | 'nothing' | { readonly chance: number; readonly random: () => number }

/** Contents by path below the base; folders end with a slash and have none. */
export type Snapshot = ReadonlyMap<string, Buffer | null>

const newFolder = (): Folder => ({ kind: 'folder', now: new Map(), flushed: new Map(), pending: [] })

/** The bytes after some edits, one after the other. What was never written is zero. */
function edited(bytes: Buffer, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return bytes
  const ends = edits.map(edit => ('size' in edit ? edit.size : edit.at + edit.bytes.length))
  const next = Buffer.alloc(Math.max(bytes.length, ...ends))
  bytes.copy(next)
  let size = bytes.length
  for (const edit of edits)
    if ('size' in edit) {
      next.fill(0, edit.size)
      size = edit.size
    } else {
      edit.bytes.copy(next, edit.at)
      size = Math.max(size, edit.at + edit.bytes.length)
    }
  return next.subarray(0, size)
}

const inSectors = (edit: Edit): Edit[] =>
  'size' in edit
    ? [edit]
    : Array.from({ length: Math.ceil(edit.bytes.length / sector) }, (_, i) => ({
        at: edit.at + i * sector,
        bytes: edit.bytes.subarray(i * sector, (i + 1) * sector),
      }))

function contentOf({ flushed, pending }: File, luck: Luck): Buffer {
  if (luck === 'nothing') return flushed
  const kept = luck === 'all' ? pending : pending.flatMap(inSectors).filter(() => luck.random() < luck.chance)
  return edited(flushed, kept)
}

function entriesOf({ flushed, pending }: Folder, luck: Luck): ReadonlyMap<string, Entry> {
  if (luck === 'nothing') return flushed
  const count = luck === 'all' ? pending.length : Math.floor(luck.random() * (pending.length + 1))
  const entries = new Map(flushed)
  for (const change of pending.slice(0, count)) change(entries)
  return entries
}

/**
 * A disk that remembers what was flushed. A file's bytes are safe once the file was flushed, its name once its folder
 * was: stricter than ext4, where flushing a new file also keeps its name.
 */
export function newDisk(base: string) {
  const top = newFolder()
  const partsOf = (path: string) => path.slice(base.length).split('/').filter(Boolean)

  function entryAt(path: string): Entry | undefined {
    return partsOf(path).reduce<Entry | undefined>(
      (entry, name) => (entry?.kind === 'folder' ? entry.now.get(name) : undefined),
      top,
    )
  }
  function placeOf(path: string): { folder: Folder; name: string } {
    const name = partsOf(path).at(-1) ?? ''
    const folder = entryAt(path.slice(0, path.lastIndexOf('/')))
    if (folder?.kind !== 'folder') throw new Error('the trace writes where there is no folder')
    return { folder, name }
  }
  function fileAt(path: string): File {
    const file = entryAt(path)
    if (file?.kind !== 'file') throw new Error('the trace writes to a file that is not there')
    return file
  }
  function tell(folder: Folder, change: (entries: Map<string, Entry>) => void): void {
    change(folder.now)
    folder.pending.push(change)
  }
  function put(path: string, entry: Entry): void {
    const { folder, name } = placeOf(path)
    tell(folder, entries => void entries.set(name, entry))
  }
  function flush(entry: Entry | undefined): void {
    if (entry?.kind === 'file') entry.flushed = contentOf(entry, 'all')
    if (entry?.kind === 'folder') entry.flushed = new Map(entry.now)
    if (entry) entry.pending = []
  }
  function move(from: string, to: string): void {
    const [source, target] = [placeOf(from), placeOf(to)]
    const entry = source.folder.now.get(source.name)
    if (!entry || source.folder !== target.folder) throw new Error('the trace moves between folders')
    tell(source.folder, entries => {
      entries.delete(source.name)
      entries.set(target.name, entry)
    })
  }
  function remove(path: string): void {
    const { folder, name } = placeOf(path)
    tell(folder, entries => void entries.delete(name))
  }

  /** @returns whether a power cut could now leave something it could not have left before. */
  function apply(happening: Happening): boolean {
    switch (happening.kind) {
      case 'said':
        return false
      case 'create':
        if (entryAt(happening.path)) return false
        put(happening.path, { kind: 'file', flushed: Buffer.alloc(0), pending: [] })
        return true
      case 'folder':
        put(happening.path, newFolder())
        return true
      case 'write':
        fileAt(happening.path).pending.push({ at: happening.at, bytes: happening.bytes })
        return true
      case 'size':
        fileAt(happening.path).pending.push({ size: happening.size })
        return true
      case 'flush':
        flush(entryAt(happening.path))
        return true
      case 'move':
        move(happening.from, happening.to)
        return true
      case 'remove':
        remove(happening.path)
        return true
    }
  }

  /** What would be found after a power cut now. */
  function cut(luck: Luck): Snapshot {
    const found = new Map<string, Buffer | null>()
    const collect = (folder: Folder, path: string) => {
      for (const [name, entry] of entriesOf(folder, luck))
        if (entry.kind === 'file') found.set(path + name, contentOf(entry, luck))
        else {
          found.set(`${path}${name}/`, null)
          collect(entry, `${path}${name}/`)
        }
    }
    collect(top, '')
    return found
  }
  return { apply, cut }
}
