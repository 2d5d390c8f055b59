import type { BriefDocument } from '../../shared/brief/model.ts'
import { Bytes } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Ask } from '../ask.ts'
import { askJob } from '../askJob.ts'
import { partNames } from './parts.ts'
import { readZip, writeZip } from './zip.ts'

/** A file for word processors, and everything it says. */
export interface WordFile {
  readonly bytes: Uint8Array
  /** Each part of the file: as it stands there, and its words alone, one paragraph a line. */
  readonly texts: readonly string[]
}

/**
 * Makes the file for word processors in a throw-away process and reads it back. What is not exactly of the one form this
 * program writes does not leave.
 *
 * @throws Refused `brief/unreadable-docx`
 */
export async function wordFile(ask: Ask, document: BriefDocument): Promise<WordFile> {
  const otherwise = 'brief/unreadable-docx'
  const bytes = await askJob(ask, { name: 'docx', input: { document }, answer: Bytes, otherwise })
  return { bytes, texts: textsIn(bytes) }
}

/**
 * What every part of the file says.
 *
 * @throws Refused `brief/unreadable-docx` when it is not of the form this program writes: a part more or less, or a byte
 *   between the parts.
 */
export function textsIn(bytes: Uint8Array): string[] {
  const parts = partsIn(bytes)
  const isOwn = parts.map(({ name }) => name).join() === partNames.join()
  if (!isOwn || !Buffer.from(writeZip(parts)).equals(bytes)) throw new Refused('brief/unreadable-docx')
  return parts.flatMap(part => {
    const text = Buffer.from(part.bytes).toString('utf8')
    return [text, wordsOf(text)]
  })
}

function partsIn(bytes: Uint8Array): ReturnType<typeof readZip> {
  try {
    return readZip(bytes)
  } catch {
    throw new Refused('brief/unreadable-docx')
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The words between the tags, put together again where a run ends inside a word. */
const wordsOf = (xml: string): string =>
  xml
    .replaceAll(/<\/w:p>|<\/(?:dc|cp):[a-zA-Z]+>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (all, name: string) => entities[name] ?? all)
