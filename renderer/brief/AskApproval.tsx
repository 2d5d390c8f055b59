import { briefContract } from '../../shared/brief/contract.ts'
import { Note } from '../../shared/model.ts'
import { FormTop, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Form, Notice, Quiet, Stack, TextArea } from '../ui/index.ts'
import { briefPlace, type StepPageProps } from './step.ts'
import { useBrief } from './useBrief.ts'

const Asked = briefContract['brief.askApproval'].input.pick({ words: true })
const Declined = briefContract['brief.declineApproval'].input
  .pick({ words: true })
  .extend({ words: Note.min(1) })

/** What was said of this brief since it was last changed. */
export function LastAsking({ brief: { asking } }: StepPageProps) {
  const text = useText()
  const officer = useSession(({ vault }) => vault?.officer)
  if (asking === null) return null
  const { kind, by, words, at } = asking
  return (
    <Notice
      tone={kind === 'declined' ? 'stop' : 'note'}
      title={text(`brief.asking.${kind}`, { by, moment: text.moment(at) })}
    >
      {words !== '' && <p dir="auto">{words}</p>}
      {kind === 'asked' && by === officer && <Quiet>{text('brief.asking.handOver')}</Quiet>}
    </Notice>
  )
}

/** The author asks somebody else of this vault. */
export function AskApproval(props: StepPageProps) {
  const text = useText()
  const { brief } = props
  const done = useDo()
  const form = useForm(Asked, {
    name: 'brief.askApproval',
    initial: { words: '' },
    draft: `brief:ask:${brief.id}`,
  })
  const ask = async ({ words }: { readonly words: string }) => {
    const asked = await done('brief.askApproval', { briefId: brief.id, words })
    await useBrief.getState().load(brief.id)
    return asked
  }
  return (
    <Stack gap={16}>
      <FormTop form={form} />
      <LastAsking {...props} />
      {brief.asking?.kind !== 'asked' && (
        <Form
          onSubmit={() => void form.submit(ask)}
          actions={
            <Button kind="primary" type="submit">
              {text('brief.askApproval.do')}
            </Button>
          }
        >
          <p>{text('brief.askApproval.how')}</p>
          <TextArea
            id="words"
            label={text('brief.askApproval.words')}
            hint={text('brief.askApproval.words.hint')}
            optional={text('form.optional')}
            error={form.error('words')}
            maxLength={4_000}
            value={form.value.words ?? ''}
            onChange={words => form.set('words', words)}
          />
        </Form>
      )}
    </Stack>
  )
}

/** Somebody else says why it may not leave as it is. */
export function DeclineForm(props: StepPageProps) {
  const text = useText()
  const { brief } = props
  const done = useDo()
  const leave = useLeave()
  const form = useForm(Declined, {
    name: 'brief.decline',
    initial: { words: '' },
    draft: `brief:decline:${brief.id}`,
  })
  const decline = async ({ words }: { readonly words: string }) => {
    const declined = await done('brief.declineApproval', { briefId: brief.id, words })
    await useBrief.getState().load(brief.id)
    if (declined) leave(briefPlace(props), text('brief.declined'))
    return declined
  }
  return (
    <Form
      onSubmit={() => void form.submit(decline)}
      actions={<Button type="submit">{text('brief.decline.do')}</Button>}
    >
      <TextArea
        id="words"
        label={text('brief.decline.words')}
        hint={text('brief.decline.words.hint')}
        error={form.error('words')}
        maxLength={4_000}
        value={form.value.words ?? ''}
        onChange={words => form.set('words', words)}
      />
    </Form>
  )
}
