import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

const onceUponATime = new Date('2026-03-21T09:00:00.000Z')

/** A small real PDF: one page of an invented letter. The same every time. */
export async function samplePdf(marker = ''): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(`SYNTHETIC letter ${marker}`)
  pdf.setCreationDate(onceUponATime)
  const page = pdf.addPage([595, 842])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const lines = [
    'SYNTHETIC SAMPLE - this office does not exist',
    'Registry of Associations, Northern Lakes, QM',
    'The registration of your association is suspended from today.',
    marker,
  ]
  lines.forEach((line, index) => page.drawText(line, { x: 60, y: 760 - 24 * index, size: 12, font }))
  return pdf.save({ useObjectStreams: false })
}

/** A small real photograph, 96 by 64: dusk, a street, a car without a number plate. The same every time. */
export function samplePng(marker = ''): Uint8Array {
  const rows = Array.from({ length: 64 }, (_, y) => [
    0,
    ...Array.from({ length: 96 }, (_, x) => pixel(x, y)).flat(),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(96, 0)
  header.writeUInt32BE(64, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('tEXt', Buffer.from(`Comment\0SYNTHETIC ${marker}`, 'latin1')),
      chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function pixel(x: number, y: number): number[] {
  const grain = (x * 7 + y * 13 + x * y) % 17
  const isWheel = [34, 62].some(centre => (x - centre) ** 2 + (y - 50) ** 2 < 30)
  if (isWheel) return [20, 20, 22]
  if (y > 38 && y < 50 && x > 24 && x < 72) return [96 + grain, 30, 34]
  return y > 48 ? [62 + grain, 60 + grain, 66] : [210 - 2 * y + grain, 150 - y, 110 + grain]
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A zip of files of the given names, each holding the same bytes, deflated. */
export function sampleZip(
  names: readonly string[],
  content: Uint8Array = Buffer.from('synthetic'),
): Uint8Array {
  const packed = deflateRawSync(content)
  const sum = crc32(content)
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  for (const name of names) {
    const offset = locals.reduce((length, part) => length + part.length, 0)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(sum, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 'latin1')
    central.writeUInt16LE(20, 4)
    common.copy(central, 6)
    central.writeUInt32LE(offset, 42)
    locals.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]))
    directory.push(Buffer.concat([central, Buffer.from(name)]))
  }
  const [local, central] = [Buffer.concat(locals), Buffer.concat(directory)]
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Uint8Array(Buffer.concat([local, central, end]))
}

/** The beginning of a program for Windows; it does nothing and cannot run. */
export function sampleProgram(): Uint8Array {
  const bytes = Buffer.alloc(512)
  bytes.write('MZ', 'latin1')
  bytes.writeUInt32LE(128, 60)
  bytes.write('PE\0\0', 128, 'latin1')
  return new Uint8Array(bytes)
}
