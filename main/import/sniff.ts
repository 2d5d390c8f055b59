import type { FileKind } from '../../shared/import/model.ts'
import { ole2Kind, zipKind } from './containers.ts'
import { mediaBrands, signatures } from './signatures.ts'
import { textKind } from './textKind.ts'

/** What a file is by its bytes. `label` is the key of its name in the interface's language. */
export interface Sniffed {
  readonly kind: FileKind
  readonly isProgram: boolean
  readonly label: `import.kind.${FileKind}`
}

const programs: ReadonlySet<FileKind> = new Set([
  'windows-program',
  'windows-installer',
  'elf',
  'mach-o',
  'java-class',
  'java-archive',
  'android-app',
  'wasm',
  'script',
  'html-program',
  'shortcut',
  'office-with-macros',
])

const archives: ReadonlySet<FileKind> = new Set(['zip', 'gzip', '7z', 'rar', 'bzip2', 'xz', 'tar', 'cab'])

/** Whether a kind is a parcel of other files, which is never opened. */
export const isArchive = (kind: FileKind): boolean => archives.has(kind)

/** What a file is by its bytes, never by its name. Nothing is unpacked or run, whatever the bytes say. */
export function sniff(bytes: Uint8Array): Sniffed {
  const kind = kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return { kind, isProgram: programs.has(kind), label: `import.kind.${kind}` }
}

function kindOf(bytes: Buffer): FileKind {
  if (bytes.length === 0) return 'empty'
  const head = bytes.subarray(0, 1_024).toString('latin1')
  const mark = signatures.find(({ at, mark }) => head.startsWith(mark, at))
  if (mark) return mark.kind
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06') || head.startsWith('PK\x07\x08'))
    return zipKind(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return ole2Kind(bytes)
  if (head.startsWith('\xca\xfe\xba\xbe')) return classOrFatBinary(bytes)
  if (head.startsWith('ftyp', 4)) return mediaBrands.get(head.slice(8, 12)) ?? 'video'
  if (head.startsWith('MZ')) return 'windows-program'
  if (head.startsWith('BM') && isBitmap(bytes)) return 'bmp'
  // A PDF may begin after up to 1,024 bytes of anything (PDF 1.7, implementation note 13).
  if (head.startsWith('%PDF-')) return 'pdf'
  const text = textKind(bytes)
  return text === 'unknown' && head.includes('%PDF-') ? 'pdf' : text
}

/** Java classes and Apple's fat binaries share a first word; the second is a version (45 up) or a small count. */
function classOrFatBinary(bytes: Buffer): FileKind {
  return bytes.length >= 8 && bytes.readUInt32BE(4) < 45 ? 'mach-o' : 'java-class'
}

function isBitmap(bytes: Buffer): boolean {
  return bytes.length >= 18 && bytes.readUInt16LE(6) === 0 && bytes.readUInt32LE(14) <= 124
}
