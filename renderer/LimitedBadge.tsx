import type { CaseId } from '../shared/model.ts'
import { useAnswer } from './asking.ts'
import { useText } from './text.tsx'
import { Badge } from './ui/index.ts'

/** Beside the standing of a case that is for named people. */
export function LimitedBadge({ caseId }: { readonly caseId: CaseId }) {
  const text = useText()
  const { value } = useAnswer('access.overview', {})
  return value?.yours.includes(caseId) ? <Badge tone="note">{text('access.mark')}</Badge> : null
}
