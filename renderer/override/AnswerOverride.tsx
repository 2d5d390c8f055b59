import { Note } from '../../shared/model.ts'
import type { OverrideView } from '../../shared/override/model.ts'
import { z } from '../../shared/zod.ts'
import { AskColleague } from '../AskColleague.tsx'
import { FormTop, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { lineName } from '../outward.ts'
import { itemPlace } from '../overrideWords.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Disclosure, Form, Link, Notice, Stack, TextArea } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import type { OverrideProps } from './OverridePage.tsx'

interface AnswerProps extends OverrideProps {
  readonly asking: OverrideView['askings'][number]
}

/** What can still be done with an asking: answer it, take it back, or take the reply to a brief for the answer. */
export function AnswerOverride(props: AnswerProps) {
  const text = useText()
  const { asking, of } = props
  const isOwn = useSession(({ vault }) => vault?.officer) === asking.by
  const lines = of.lines.filter(({ key }) => asking.keys.includes(key))
  if (!asking.same && !of.left)
    return <Notice tone="care">{text.refusal({ code: 'override/changed-since' })}</Notice>
  return (
    <Stack gap={16}>
      {lines.length > 0 && (
        <Disclosure label={text('override.opens', { count: lines.length })}>
          <ul>
            {lines.map(line => (
              <li key={line.key}>{lineName(text, line)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {asking.answer === null && !of.left && (isOwn ? <Own {...props} /> : <Other {...props} />)}
    </Stack>
  )
}

/** Whoever asked waits, learns how an answer comes by file, and may take it back. */
function Own(props: AnswerProps) {
  const text = useText()
  const { asking, view, of, again } = props
  const alone = useSession(({ vault }) => vault?.people === 1)
  return (
    <>
      <Notice
        title={text('override.waits')}
        actions={<Link href={placeOf(view, 'brief', 'new')}>{text('override.writeBrief')}</Link>}
      >
        <p>{text(alone ? 'override.waitsAlone' : 'override.waitsHere')}</p>
        <p>{text('override.waitsFile', { code: asking.code })}</p>
      </Notice>
      <Replies {...props} />
      <Disclosure label={text('approval.wayOverride')}>
        <AskColleague itemId={of.itemId} asks="override" overrideId={asking.id} again={again} />
      </Disclosure>
      <Disclosure label={text('override.takeBack')}>
        <Decide {...props} answers={[false]} />
      </Disclosure>
    </>
  )
}

function Other(props: AnswerProps) {
  const { asking } = props
  return (
    <>
      <Replies {...props} />
      {asking.cannotAnswer ? (
        <RefusalNotice refusal={{ code: asking.cannotAnswer }} />
      ) : (
        <Decide {...props} answers={[true, false]} />
      )}
    </>
  )
}

/** Replies that came back to briefs that name the code. */
function Replies({ asking, again }: AnswerProps) {
  const text = useText()
  const done = useDo()
  const take = async (briefId: (typeof asking.replies)[number]['briefId']) => {
    await done('override.answerByReply', { overrideId: asking.id, briefId })
    again()
  }
  return asking.replies.map(({ briefId, copy, by, grants }) => (
    <Notice
      key={briefId}
      tone={grants ? 'care' : 'stop'}
      title={text(grants ? 'override.replyGrants' : 'override.replyDeclines', { by, copy })}
      actions={<Button onPress={() => void take(briefId)}>{text('override.takeReply')}</Button>}
    >
      {text('override.replyHow')}
    </Notice>
  ))
}

const Words = z.strictObject({ words: Note.min(1) })

interface DecideProps extends AnswerProps {
  /** What can be answered, in the order of the buttons. */
  readonly answers: readonly boolean[]
}

function Decide({ view, of, asking, again, answers }: DecideProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const own = !answers.includes(true)
  const form = useForm(Words, {
    name: 'overrideAnswer',
    initial: { words: '' },
    draft: `override:answer:${asking.id}`,
  })
  const answer = (grants: boolean) => () =>
    void form.submit(async ({ words }) => {
      const answered = await done('override.answer', { overrideId: asking.id, grants, words })
      again()
      if (answered) leave(itemPlace(view, of, 'override'), text('override.answerKept'))
      return answered
    })
  return (
    <>
      <FormTop form={form} />
      <Form
        onSubmit={answer(answers[0] ?? false)}
        actions={answers.map(grants => (
          <Button key={String(grants)} kind={grants ? 'primary' : 'quiet'} onPress={answer(grants)}>
            {text(own ? 'override.takeBackDo' : grants ? 'override.grant' : 'override.decline')}
          </Button>
        ))}
      >
        <TextArea
          id="words"
          label={text(own ? 'override.words.own' : 'override.words')}
          hint={own ? undefined : text('override.wordsHint')}
          error={form.error('words')}
          maxLength={4_000}
          value={form.value.words ?? ''}
          onChange={words => form.set('words', words)}
        />
      </Form>
    </>
  )
}
