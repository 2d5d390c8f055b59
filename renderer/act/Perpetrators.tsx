import type { CaseView } from '../../shared/case/model.ts'
import { useText } from '../text.tsx'
import { Code } from '../ui/index.ts'

interface PerpetratorsProps {
  readonly view: CaseView
  readonly ids: readonly string[]
}

/** The codes of some alleged perpetrators, in a line. */
export function Perpetrators({ view, ids }: PerpetratorsProps) {
  const text = useText()
  const labels = view.perpetrators.filter(({ id }) => ids.includes(id)).map(({ label }) => label)
  if (labels.length === 0) return text('perpetrator.nobody')
  return labels.map((label, index) => (
    <span key={label}>
      {index > 0 && text('form.listComma')}
      <Code>{label}</Code>
    </span>
  ))
}
