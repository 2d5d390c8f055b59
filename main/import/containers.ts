import type { FileKind } from '../../shared/import/model.ts'

const office: readonly (readonly [folder: string, kind: FileKind])[] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
]

const openDocument: readonly (readonly [type: string, kind: FileKind])[] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
]

/** What a zip holds, by the names in its directory alone; nothing is inflated. */
export function zipKind(bytes: Buffer): FileKind {
  const names = zipNames(bytes)
  if (names.some(name => /(?:^|\/)vbaProject\.bin$/i.test(name))) return 'office-with-macros'
  if (names.includes('[Content_Types].xml'))
    return office.find(([folder]) => names.some(name => name.startsWith(folder)))?.[1] ?? 'zip'
  if (names.includes('AndroidManifest.xml')) return 'android-app'
  if (names.includes('META-INF/MANIFEST.MF')) return 'java-archive'
  return openDocumentKind(bytes) ?? 'zip'
}

/** OpenDocument keeps its type uncompressed in a first entry named `mimetype`, at byte 38. */
function openDocumentKind(bytes: Buffer): FileKind | undefined {
  const start = bytes.subarray(30, 120).toString('latin1')
  return openDocument.find(([type]) => start.startsWith(`mimetype${type}`))?.[1]
}

/** The first 2,000 names of a zip's central directory. Empty when there is none to be found. */
function zipNames(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) return []
  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  while (names.length < 2_000 && at + 46 <= end && bytes.readUInt32LE(at) === 0x02014b50) {
    const nameLength = bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return names
}

const installerClass = Buffer.from('84100c0000000000c000000000000046', 'hex')
const streams: readonly (readonly [name: string, kind: FileKind])[] = [
  ['__properties_version1.0', 'outlook-message'],
  ['_VBA_PROJECT', 'office-with-macros'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
]

/** What an OLE2 file is, by the names of its streams wherever they stand; its directory is not followed. */
export function ole2Kind(bytes: Buffer): FileKind {
  const found = streams.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))
  if (found) return found[1]
  return bytes.includes(installerClass) ? 'windows-installer' : 'ole2'
}
