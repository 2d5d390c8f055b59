import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '../../..')
const corpora = join(repository, '../shared/corpora')
const fetched = join(repository, '.cache/corpora')
const vectors = join(repository, 'test/vectors')

const largest = 400_000

/** Every file of a folder and the folders in it that is not too large to be tried often; none when it is not there. */
export function filesIn(folder: string, ends: RegExp = /[^.]$/): Uint8Array[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .filter(name => ends.test(name) && !/(^|[/\\])\./.test(name))
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile() && statSync(path).size <= largest)
    .map(path => new Uint8Array(readFileSync(path)))
}

/** E-mails others collected because they are odd. */
export const mails = () => filesIn(join(corpora, 'mail'))
/** JSON others collected to tell readers apart: to be read, to be refused, undecided. */
export const jsons = () => filesIn(join(corpora, 'json'), /\.json$/)
/** Strings that break other programs. */
export const naughty = (): string[] => {
  const file = join(corpora, 'blns.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
}
/** Shares of SLIP-39, right and wrong ones, by those who wrote its reference. */
export const shares = (): string[] => {
  const file = join(corpora, 'slip39-vectors.json')
  if (!existsSync(file)) return []
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as (readonly [string, readonly string[]])[]
  return vectors.flatMap(([, words]) => words)
}
/** Broken PDFs, of which `script/corpora` fetched those of qpdf. */
export const pdfs = () => filesIn(join(fetched, 'pdf'))
/** Broken pictures, of which `script/corpora` fetched those of exiv2. */
export const pictures = () => filesIn(join(fetched, 'picture'))
/** Broken archives, of which `script/corpora` fetched those of libzip. */
export const archives = () => filesIn(join(fetched, 'archive'))
/** Every package that is kept for ever. */
export const packages = () => filesIn(join(vectors, 'package'), /\.age$/)
/** Every card that is kept for ever. */
export const cards = () => filesIn(join(vectors, 'card'))

/** The secret keys the kept packages open with, by kind of package. */
export function packageKeys(): string[] {
  return readdirSync(join(vectors, 'package')).flatMap(kind => {
    const { identity } = JSON.parse(readFileSync(join(vectors, 'package', kind, 'vector.json'), 'utf8')) as {
      identity?: string
    }
    return identity === undefined ? [] : [identity]
  })
}

/** Which files of others are not here. */
export function missing(): string[] {
  const folders = [
    ...['mail', 'json', 'blns.json'].map(name => join(corpora, name)),
    ...['pdf', 'picture', 'archive'].map(name => join(fetched, name)),
  ]
  return folders.filter(folder => !existsSync(folder)).map(folder => folder.split(/[/\\]/).at(-1) ?? folder)
}
