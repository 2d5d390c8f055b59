import { AccessReason, Wish } from '../../shared/access/model.ts'
import { z } from '../../shared/zod.ts'
import { FormTop, useDo } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Form, RadioGroup, Section, TextField, show } from '../ui/index.ts'
import type { AccessProps } from './AccessPage.tsx'
import { optionOf } from './LimitForm.tsx'

const Asked = z.strictObject({ what: Wish, officerId: z.string().nullable(), words: AccessReason })
type Asked = z.infer<typeof Asked>

/** Asks for what takes two of the named: somebody more, or everybody again. */
export function AskWish({ subject, access, again }: AccessProps) {
  const text = useText()
  const done = useDo()
  const form = useForm(Asked, {
    name: 'access',
    initial: { what: null, officerId: null, words: '' },
    draft: `access:ask:${subject.personId ?? subject.caseId}`,
  })
  const ask = async (asked: Asked) => {
    const saved = await done('access.ask', { subject, ...asked })
    if (saved) {
      show(toasts, { text: text('access.asked') })
      again()
    }
    return saved
  }
  const others = access.people.filter(({ named }) => !named)
  return (
    <Section title={text('access.changeTitle')} lead={text('access.changeLead')}>
      <FormTop form={form} />
      <Form
        onSubmit={() => void form.submit(ask)}
        actions={
          <Button kind="primary" type="submit">
            {text('access.ask')}
          </Button>
        }
      >
        <RadioGroup
          id="what"
          label={text('access.what')}
          error={form.error('what')}
          options={Wish.options.map(id => ({
            id,
            label: text(`access.wish.${id}`),
            disabled: id === 'admit' && others.length === 0,
          }))}
          value={form.value.what}
          onChange={what => form.set('what', what)}
        />
        {form.value.what === 'admit' && (
          <RadioGroup
            id="officerId"
            label={text('access.whom')}
            error={form.error('officerId')}
            options={others.map(one => optionOf(text, one))}
            value={form.value.officerId}
            onChange={id => form.set('officerId', id)}
          />
        )}
        <TextField
          id="words"
          label={text('access.words')}
          hint={text('access.reasonHint')}
          error={form.error('words')}
          value={form.value.words ?? ''}
          onChange={words => form.set('words', words)}
          maxLength={200}
        />
      </Form>
    </Section>
  )
}
