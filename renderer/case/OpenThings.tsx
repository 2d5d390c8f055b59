import { openActions, toState } from '../../shared/case/actions.ts'
import { openBriefs } from '../../shared/case/closing.ts'
import type { Criterion } from '../../shared/case/course.ts'
import type { CasePart, CaseView } from '../../shared/case/model.ts'
import { placeOf } from '../part.ts'
import { actionName } from '../recorded.tsx'
import { useText, type Text } from '../text.tsx'
import { Link } from '../ui/index.ts'

interface OpenThingsProps {
  readonly view: CaseView
  readonly criterion: Criterion
}

/** Which actions and briefs a criterion of closing still waits for, each as the way there; nothing when no single thing is meant. */
export function OpenThings({ view, criterion }: OpenThingsProps) {
  const text = useText()
  const things = thingsOf(text, view, criterion)
  if (things.length === 0) return null
  return (
    <ul>
      {things.map(({ id, part, words }) => (
        <li key={id}>
          <Link href={placeOf(view, part, id)}>{words}</Link>
        </li>
      ))}
    </ul>
  )
}

interface Thing {
  readonly id: string
  readonly part: CasePart
  readonly words: string
}

function thingsOf(text: Text, view: CaseView, criterion: Criterion): Thing[] {
  if (criterion === 'state_response')
    return toState(view.actions)
      .filter(({ adequacy }) => adequacy === null)
      .map(action => ({ id: action.id, part: 'actions', words: actionName(text, action) }))
  if (criterion !== 'actions_finished') return []
  return [
    ...openActions(view.actions).map((action): Thing => {
      const key = action.stage === 'planned' ? 'case.open.planned' : 'case.open.sent'
      return { id: action.id, part: 'actions', words: text(key, { action: actionName(text, action) }) }
    }),
    ...openBriefs(view).map(({ id, copy }): Thing => {
      const words = text('case.open.brief', { copy: `\u2068${copy}\u2069` })
      return { id, part: 'brief', words }
    }),
  ]
}
