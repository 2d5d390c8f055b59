import { crc32, deflateSync } from 'node:zlib'
import { writeTar } from '../../../shared/exchange/tar.ts'
import { signSsh, packageNamespace as namespace } from '../../../shared/exchange/sshsig.ts'
import { nodeTools as tools } from '../../../main/exchange/tools.ts'
import { qrSquares } from '../../../main/exchange/qr.ts'
import { craftedJson } from './craftedText.ts'
import { below, mutated, oneOf } from './mutate.ts'
import type { Random } from './mutate.ts'

const junk = (random: Random, length: number) => Buffer.from(Array.from({ length }, () => below(random, 256)))

/** One block before each file of an archive, with a checksum that is right and fields that are not. */
function tarHeader(random: Random, size: number): Buffer {
  const header = Buffer.alloc(512)
  header.write(
    oneOf(random, ['manifest.json', 'manifest.sig', '../../x', '/etc/x', 'a'.repeat(100), 'a\0b']),
    0,
  )
  header.write('0000600\0'.padEnd(24, '0'), 100)
  const sizes = [size.toString(8).padStart(11, '0'), '77777777777', '-1', '\x80\0\0\0\0\0\0\x02', '', ' 12 ']
  header.write(oneOf(random, sizes), 124, 'latin1')
  header.write('        ', 148)
  header.write(oneOf(random, ['0', '\0', '1', '2', '5', 'L', 'x', 'g', 'S']), 156)
  header.write(oneOf(random, ['../../target', '']), 157)
  header.write(oneOf(random, ['ustar\x0000', 'ustar  \0', '']), 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** An archive that another program could have written. */
export function craftedTar(random: Random): Uint8Array {
  const files = Array.from({ length: oneOf(random, [1, 2, 3, 80]) }, () => {
    const content = junk(random, oneOf(random, [0, 1, 511, 512, 513]))
    return Buffer.concat([
      tarHeader(random, content.length),
      content,
      Buffer.alloc((512 - (content.length % 512)) % 512),
    ])
  })
  return new Uint8Array(Buffer.concat([...files, Buffer.alloc(oneOf(random, [0, 512, 1024, 65_536]))]))
}

/** A package whose signature holds over a manifest that does not: a sender who means harm. */
export function signedLie(random: Random, manifests: readonly Uint8Array[]): Uint8Array {
  const seed = new Uint8Array(32).fill(7)
  const own = Buffer.from(tools.publicKeyOf(seed)).toString('base64')
  const text = Buffer.from(oneOf(random, manifests)).toString('utf8')
  const honest = Buffer.from(text.replace(/"senderKey": "[^"]*"/, `"senderKey": "${own}"`))
  const bytes = random() < 0.3 ? craftedJson(random) : mutated(honest, random, manifests)
  const signature = Buffer.from(signSsh({ tools, namespace, seed }, bytes), 'latin1')
  const files = Array.from({ length: below(random, 3) }, (_, n) => ({
    name: `f${n}.json`,
    bytes: craftedJson(random),
  }))
  return writeTar([{ name: 'manifest.json', bytes }, { name: 'manifest.sig', bytes: signature }, ...files])
}

const ageLines = [
  '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18',
  '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 40',
  '-> scrypt A 99999999999999999999',
  '-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '-> mlkem768x25519 AAAA',
  '-> X25519',
  '->',
  '-> ',
  '-> grease é',
  '',
  ' ',
  'A',
  'AA',
  'AAA=',
  'A'.repeat(64),
  'A'.repeat(65),
  'a'.repeat(9e3),
  '---',
  '--- AAAA',
]

/** A file that says it is age's, with a header of lines that occur in such headers. */
export function craftedAge(random: Random): Uint8Array {
  const lines = Array.from({ length: oneOf(random, [1, 3, 8, 200, 4_000]) }, () => oneOf(random, ageLines))
  const version = oneOf(random, ['v1', 'v1', 'v1', 'v2', 'v', 'v1\r', 'v01'])
  const text = `age-encryption.org/${version}\n${lines.join('\n')}\n--- ${'A'.repeat(43)}\n`
  const file = Buffer.concat([Buffer.from(text, 'utf8'), junk(random, oneOf(random, [0, 16, 200]))])
  if (random() < 0.8) return new Uint8Array(file)
  const armored = file.toString('base64').replaceAll(/.{64}/g, '$&\n')
  return Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${armored}\n-----END AGE ENCRYPTED FILE-----\n`)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const sides = [0, 1, 7, 40, 900, 5_000, 40_000, 0x7fff_ffff, 0xffff_ffff]

/** A PNG whose size, depth, colours and content need not fit together; bombs among them. */
export function craftedPng(random: Random): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(oneOf(random, sides), 0)
  head.writeUInt32BE(oneOf(random, sides), 4)
  head.set(
    [oneOf(random, [1, 2, 4, 8, 16, 3, 255]), oneOf(random, [0, 2, 3, 4, 6, 1]), 0, 0, below(random, 3)],
    8,
  )
  const pixels =
    random() < 0.15 ? Buffer.alloc(40 * 2 ** 20) : junk(random, oneOf(random, [0, 10, 2_000, 60_000]))
  const colours = random() < 0.5 ? [chunk('PLTE', junk(random, oneOf(random, [0, 3, 5, 768, 2_000])))] : []
  const beside =
    random() < 0.3
      ? [chunk(oneOf(random, ['tRNS', 'zTXt', 'iCCP', 'acTL', 'fcTL', 'fdAT']), junk(random, 40))]
      : []
  const data = [deflateSync(pixels), junk(random, 50), Buffer.alloc(0)]
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', head),
      ...colours,
      ...beside,
      chunk('IDAT', random() < 0.8 ? deflateSync(pixels) : oneOf(random, data)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** A QR code with a text nobody expects, whole or with squares turned, as a PNG of one bit a square. */
export function craftedQr(random: Random): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/-'
  const text = Array.from({ length: 1 + below(random, 1_500) }, () => letters[below(random, 39)]).join('')
  const squares = qrSquares(oneOf(random, ['', 'VIGIL-CARD/1:', 'VIGIL-CARD/9:']) + text)
  const scale = 1 + below(random, 3)
  const side = squares.length * scale
  const turned = random() < 0.5 ? random() * 0.3 : 0
  const rows = Array.from({ length: side }, (_, y) => [
    0,
    ...Array.from({ length: side }, (__, x) => {
      const dark = squares[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? false
      return (random() < turned ? !dark : dark) ? 0 : 255
    }),
  ])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]))
}

/** A PDF of objects that speak of each other in circles, or unpack to more than they are. */
export function craftedPdf(random: Random): Uint8Array {
  const bomb = deflateSync(deflateSync(Buffer.alloc(20 * 2 ** 20)))
  const stream = (dict: string, data: Buffer) =>
    `<< ${dict} /Length ${oneOf(random, [data.length, 0, 1e9, -1])} >>\nstream\n${data.toString('latin1')}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    oneOf(random, [
      '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
      '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 99999999 >>',
    ]),
    `<< /Type /Page /Parent ${oneOf(random, ['2', '3', '9'])} 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
    oneOf(random, [
      stream('/Filter [/FlateDecode /FlateDecode]', bomb),
      stream('', Buffer.from('BT /F 12 Tf (x) Tj ET '.repeat(oneOf(random, [1, 20_000])))),
      stream('', Buffer.from(`${'q '.repeat(50_000)}${'['.repeat(50_000)}`)),
      stream('/Filter [/ASCII85Decode /LZWDecode /RunLengthDecode]', junk(random, 500)),
    ]),
    '<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /ToUnicode 4 0 R /BaseFont 5 0 R >>',
    `${'['.repeat(oneOf(random, [1, 3_000, 60_000]))}1`,
  ]
  const body = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')
  return new Uint8Array(
    Buffer.from(`%PDF-1.7\n${body}trailer << /Root 1 0 R /Size 9 /Prev 9 >>\nstartxref\n9\n%%EOF`, 'latin1'),
  )
}
