import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Name, Sent } from '../shared/contract.ts'
import { useAttempts } from './answers.tsx'
import type { Form as Filled } from './form.ts'
import { useCase } from './openCase.ts'
import { toasts } from './session.ts'
import { useText } from './text.tsx'
import { Button, ErrorSummary, Form, Link, Notice, Stack, TextButton, show } from './ui/index.ts'
import { RefusalNotice } from './RefusalNotice.tsx'

interface FormBodyProps<T> {
  readonly form: Filled<T>
  /** What the main button says. */
  readonly save: string
  /** Where "Back without saving" leads. */
  readonly back: string
  readonly onSave: (value: T) => Promise<boolean>
  readonly children: ReactNode
}

/** A form of a case: what to put right, a "no" of the vault, what came back after a lock, the questions, saving. */
export function FormBody<T>({ form, save, back, onSave, children }: FormBodyProps<T>) {
  const text = useText()
  return (
    <Stack gap={24}>
      <FormTop form={form} />
      <Form
        onSubmit={() => void form.submit(onSave)}
        actions={
          <>
            <Button kind="primary" type="submit">
              {save}
            </Button>
            <Link href={back}>{text('app.cancel')}</Link>
          </>
        }
      >
        {children}
      </Form>
    </Stack>
  )
}

/** What stands above the questions of a form, when there is something to say. */
export function FormTop<T>({ form }: { readonly form: Filled<T> }) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const attempt = useAttempts(form.errors)
  return (
    <>
      <ErrorSummary
        title={text('form.errors')}
        errors={form.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
        attempt={attempt}
      />
      {refusal && <RefusalNotice refusal={refusal} live />}
      {form.restored && (
        <Notice actions={<TextButton onPress={form.discard}>{text('form.discard')}</TextButton>}>
          {text('form.restored')}
        </Notice>
      )}
    </>
  )
}

/** Asks for one operation on the open case; `true` when it was done, also where there is nothing to answer. */
export function useDo() {
  const run = useCase(state => state.run)
  return async <N extends Name>(name: N, input: Sent<N>): Promise<boolean> => {
    await run(name, input)
    return useCase.getState().refusal === null
  }
}

/** Goes to a place and says, in passing, what has just been done. */
export function useLeave() {
  const [, navigate] = useLocation()
  return (place: string, message: string) => {
    navigate(place)
    show(toasts, { text: message })
    requestAnimationFrame(keepFocus)
  }
}

/** What was pressed may be gone while the page stays: the focus goes to its title, so that the keyboard has a place. */
export function keepFocus(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
}
