import { ItemId, Note } from '../shared/model.ts'
import { z } from '../shared/zod.ts'
import { AskColleague } from './AskColleague.tsx'
import { FileAskings } from './FileAskings.tsx'
import { FormTop, useLeave } from './FormPage.tsx'
import { useForm } from './form.ts'
import type { Outward } from './outward.ts'
import { useSession } from './session.ts'
import { useText } from './text.tsx'
import { Button, Disclosure, Form, Link, Notice, Quiet, Stack, TextArea } from './ui/index.ts'

const Asked = z.strictObject({ words: Note })
const Declined = z.strictObject({ words: Note.min(1) })

interface ApprovalProps {
  readonly of: Outward
}

/** What was said of it since it was last changed. */
export function LastAsking({ of: { kind: item, asking } }: ApprovalProps) {
  const text = useText()
  const officer = useSession(({ vault }) => vault?.officer)
  if (asking === null) return null
  const { kind, by, words, at } = asking
  return (
    <Notice
      tone={kind === 'declined' ? 'stop' : 'note'}
      title={text(`${item}.asking.${kind}`, { by, moment: text.moment(at) })}
    >
      {words !== '' && <p dir="auto">{words}</p>}
      {kind === 'asked' && by === officer && <Quiet>{text(`${item}.asking.handOver`)}</Quiet>}
    </Notice>
  )
}

/** The author asks somebody else of this vault. */
export function AskApproval({ of }: ApprovalProps) {
  const text = useText()
  const { kind, id, asking } = of
  const form = useForm(Asked, {
    name: `${kind}.askApproval`,
    initial: { words: '' },
    draft: `${kind}:ask:${id}`,
  })
  return (
    <Stack gap={16}>
      <FormTop form={form} />
      <LastAsking of={of} />
      {asking?.kind === 'declined' && <Link href={of.places.item}>{text(`${kind}.asking.change`)}</Link>}
      {asking?.kind !== 'asked' && (
        <Form
          onSubmit={() => void form.submit(({ words }) => of.ask(words))}
          actions={
            <Button kind="primary" type="submit">
              {text(`${kind}.askApproval.do`)}
            </Button>
          }
        >
          <p>{text(`${kind}.askApproval.how`)}</p>
          <TextArea
            id="words"
            label={text(`${kind}.askApproval.words`)}
            hint={text(`${kind}.askApproval.words.hint`)}
            optional={text('form.optional')}
            error={form.error('words')}
            maxLength={4_000}
            value={form.value.words ?? ''}
            onChange={words => form.set('words', words)}
          />
        </Form>
      )}
      <FileWay of={of} />
    </Stack>
  )
}

/** Somebody elsewhere can approve it by file. One who was asked already is shown with what came of it. */
export function FileWay({ of: { id, view } }: ApprovalProps) {
  const text = useText()
  const itemId = ItemId.safeParse(id)
  const isAsked = view.fileAskings.some(one => one.itemId === id && one.asks === 'approval')
  if (!itemId.success) return null
  return (
    <Stack gap={16}>
      <FileAskings view={view} itemId={id} />
      <Disclosure level={2} label={text(isAsked ? 'approval.wayAgain' : 'approval.way')}>
        <AskColleague itemId={itemId.data} asks="approval" />
      </Disclosure>
    </Stack>
  )
}

/** Somebody else says why it may not leave as it is. */
export function DeclineForm({ of }: ApprovalProps) {
  const text = useText()
  const leave = useLeave()
  const { kind, id, places } = of
  const form = useForm(Declined, {
    name: `${kind}.decline`,
    initial: { words: '' },
    draft: `${kind}:decline:${id}`,
  })
  const decline = async ({ words }: { readonly words: string }) => {
    const declined = await of.decline(words)
    if (declined) leave(places.item, text(`${kind}.declined`))
    return declined
  }
  return (
    <Form
      onSubmit={() => void form.submit(decline)}
      actions={<Button type="submit">{text(`${kind}.decline.do`)}</Button>}
    >
      <TextArea
        id="words"
        label={text(`${kind}.decline.words`)}
        hint={text(`${kind}.decline.words.hint`)}
        error={form.error('words')}
        maxLength={4_000}
        value={form.value.words ?? ''}
        onChange={words => form.set('words', words)}
      />
    </Form>
  )
}
