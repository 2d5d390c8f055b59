import { embedded } from '../../shared/exchange/embedded.ts'

const place = '>%FILE%<'

/**
 * A sealed file inside the page that opens it (ADR 0022). The size follows from the file's alone: the page is always the same.
 *
 * @param page the page as it was built, with one place for the file.
 */
export function inPage(page: string, file: Uint8Array): Uint8Array {
  const [before, after, ...more] = page.split(place)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('The page has no place.')
  return Buffer.from(`${before}>${embedded(file)}<${after}`, 'utf8')
}
