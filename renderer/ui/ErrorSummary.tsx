import { useEffect, useRef } from 'react'
import { CircleAlert } from 'lucide-react'
import styles from './ErrorSummary.module.css'
import { Icon } from './Icon.tsx'

/** One error: the id of the field and the sentence that stands at the field. */
export interface FieldErrorItem {
  readonly id: string
  readonly message: string
}

/** Properties of `ErrorSummary`. A new `attempt` takes the focus to the summary again. */
export interface ErrorSummaryProps {
  readonly title: string
  readonly errors: readonly FieldErrorItem[]
  readonly attempt?: number | undefined
}

/** At the top of a form: what to put right, each line leading to its field. Nothing when all is well. */
export function ErrorSummary({ title, errors, attempt = 0 }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (any) summary.current?.focus()
    // Another attempt is a reason to come back here although nothing else has changed.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [any, attempt])
  if (!any) return null
  return (
    <div ref={summary} className={styles.summary} role="alert" tabIndex={-1}>
      <h2 className={styles.title}>
        <Icon of={CircleAlert} />
        {title}
      </h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={event => goTo(event, id)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goTo(event: { preventDefault(): void }, id: string) {
  event.preventDefault()
  focusField(id)
}

/** What can be answered; the words that open "why we ask" are a button too, but no answer. */
const controls =
  'input:not([type=hidden]), textarea, button:not([aria-expanded]:not([aria-haspopup])), [tabindex="0"]'

/** Takes the focus to a field: to the control of that id, or to the first control of the group of that id. */
export function focusField(id: string): void {
  const field = document.getElementById(id)
  if (!field) return
  const control = field.matches(controls) ? field : field.querySelector<HTMLElement>(controls)
  control?.focus()
  field.scrollIntoView({ block: 'center' })
}
