import { convertIndexedToRgb, decode as decodePng, type DecodedPng } from 'fast-png'
import { decode as decodeJpeg } from 'jpeg-js'
import decodeQR from 'qr/decode.js'
import { Refused } from '../../shared/refusal.ts'
import { sniff } from '../import/sniff.ts'

/** Most pixels a picture may claim: what telephones take, and no bomb. In millions. */
const mostMegapixels = 32

/** Red, green, blue and opacity of each pixel, one byte each, row by row. */
interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * The text of the first QR code in a PNG or JPEG picture. Runs in a process of its own (ADR 0020).
 *
 * @throws Refused `exchange/picture-other-kind`, `picture-too-large`, `picture-damaged`, `picture-no-code`.
 */
export function textInPicture(bytes: Uint8Array): string {
  const { width, height, data } = pixelsOf(bytes)
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA', effort: 8, timeLimit: 6_000 })
  } catch {
    throw new Refused('exchange/picture-no-code')
  }
}

function pixelsOf(bytes: Uint8Array): Pixels {
  const { kind } = sniff(bytes)
  if (kind !== 'png' && kind !== 'jpeg') throw new Refused('exchange/picture-other-kind')
  try {
    return kind === 'png' ? pixelsOfPng(bytes) : pixelsOfJpeg(bytes)
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('exchange/picture-damaged')
  }
}

/** The size a PNG claims is looked at before anything is unpacked. */
function pixelsOfPng(bytes: Uint8Array): Pixels {
  const head = Buffer.from(bytes.subarray(16, 24))
  if (head.readUInt32BE(0) * head.readUInt32BE(4) > mostMegapixels * 1e6)
    throw new Refused('exchange/picture-too-large')
  const png = decodePng(bytes, { checkCrc: true })
  const { width, height } = png
  return { width, height, data: onWhite(png) }
}

function pixelsOfJpeg(bytes: Uint8Array): Pixels {
  const limits = { maxResolutionInMP: mostMegapixels, maxMemoryUsageInMB: 1_024 }
  try {
    return decodeJpeg(bytes, { useTArray: true, ...limits })
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes('limit exceeded')
    throw new Refused(isTooLarge ? 'exchange/picture-too-large' : 'exchange/picture-damaged')
  }
}

/** A PNG of any kind as red, green, blue over white paper: what can be seen through is white, not black. */
function onWhite(png: DecodedPng): Uint8Array {
  const { samples, channels } = samplesOf(png)
  const count = png.width * png.height
  const data = new Uint8Array(count * 4)
  const isGrey = channels < 3
  for (let pixel = 0; pixel < count; pixel++) {
    const at = pixel * channels
    const opacity = channels % 2 === 0 ? (samples[at + channels - 1] ?? 255) : 255
    for (let colour = 0; colour < 3; colour++) {
      const value = samples[isGrey ? at : at + colour] ?? 0
      data[pixel * 4 + colour] = (value * opacity + 255 * (255 - opacity)) / 255
    }
    data[pixel * 4 + 3] = 255
  }
  return data
}

/** Eight bits a sample, whatever the file has. */
function samplesOf(png: DecodedPng): { readonly samples: ArrayLike<number>; readonly channels: number } {
  const { data, depth, channels, palette, width, height } = png
  if (palette) return { samples: convertIndexedToRgb(png), channels: palette[0]?.length ?? 3 }
  if (depth === 16) return { samples: data.map(value => value >> 8), channels }
  if (depth === 8) return { samples: data, channels }
  const rowBytes = Math.ceil((width * depth) / 8)
  const scale = 255 / (2 ** depth - 1)
  const samples = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const bit = (pixel % width) * depth
    const byte = data[Math.floor(pixel / width) * rowBytes + (bit >> 3)] ?? 0
    return ((byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1)) * scale
  })
  return { samples, channels: 1 }
}
