import type { WaitingStep } from '../../shared/access/model.ts'
import { Note } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { FormTop, useDo } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { BlockCard, Button, Form, Notice, Section, TextArea, show } from '../ui/index.ts'
import type { AccessProps } from './AccessPage.tsx'

const Words = z.strictObject({ words: Note.min(1) })

/** A decision that waits for a second of the named: who asked for what and why, and the answer. */
export function AnswerWish({ again, waiting }: AccessProps & { readonly waiting: WaitingStep }) {
  const text = useText()
  const done = useDo()
  const { by, role, what, words, isYours, mayAgree } = waiting
  const form = useForm(Words, {
    name: 'access',
    initial: { words: '' },
    draft: `access:answer:${waiting.id}`,
  })
  const answer = (agree: boolean) => async (given: z.infer<typeof Words>) => {
    const saved = await done('access.answer', { request: waiting.id, agree, words: given.words })
    if (saved) {
      show(toasts, { text: text(agree ? 'access.done' : 'access.notDone') })
      again()
    }
    return saved
  }
  const no = (
    <Button kind={mayAgree ? 'quiet' : 'primary'} onPress={() => void form.submit(answer(false))}>
      {text(isYours ? 'access.takeBack' : 'access.decline')}
    </Button>
  )
  return (
    <Section title={text('access.waitsTitle')}>
      <Notice
        tone="care"
        title={text(`access.waits.${what}`, { by, role: role ?? '', moment: text.moment(waiting.at) })}
      >
        <p dir="auto">{words}</p>
      </Notice>
      {!mayAgree && (
        <BlockCard
          what={text('access.needsTitle')}
          reason={text.refusal({ code: 'access/needs-another' })}
          who={text('access.needsWho')}
        />
      )}
      {mayAgree && isYours && <Notice tone="care">{text('access.sole')}</Notice>}
      <FormTop form={form} />
      <Form
        onSubmit={() => void form.submit(answer(mayAgree))}
        actions={
          <>
            {mayAgree && (
              <Button kind="primary" type="submit">
                {text(`access.agree.${what}`)}
              </Button>
            )}
            {no}
          </>
        }
      >
        <TextArea
          id="words"
          label={text(isYours && !mayAgree ? 'access.takeBackWords' : 'access.answerWords')}
          error={form.error('words')}
          value={form.value.words ?? ''}
          onChange={given => form.set('words', given)}
          maxLength={4_000}
        />
      </Form>
    </Section>
  )
}
