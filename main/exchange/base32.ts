const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 (RFC 4648) without padding: upper-case letters and digits, which a QR code holds in five and a half bits each. */
export function base32Of(bytes: Uint8Array): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map(group => signs[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

/** The bytes of such a text; signs that do not belong and spare bits are left out, so compare what is written again. */
export function bytesOfBase32(text: string): Uint8Array {
  const bits = Array.from(text, sign => signs.indexOf(sign))
    .filter(value => value >= 0)
    .map(value => value.toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Uint8Array.from(bytes, byte => Number.parseInt(byte, 2))
}
