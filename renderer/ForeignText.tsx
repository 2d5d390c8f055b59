import { piecesOf } from '../shared/import/unseen.ts'
import styles from './ForeignText.module.css'

/** Words of a stranger. Each mark that would turn or hide letters unseen is shown as its number and does nothing. */
export function ForeignText({ children }: { readonly children: string }) {
  return piecesOf(children).map((piece, at) =>
    'shown' in piece ? (
      piece.shown
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- pieces never move
      <bdi key={at} dir="ltr" className={styles.mark}>
        {piece.unseen}
      </bdi>
    ),
  )
}
