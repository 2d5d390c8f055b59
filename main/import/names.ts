import type { FileKind } from '../../shared/import/model.ts'

/** Control characters, line and paragraph ends, and every mark that turns or hides the direction of writing. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g

/**
 * A file name that is only a name: the part after the last slash of either kind, without control characters or marks
 * that reorder it, without dots or spaces at its ends, at most 150 characters with its extension kept.
 *
 * @returns `attachment-<number>` when nothing is left.
 */
export function cleanName(claimed: string | null, number: number): string {
  const base = (claimed ?? '').toWellFormed().replace(unseen, '').split(/[/\\]/).pop() ?? ''
  // oxlint-disable-next-line no-misleading-character-class -- single characters that Windows forbids in names
  const plain = base.replace(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/gu, '')
  return shortened(plain) || `attachment-${number}`
}

function shortened(name: string): string {
  if (name.length <= 150) return name
  const extension = /\.[^.\s]{1,10}$/u.exec(name)?.[0] ?? ''
  return `${name.slice(0, 150 - extension.length)}${extension}`.toWellFormed().replaceAll('\ufffd', '_')
}

/** What stands after the last dot, lower case; empty when there is none. */
const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

const runs = new Set(
  (
    'exe com scr pif cpl dll ocx sys bat cmd ps1 psm1 psd1 vb vbs vbe js jse mjs ws wsf wsh wsc sct hta msi msp mst msix appx ' +
    'lnk url scf inf reg chm hlp jar jnlp apk app command sh bash zsh csh py pyc pyw pl rb desktop gadget application ' +
    'docm dotm xlsm xltm xlam xll pptm potm ppam ppsm iso img vhd vhdx settingcontent-ms library-ms search-ms'
  ).split(' '),
)

/** Whether opening a file of this name would run it, or what lies in it, on some desktop, whatever its bytes are. */
export const runsByName = (name: string): boolean => runs.has(extensionOf(name))

const promises: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  jpe: ['jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  bmp: ['bmp'],
  tif: ['tiff'],
  tiff: ['tiff'],
  heic: ['heic'],
  heif: ['heic'],
  avif: ['heic'],
  svg: ['svg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  docm: ['docx', 'office-with-macros'],
  xlsm: ['xlsx', 'office-with-macros'],
  pptm: ['pptx', 'office-with-macros'],
  // Word has always saved RTF and HTML as .doc, Excel HTML and XML as .xls.
  doc: ['doc', 'ole2', 'rtf', 'html'],
  xls: ['xls', 'ole2', 'html', 'xml'],
  ppt: ['ppt', 'ole2'],
  odt: ['odt'],
  ods: ['ods'],
  odp: ['odp'],
  rtf: ['rtf'],
  htm: ['html'],
  html: ['html'],
  xml: ['xml', 'svg', 'html'],
  txt: ['text', 'html', 'xml', 'email'],
  csv: ['text'],
  json: ['text'],
  log: ['text', 'email'],
  md: ['text', 'html'],
  ics: ['text'],
  vcf: ['text'],
  eml: ['email'],
  msg: ['outlook-message'],
  dat: ['outlook-bundle', 'text', 'unknown'],
  zip: ['zip'],
  gz: ['gzip'],
  tgz: ['gzip'],
  '7z': ['7z'],
  rar: ['rar'],
  bz2: ['bzip2'],
  xz: ['xz'],
  tar: ['tar'],
  cab: ['cab'],
  age: ['encrypted'],
  mp3: ['audio'],
  wav: ['audio'],
  ogg: ['audio', 'video'],
  opus: ['audio'],
  amr: ['audio'],
  aac: ['audio'],
  flac: ['audio'],
  m4a: ['audio', 'video'],
  mp4: ['video'],
  m4v: ['video'],
  mov: ['video'],
  '3gp': ['video', 'audio'],
  avi: ['video'],
  mkv: ['video'],
  webm: ['video'],
  wmv: ['video'],
}

const promisedBy: ReadonlyMap<string, readonly FileKind[]> = new Map(Object.entries(promises))

/** Whether a name promises another kind of file. A name without a known extension promises nothing; nor does nothing break a promise. */
export function mismatch(name: string, kind: FileKind): boolean {
  const promised = promisedBy.get(extensionOf(name))
  return promised !== undefined && kind !== 'empty' && !promised.includes(kind)
}
