import type { BriefLine, Piece } from '../../shared/brief/model.ts'
import type { Text } from '../text.tsx'

/** What a line is about, in a few words: "Wishes, P1". */
export const lineName = (text: Text, { label, about }: BriefLine): string =>
  about === '' ? text(label) : text('brief.lineAbout', { label: text(label), about })

/** What a line says, as one sentence of parts. A name is not in it: it is put in only after the gate let it out. */
export const lineText = (text: Text, { pieces, element }: BriefLine): string =>
  element === 'name'
    ? text('brief.nameKept')
    : pieces.map(piece => pieceText(text, piece)).join(text('brief.separator'))

function pieceText(text: Text, piece: Piece): string {
  if ('text' in piece) return piece.text
  return 'code' in piece ? text(piece.code) : text.date(piece.date)
}
