import type { FieldError } from '../form.ts'
import type { Refusal } from '../openCase.ts'
import { useText } from '../text.tsx'
import { ErrorSummary, Notice, TextButton } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface FormTopProps {
  readonly errors: readonly FieldError[]
  readonly attempt: number
  readonly restored: boolean
  readonly onDiscard: () => void
  readonly refusal: Refusal | null
}

/** Above a form: what came back, what was refused, what to put right. */
export function FormTop({ errors, attempt, restored, onDiscard, refusal }: FormTopProps) {
  const text = useText()
  return (
    <>
      {restored && (
        <Notice actions={<TextButton onPress={onDiscard}>{text('form.discard')}</TextButton>}>
          {text('form.restored')}
        </Notice>
      )}
      {refusal && <RefusalNotice refusal={refusal} live />}
      <ErrorSummary
        title={text('form.errors')}
        errors={errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
        attempt={attempt}
      />
    </>
  )
}
