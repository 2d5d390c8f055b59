import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mismatch, runsByName } from '../../main/import/names.ts'
import { sniff } from '../../main/import/sniff.ts'
import { FileKind } from '../../shared/import/model.ts'
import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }
import { sampleEmail } from '../samples/email.ts'
import { samplePdf, samplePng, sampleProgram, sampleZip } from '../samples/files.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const ole2 = (stream: string) =>
  Buffer.concat([
    bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ])

describe('what a file is', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['gif', 'GIF89a\x01\0'],
    ['webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['tiff', 'II*\0\x08\0\0\0'],
    ['heic', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['video', '\0\0\0\x18ftypmp42\0\0\0\0'],
    ['audio', 'OggS\0\x02'],
    ['audio', '#!AMR\n'],
    ['rtf', '{\\rtf1\\ansi'],
    ['pdf', 'rubbish before\0%PDF-1.4\n'],
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['html', '\xef\xbb\xbf\n<!DOCTYPE html><p>x'],
    ['xml', '<?xml version="1.0"?><a/>'],
    ['text', 'Dear colleagues,\n'],
    ['unknown', 'a\0b\x01'],
    ['empty', ''],
    ['encrypted', 'age-encryption.org/v1\n-> X25519'],
    ['elf', '\x7fELF\x02\x01\x01'],
    ['mach-o', '\xcf\xfa\xed\xfe\x07\0\0\x01'],
    ['mach-o', '\xca\xfe\xba\xbe\0\0\0\x02'],
    ['java-class', '\xca\xfe\xba\xbe\0\0\0\x34'],
    ['wasm', '\0asm\x01\0\0\0'],
    ['script', '#!/bin/sh\nrm -rf ~\n'],
    ['html-program', '<html><head><HTA:APPLICATION ID="x"></head>'],
    ['shortcut', 'L\0\0\0\x01\x14\x02\0\0\0\0\0'],
    ['shortcut', '[InternetShortcut]\r\nURL=file://x'],
    ['gzip', '\x1f\x8b\x08'],
    ['tar', `${'letter.txt'.padEnd(257, '\0')}ustar\x0000`],
  ] as const)('is told by its bytes: %s', (kind, text) => {
    expect(sniff(bytes(text)).kind).toBe(kind)
  })

  it.each([
    ['docx', ['[Content_Types].xml', 'word/document.xml']],
    ['xlsx', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['pptx', ['_rels/.rels', '[Content_Types].xml', 'ppt/presentation.xml']],
    ['office-with-macros', ['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']],
    ['java-archive', ['META-INF/MANIFEST.MF', 'A.class']],
    ['android-app', ['AndroidManifest.xml', 'META-INF/MANIFEST.MF']],
    ['zip', ['photo.jpg']],
    ['zip', []],
  ] as const)('is told by the names inside it: %s', (kind, names) => {
    expect(sniff(sampleZip(names)).kind).toBe(kind)
  })

  it('is told for the older formats of Office and for installers', () => {
    expect(sniff(ole2('WordDocument')).kind).toBe('doc')
    expect(sniff(ole2('Workbook')).kind).toBe('xls')
    expect(sniff(ole2('_VBA_PROJECT')).isProgram).toBe(true)
    expect(sniff(ole2('nothing known')).kind).toBe('ole2')
    expect(
      sniff(Buffer.concat([ole2(''), Buffer.from('84100c0000000000c000000000000046', 'hex')])).kind,
    ).toBe('windows-installer')
  })

  it('is told for real samples, and programs are called programs', async () => {
    expect(sniff(await samplePdf())).toEqual({ kind: 'pdf', isProgram: false, label: 'import.kind.pdf' })
    expect(sniff(samplePng()).kind).toBe('png')
    expect(sniff(await sampleEmail({ language: 'zh' })).kind).toBe('email')
    expect(sniff(sampleProgram())).toMatchObject({ kind: 'windows-program', isProgram: true })
  })

  it('has a name in both languages', () => {
    for (const kind of FileKind.options)
      for (const text of [en, ar]) expect(text).toHaveProperty([`import.kind.${kind}`])
  })

  it('is told for any bytes whatever, even broken containers', () => {
    const starts = [
      '',
      'PK\x03\x04',
      'PK\x05\x06',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      'MZ',
      '\xca\xfe\xba\xbe',
      'BM',
      '<svg',
      '%PDF-',
      '\xff\xfe',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 300 }),
        fc.boolean(),
        (start, rest, isEnded) => {
          const end = isEnded ? [bytes('PK\x05\x06'), rest.subarray(0, 22)] : []
          expect(FileKind.options).toContain(sniff(Buffer.concat([bytes(start), rest, ...end])).kind)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('a name that promises something else', () => {
  it.each([
    ['letter.pdf', 'windows-program', true],
    ['letter.PDF', 'pdf', false],
    ['photo.jpg', 'png', true],
    ['photo.jpeg', 'jpeg', false],
    ['report.doc', 'rtf', false],
    ['report.docx', 'office-with-macros', true],
    ['letter', 'windows-program', false],
    ['letter.unheard-of', 'zip', false],
    ['notes.txt', 'html', false],
    ['empty.pdf', 'empty', false],
    ['constructor', 'text', false],
    ['a.constructor', 'text', false],
  ] as const)('%s holding %s: %s', (name, kind, expected) => {
    expect(mismatch(name, kind)).toBe(expected)
  })

  it('is known to run whatever is in it', () => {
    expect(['a.exe', 'a.pdf.SCR', 'a.js', 'a.bat', 'a.iso', 'a.lnk'].every(runsByName)).toBe(true)
    expect(['a.pdf', 'a.txt', 'exe', 'a.docx'].some(runsByName)).toBe(false)
  })
})
