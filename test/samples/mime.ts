/** One part of a sample e-mail: its header lines and its body, already encoded. */
export interface Part {
  readonly headers: readonly string[]
  readonly body: Uint8Array | string
}

/** Bytes of text and bytes, one after the other. Text becomes Latin-1 so that every byte can be spelt. */
export function joined(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))),
  )
}

/** A part as it stands in a file, line ends as e-mail has them. */
export const written = ({ headers, body }: Part): Uint8Array =>
  joined(headers.join('\r\n'), '\r\n\r\n', body, '\r\n')

/** Several parts between borders, closed. */
export function multipart(kind: string, parts: readonly Part[], border = `=_synthetic_${kind}`): Part {
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${border}"`],
    body: joined(...parts.flatMap(part => [`--${border}\r\n`, written(part)]), `--${border}--\r\n`),
  }
}

/** Base64 in lines of 76. */
export function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
}

/** Text in base64, UTF-8 unless another encoding of one byte a letter is named. */
export function textPart(text: string, charset = 'utf-8', type = 'plain'): Part {
  return {
    headers: [`Content-Type: text/${type}; charset=${charset}`, 'Content-Transfer-Encoding: base64'],
    body: base64Lines(encoded(text, charset)),
  }
}

/** A file sent along, in base64. `name` is written as RFC 2231 says when it is not plain ASCII. */
export function filePart(file: {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}): Part {
  const name = /^[\x20-\x7e]*$/.test(file.name)
    ? `filename="${file.name.replace(/["\\]/g, '\\$&')}"`
    : `filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`
  return {
    headers: [
      `Content-Type: ${file.type}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; ${name}`,
    ],
    body: base64Lines(file.bytes),
  }
}

/** An encoded word (RFC 2047) for a header. */
export const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

/** Text in an encoding; of those with one byte a letter, letters it does not have become `?`. */
export function encoded(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, letter => Math.max(letters.indexOf(letter), 0) || 63)
}
