import { Refused } from '../refusal.ts'
import { base64Of, bytesOfBase64 } from './bytes.ts'

/** A file as it stands inside a page: base64, 76 letters a line. The text's length follows from the file's alone. */
export const embedded = (file: Uint8Array): string => base64Of(file).replaceAll(/.{76}(?=.)/g, '$&\n')

/** The file in a text that `embedded` wrote, in that one spelling. @throws Refused `exchange/damaged` */
export function fileIn(text: string): Uint8Array {
  const file = bytesOfBase64(text.replaceAll('\n', ''))
  if (file === null || embedded(file) !== text) throw new Refused('exchange/damaged')
  return file
}
