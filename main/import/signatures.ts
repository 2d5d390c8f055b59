import type { FileKind } from '../../shared/import/model.ts'

/** One mark by which a kind of file is known: bytes (as Latin-1 text) at an offset from the start. */
interface Signature {
  readonly kind: FileKind
  readonly at: number
  readonly mark: string
}

const starts = (kind: FileKind, ...marks: readonly string[]): readonly Signature[] =>
  marks.map(mark => ({ kind, at: 0, mark }))
const at = (offset: number, kind: FileKind, ...marks: readonly string[]): readonly Signature[] =>
  marks.map(mark => ({ kind, at: offset, mark }))

/**
 * Marks at fixed places, most telling first. Containers (zip, OLE2, RIFF, ISO media) and texts need a closer look
 * and are not here (security notes, hostile files).
 */
export const signatures: readonly Signature[] = [
  ...starts('png', '\x89PNG\r\n\x1a\n'),
  ...starts('jpeg', '\xff\xd8\xff'),
  ...starts('gif', 'GIF87a', 'GIF89a'),
  ...at(8, 'webp', 'WEBPVP8'),
  ...starts('tiff', 'II*\0', 'MM\0*'),
  ...starts('rtf', '{\\rtf'),
  ...starts('gzip', '\x1f\x8b'),
  ...starts('7z', '7z\xbc\xaf\x27\x1c'),
  ...starts('rar', 'Rar!\x1a\x07'),
  ...starts('bzip2', 'BZh'),
  ...starts('xz', '\xfd7zXZ\0'),
  ...starts('cab', 'MSCF\0\0\0\0'),
  ...at(257, 'tar', 'ustar'),
  ...starts('encrypted', 'age-encryption.org/', '-----BEGIN AGE ENCRYPTED', '-----BEGIN PGP MESSAGE'),
  ...starts('outlook-bundle', '\x78\x9f\x3e\x22'),
  ...starts('elf', '\x7fELF'),
  ...starts('mach-o', '\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe'),
  ...starts('android-app', 'dex\n'),
  ...starts('wasm', '\0asm'),
  ...starts('shortcut', 'L\0\0\0\x01\x14\x02\0'),
  ...starts('audio', 'ID3', 'OggS', 'fLaC', '#!AMR', '\xff\xfb', '\xff\xf3', '\xff\xf1', '\xff\xf9'),
  ...starts('script', '#!'),
  ...at(8, 'audio', 'WAVEfmt '),
  ...at(8, 'video', 'AVI LIST'),
  ...starts('video', '\x1aE\xdf\xa3', '\0\0\x01\xba', '\0\0\x01\xb3', '0&\xb2\x75\x8e\x66\xcf\x11'),
]

/** Brands of the ISO media box `ftyp` that are not film. Every other brand is. */
export const mediaBrands: ReadonlyMap<string, FileKind> = new Map([
  ...['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif'].map((brand): [string, FileKind] => [brand, 'heic']),
  ...['M4A ', 'M4B '].map((brand): [string, FileKind] => [brand, 'audio']),
])
