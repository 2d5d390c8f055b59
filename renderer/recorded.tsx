import type { ActionLine } from '../shared/action/model.ts'
import type { CaseView } from '../shared/case/model.ts'
import { readIn } from '../shared/settings/ownWords.ts'
import type { Wording } from '../shared/settings/wording.ts'
import type { Code, OpenId } from '../shared/vocabulary/index.ts'
import { useText, type Text } from './text.tsx'
import { Notice } from './ui/index.ts'

/** One code of an open list as it stands on one row of a case. */
interface Recorded<Id extends OpenId> {
  readonly row: string
  readonly list: Id
  readonly code: Code<Id>
}

/** How a code reads on a record: in the words of the list when it was recorded, whatever the list says today. */
export function recordedWord<Id extends OpenId>(
  text: Text,
  { wordings }: Pick<CaseView, 'wordings'>,
  { row, list, code }: Recorded<Id>,
): string {
  const since = wordings.find(one => one.row === row && one.list === list && one.code === code)
  return since ? wordThen(text, since) : text.code(list, code)
}

const wordThen = (text: Text, { list, code, was }: Wording): string =>
  was ? readIn(was, text.language) : text.asItCame(`vocabulary.${list}.${code}`)

/** An action in a few words: its code and its kind, or what exactly where the kind does not say. */
export const actionName = (text: Text, { label, kind, detail }: ActionLine): string =>
  text('acting.name', {
    action: `\u2068${label}\u2069`,
    what: kind === 'other' ? detail : text.code('action', kind),
  })

interface WordingNoteProps {
  readonly view: CaseView
  /** The record it is about. */
  readonly row: string
}

/** Says which words of a record read otherwise today than when they were recorded; nothing when none do. */
export function WordingNote({ view, row }: WordingNoteProps) {
  const text = useText()
  const changed = view.wordings.filter(one => one.row === row)
  if (changed.length === 0) return null
  return (
    <Notice tone="neutral" title={text('lists.since')}>
      {changed.map(one => (
        <p key={`${one.list} ${one.code}`}>
          {text('lists.sinceWords', {
            list: text(`vocabulary.${one.list}`),
            was: wordThen(text, one),
            now: text(`vocabulary.${one.list}.${one.code}`),
          })}
        </p>
      ))}
    </Notice>
  )
}
