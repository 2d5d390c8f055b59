import { lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** One place where something was found that must be nowhere in clear. */
export interface Found {
  readonly path: string
  readonly how: string
  readonly offset: number
  /** What stands there, printable. */
  readonly around: string
}

interface Needle {
  readonly how: string
  readonly bytes: Buffer
}

const base64At = (text: string, phase: number) =>
  Buffer.concat([Buffer.alloc(phase), Buffer.from(text)])
    .toString('base64')
    // The letters at both ends depend on what stands beside the text.
    .slice(phase === 0 ? 0 : phase + 1, Math.floor(((text.length + phase) * 8) / 6))

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const each = (text: string, spell: (code: number) => string) =>
  Buffer.from([...Buffer.from(text)].map(spell).join(''))
const hex = (code: number) => code.toString(16).padStart(2, '0')

/** A text in every spelling in which it could lie on a disk. */
function spellings(text: string): Needle[] {
  const phases = [0, 1, 2].flatMap(phase => {
    const standard = base64At(text, phase)
    const forAddresses = standard.replaceAll('+', '-').replaceAll('/', '_')
    return [...new Set([standard, forAddresses])].map(spelt => ({
      how: `base64 (phase ${phase})`,
      bytes: Buffer.from(spelt),
    }))
  })
  return [
    { how: 'UTF-8', bytes: Buffer.from(text) },
    { how: 'UTF-8, capitals', bytes: Buffer.from(text.toUpperCase()) },
    { how: 'UTF-8, backwards', bytes: Buffer.from(Array.from(text).toReversed().join('')) },
    { how: 'UTF-16LE', bytes: Buffer.from(text, 'utf16le') },
    { how: 'UTF-16BE', bytes: utf16be(text) },
    { how: 'hex', bytes: Buffer.from(Buffer.from(text).toString('hex')) },
    { how: 'hex, capitals', bytes: Buffer.from(Buffer.from(text).toString('hex').toUpperCase()) },
    { how: 'percent', bytes: each(text, code => `%${hex(code).toUpperCase()}`) },
    { how: 'JSON escapes', bytes: each(text, code => `\\u00${hex(code)}`) },
    ...phases,
  ].filter((one, at, all) => all.findIndex(other => other.bytes.equals(one.bytes)) === at)
}

/** Looks for texts in bytes, files and folders, in every spelling and inside everything compressed. */
export interface Search {
  bytes(bytes: Uint8Array, path: string): readonly Found[]
  /** Every file under a folder; `since` leaves out what was last changed before, `except` whole paths. */
  folder(path: string, how?: { readonly since?: number; readonly except?: readonly string[] }): FolderSearch
}

export interface FolderSearch {
  readonly files: number
  readonly bytes: number
  readonly found: readonly Found[]
}

const largest = 512 * 2 ** 20

/** A search for texts of at least eight letters. Of planted words it is enough to look for their common beginning. */
export function searchFor(texts: readonly string[]): Search {
  const needles = texts.flatMap(spellings)
  const bytes = (content: Uint8Array, path: string) =>
    inside(
      { content: Buffer.from(content.buffer, content.byteOffset, content.byteLength), path, depth: 0 },
      needles,
    )
  return {
    bytes,
    folder(folder, { since = 0, except = [] } = {}) {
      const files = filesUnder(folder, except).filter(file => file.changed >= since && file.size <= largest)
      const found = files.flatMap(({ path }) => [
        ...bytes(Buffer.from(path), `the name of ${path}`),
        ...contentOf(path).flatMap(content => bytes(content, path)),
      ])
      return { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0), found }
    },
  }
}

interface Content {
  readonly content: Buffer
  readonly path: string
  readonly depth: number
}

function inside({ content, path, depth }: Content, needles: readonly Needle[]): Found[] {
  const found = needles.flatMap(({ how, bytes }) => {
    const offset = content.indexOf(bytes)
    if (offset < 0) return []
    const around = content.subarray(Math.max(0, offset - 40), offset + bytes.length + 40).toString('latin1')
    return [{ path, how, offset, around: around.replaceAll(/[^ -~]/g, '.') }]
  })
  if (depth >= 3) return found
  const packed = unpacked(content).flatMap(({ content, at }) =>
    inside({ content, path: `${path}, unpacked at ${at}`, depth: depth + 1 }, needles),
  )
  return [...found, ...packed]
}

interface Unpacked {
  readonly content: Buffer
  readonly at: number
}

const streams = [
  { magic: Buffer.from([0x78, 0x01]), skip: () => 0, unpack: inflateSync },
  { magic: Buffer.from([0x78, 0x5e]), skip: () => 0, unpack: inflateSync },
  { magic: Buffer.from([0x78, 0x9c]), skip: () => 0, unpack: inflateSync },
  { magic: Buffer.from([0x78, 0xda]), skip: () => 0, unpack: inflateSync },
  { magic: Buffer.from([0x1f, 0x8b, 0x08]), skip: () => 0, unpack: gunzipSync },
  {
    magic: Buffer.from('PK\x03\x04', 'latin1'),
    skip: (zip: Buffer) => (zip.length < 30 ? 0 : 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28)),
    unpack: inflateRawSync,
  },
] as const

/** Everything that can be unpacked from where a compressed stream seems to begin; a broken end is no hindrance. */
function unpacked(content: Buffer): Unpacked[] {
  return streams.flatMap(({ magic, skip, unpack }) =>
    positions(content, magic).flatMap(at => {
      try {
        const stream = content.subarray(at)
        const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 2 ** 20 }
        const plain = unpack(stream.subarray(skip(stream)), options)
        return plain.length > 8 ? [{ content: plain, at }] : []
      } catch {
        return []
      }
    }),
  )
}

function positions(content: Buffer, magic: Buffer): number[] {
  const all: number[] = []
  for (let at = content.indexOf(magic); at >= 0; at = content.indexOf(magic, at + 1)) all.push(at)
  return all
}

interface FileHere {
  readonly path: string
  readonly size: number
  readonly changed: number
}

function filesUnder(folder: string, except: readonly string[]): FileHere[] {
  return namesIn(folder)
    .map(name => join(folder, name))
    .filter(path => !except.includes(path))
    .flatMap(path => {
      const stat = lstatSync(path, { throwIfNoEntry: false })
      if (stat?.isDirectory()) return filesUnder(path, except)
      return stat?.isFile() ? [{ path, size: stat.size, changed: stat.mtimeMs }] : []
    })
}

/** Folders and files that go away meanwhile, or may not be read, are not there. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function contentOf(path: string): Buffer[] {
  try {
    return [readFileSync(path)]
  } catch {
    return []
  }
}
