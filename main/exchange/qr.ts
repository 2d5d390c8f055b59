import encodeQR from 'qr'

/** A QR code as a picture: `size` squares a side, the quiet zone of four included; `path` draws the dark ones (SVG). */
export interface QrPicture {
  readonly size: number
  readonly path: string
}

/** The squares of the QR code of a text of upper-case letters, digits and `:/-`, quiet zone included; `true` is dark. */
export const qrSquares = (text: string): boolean[][] =>
  encodeQR(text, 'raw', { ecc: 'low', encoding: 'alphanumeric', border: 4 })

/** The QR code of such a text, dark squares joined along each row. */
export function qrPicture(text: string): QrPicture {
  const rows = qrSquares(text)
  return { size: rows.length, path: rows.map(pathOfRow).join('') }
}

function pathOfRow(row: readonly boolean[], y: number): string {
  const line = row.map(dark => (dark ? '#' : ' ')).join('')
  const runs = [...line.matchAll(/#+/g)]
  return runs.map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
}
