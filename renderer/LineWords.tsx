import type { BriefLine, Piece } from '../shared/brief/model.ts'
import type { Code } from '../shared/vocabulary/index.ts'
import { useText, type Text } from './text.tsx'

/** What a line says: its codes in one sentence, then what was said in words, each in its own direction. */
export function LineWords({ line }: { readonly line: Pick<BriefLine, 'element' | 'pieces'> }) {
  const text = useText()
  if (line.element === 'name') return text('gate.nameKept')
  const short = line.pieces.flatMap(piece => shortOf(text, piece))
  return (
    <>
      {short.length > 0 && <p>{short.join(text('brief.separator'))}</p>}
      {line.pieces.map(
        piece =>
          'text' in piece && (
            <p key={piece.text} dir="auto">
              {piece.text}
            </p>
          ),
      )}
    </>
  )
}

function shortOf(text: Text, piece: Piece): string[] {
  if ('code' in piece) return [codeText(text, piece.code)]
  return 'date' in piece ? [text.date(piece.date)] : []
}

const country = 'vocabulary.country.'

/** Most countries have no text of their own: the language names them. */
const codeText = (text: Text, code: string): string =>
  code.startsWith(country) ? text.code('country', code.slice(country.length) as Code<'country'>) : text(code)
