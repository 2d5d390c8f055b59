import type { CaseView } from '../shared/case/model.ts'
import { useAnswer } from './asking.ts'
import { placeOf } from './part.ts'
import { useText } from './text.tsx'
import { Link, Notice } from './ui/index.ts'

/** On a case: that two offices wrote something apart and nobody decided yet. Nothing when there is nothing to decide. */
export function ConflictBanner({ view }: { readonly view: CaseView }) {
  const text = useText()
  const { value: conflicts } = useAnswer('exchange.conflicts', { caseId: view.case.id })
  if (conflicts === null || conflicts.length === 0) return null
  return (
    <Notice
      tone="care"
      title={text('conflict.banner', { count: conflicts.length })}
      actions={<Link href={placeOf(view, 'conflicts')}>{text('conflict.decide')}</Link>}
    >
      {text('conflict.banner.means')}
    </Notice>
  )
}
