import type { RecallDraft } from '../shared/notice/model.ts'
import { useText } from './text.tsx'
import { DescriptionList, type Description } from './ui/index.ts'

interface Props {
  readonly recall: RecallDraft
  /** Who asked, and when. */
  readonly by?: string | undefined
}

/** What a recall asks for and why. */
export function RecallWords({ recall: { reason, wish, tellBy, words }, by }: Props) {
  const text = useText()
  const rows: Description[] = [
    { id: 'wish', label: text('notice.asked.wish'), value: text(`notice.wish.${wish}`), by },
    { id: 'reason', label: text('notice.asked.reason'), value: text(`notice.reason.${reason}`) },
  ]
  if (tellBy) rows.push({ id: 'tellBy', label: text('notice.asked.tellBy'), value: text.day(tellBy) })
  if (words !== '')
    rows.push({ id: 'words', label: text('notice.asked.words'), value: <p dir="auto">{words}</p> })
  return <DescriptionList rows={rows} />
}
