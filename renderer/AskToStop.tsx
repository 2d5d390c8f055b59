import type { CaseView } from '../shared/case/model.ts'
import type { Disclosed } from '../shared/consent/followUp.ts'
import { packagePlace } from './packageWords.ts'
import { placeOf } from './part.ts'
import { useText } from './text.tsx'
import { Link, Notice } from './ui/index.ts'

interface Props {
  readonly view: CaseView
  readonly told: Disclosed
}

/** Beside the task of asking somebody to stop using something: doing it by a file. Nothing for what left without one. */
export function AskToStop({ view, told }: Props) {
  const text = useText()
  const href = addressOf(view, told)
  if (href === null) return null
  return (
    <Notice
      tone="note"
      title={text('notice.task.byFile')}
      actions={<Link href={href}>{text('notice.task.go')}</Link>}
    >
      {text('notice.task.how')}
    </Notice>
  )
}

function addressOf(view: CaseView, { kind, itemId, sha256 }: Disclosed): string | null {
  const left = view.packages.find(line => line.mayRecall && sha256 !== '' && line.sha256 === sha256)
  if (left) return packagePlace(left.id, 'recall')
  return kind === 'brief' ? placeOf(view, 'brief', `${itemId}/recall`) : null
}
