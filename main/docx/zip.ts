import { crc32, inflateRawSync } from 'node:zlib'

/** One part of a zip file. */
export interface Part {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 1 January 1980, midnight: the first moment a zip file can name. */
const day = 0x21
const utf8Names = 0x08_00

/** What stands in front of a part and, with more, in the list at the end. */
function header(signature: number, { name, bytes }: Part, { offset }: { readonly offset: number | null }) {
  const isListed = offset !== null
  const at = isListed ? 2 : 0
  const head = Buffer.alloc(isListed ? 46 : 30)
  head.writeUInt32LE(signature, 0)
  if (isListed) head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 4 + at)
  head.writeUInt16LE(utf8Names, 6 + at)
  head.writeUInt16LE(day, 12 + at)
  head.writeUInt32LE(crc32(bytes), 14 + at)
  head.writeUInt32LE(bytes.length, 18 + at)
  head.writeUInt32LE(bytes.length, 22 + at)
  head.writeUInt16LE(Buffer.byteLength(name), 26 + at)
  if (isListed) head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, Buffer.from(name)])
}

/**
 * A zip file that holds the parts as they are, in their order, without compression, at a fixed time, on no system. The
 * same parts give the same bytes on every machine.
 */
export function writeZip(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const list: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const head = header(0x04_03_4b_50, part, { offset: null })
    list.push(header(0x02_01_4b_50, part, { offset }))
    pieces.push(head, part.bytes)
    offset += head.length + part.bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06_05_4b_50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    list.reduce((total, { length }) => total + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...pieces, ...list, end]))
}

/** Largest part that is read, in bytes. */
const mostBytes = 16 * 1024 * 1024

/**
 * The parts of a zip file, in the order of its list. For files that this program itself has just made.
 *
 * @throws Error (or RangeError) when it is not one, when a part is above 16 MiB or when its sum is wrong.
 */
export function readZip(file: Uint8Array): Part[] {
  const zip = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const end = zip.length - 22
  if (end < 0 || zip.readUInt32LE(end) !== 0x06_05_4b_50) throw new Error('no end of a zip file')
  const parts: Part[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== 0x02_01_4b_50) throw new Error('no list of a zip file')
    const [nameLength, more, note] = [28, 30, 32].map(field => zip.readUInt16LE(at + field))
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    parts.push({ name, bytes: bytesOf(zip, at) })
    at += 46 + (nameLength ?? 0) + (more ?? 0) + (note ?? 0)
  }
  return parts
}

/** The content of the part whose place in the list is `at`. */
function bytesOf(zip: Buffer, at: number): Uint8Array {
  const packed = zip.readUInt32LE(at + 20)
  const offset = zip.readUInt32LE(at + 42)
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  const stored = zip.subarray(start, start + packed)
  const isStored = zip.readUInt16LE(at + 10) === 0
  const bytes = isStored ? stored : inflateRawSync(stored, { maxOutputLength: mostBytes })
  if (bytes.length !== zip.readUInt32LE(at + 24) || crc32(bytes) !== zip.readUInt32LE(at + 16))
    throw new Error('a part of a zip file is not whole')
  return bytes
}
