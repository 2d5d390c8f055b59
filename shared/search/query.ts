import { foldText } from './fold.ts'
import { runsOf, type Run } from './words.ts'

/** One thing that must stand in what is found: runs one after the other. */
export interface Piece {
  /** Never empty. */
  readonly runs: readonly Run[]
  /** Whether the last word only begins so. */
  readonly begins: boolean
}

/** The most pieces that are looked for. */
export const mostPieces = 12

/** Text between quotes of any kind, or up to a space; a quote that is still open goes to the end. */
const typed = /["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|[^\s"“”„«»]+/gu

/**
 * What somebody typed, piece by piece: everything must be found. The last word may be only the beginning of one, unless a
 * quote closed it; words in quotes stand together, and so do the halves of a code.
 */
export function piecesOf(said: string): Piece[] {
  const pieces = [...said.matchAll(typed)].map(([all, quoted, close]) => ({
    runs: runsOf(foldText(quoted ?? all)),
    closed: close !== undefined && close !== '',
  }))
  const some = pieces.filter(({ runs }) => runs.length > 0).slice(0, mostPieces)
  return some.map(({ runs, closed }, at) => ({ runs, begins: at === some.length - 1 && !closed }))
}
