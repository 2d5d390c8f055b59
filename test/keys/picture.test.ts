import { encode as encodePng } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import encodeQR from 'qr'
import { describe, expect, it } from 'vitest'
import { cardText } from '../../main/exchange/card.ts'
import { textInPicture } from '../../main/exchange/readPicture.ts'
import { flipped, refusalOf } from '../exchange/support.ts'
import { drawn, freshCard, jpegOf, pngOf } from './support.ts'

const card = await freshCard()

/** One grey sample for each pixel, of as many bits as asked for, packed as PNG packs them. */
function grey(depth: 1 | 8 | 16) {
  const { width, height, data } = drawn(card, 3)
  const value = (pixel: number) => data[pixel * 4] ?? 0
  const count = width * height
  if (depth === 8)
    return { width, height, depth, channels: 1, data: Uint8Array.from({ length: count }, (_, i) => value(i)) }
  return {
    width,
    height,
    depth,
    channels: 1,
    data: Uint16Array.from({ length: count }, (_, i) => value(i) * 257),
  }
}

describe('a picture of a code', () => {
  it.each([2, 3, 6, 12])('is read when each square is %i pixels wide, as PNG and as JPEG', scale => {
    expect(textInPicture(pngOf(card, scale))).toBe(cardText(card))
    expect(textInPicture(jpegOf(card, scale))).toBe(cardText(card))
  })

  it('is read in grey of eight and of sixteen bits', () => {
    expect(textInPicture(encodePng(grey(8)))).toBe(cardText(card))
    expect(textInPicture(encodePng(grey(16)))).toBe(cardText(card))
  })

  it('is read when what is light can be seen through', () => {
    const { width, height, data } = drawn(card, 4)
    const clear = data.map((value, at) => (at % 4 === 3 ? 255 - (data[at - 3] ?? 0) : 0 * value))
    expect(textInPicture(encodePng({ width, height, data: clear, channels: 4 }))).toBe(cardText(card))
  })

  it('is read when it was taken upside down', () => {
    const { width, height, data } = drawn(card, 4)
    const turned = new Uint8Array(new Uint32Array(data.buffer).toReversed().buffer)
    expect(textInPicture(new Uint8Array(encodeJpeg({ width, height, data: turned }, 60).data))).toBe(
      cardText(card),
    )
  })

  it('is told apart from a picture without a code', async () => {
    const data = new Uint8Array(200 * 200 * 4).fill(255)
    const white = encodePng({ width: 200, height: 200, data, channels: 4 })
    expect(await refusalOf(() => textInPicture(white))).toBe('exchange/picture-no-code')
  })

  it('of another kind is told apart', async () => {
    const gif = encodeQR('HELLO', 'gif')
    expect(await refusalOf(() => textInPicture(gif))).toBe('exchange/picture-other-kind')
    expect(await refusalOf(() => textInPicture(new Uint8Array()))).toBe('exchange/picture-other-kind')
  })

  it('that claims more pixels than any telephone takes is refused before it is unpacked', async () => {
    const png = pngOf(card)
    Buffer.from(png.buffer, png.byteOffset).writeUInt32BE(100_000, 16)
    expect(await refusalOf(() => textInPicture(png))).toBe('exchange/picture-too-large')
    const jpeg = Buffer.from(jpegOf(card))
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(60_000, frame + 5)
    jpeg.writeUInt16BE(60_000, frame + 7)
    expect(await refusalOf(() => textInPicture(jpeg))).toBe('exchange/picture-too-large')
  })

  it('that was cut short is refused, and never half a card', async () => {
    for (const picture of [pngOf(card), jpegOf(card)])
      for (const part of [0.05, 0.3, 0.6, 0.9]) {
        const cut = picture.subarray(0, Math.floor(picture.length * part))
        expect(['exchange/picture-damaged', 'exchange/picture-no-code']).toContain(
          await refusalOf(() => textInPicture(cut)),
        )
      }
  })

  it('with one byte changed is refused or gives the very same text', () => {
    const png = pngOf(card)
    for (let at = 8; at < png.length; at += 97) {
      let text: string | null = null
      try {
        text = textInPicture(flipped(png, at))
      } catch (error) {
        expect(error).toHaveProperty('code')
      }
      if (text !== null) expect(text).toBe(cardText(card))
    }
  })
})
