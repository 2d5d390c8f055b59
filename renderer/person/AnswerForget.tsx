import { useKept } from '../kept.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { Note } from '../../shared/model.ts'
import { ForgetCondition, mayAnswerForget, type Forgetting } from '../../shared/person/forget.ts'
import type { Person } from '../../shared/person/model.ts'
import { z } from '../../shared/zod.ts'
import { FormTop, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import {
  BlockCard,
  Button,
  ConfirmDialog,
  DescriptionList,
  Form,
  Link,
  Notice,
  Section,
  TextArea,
} from '../ui/index.ts'

interface AnswerForgetProps {
  readonly view: CaseView
  readonly person: Person
  readonly waiting: Forgetting
}

/** A request that waits: who asked, why, what they said of the conditions, and the answer of whoever may give it. */
export function AnswerForget(props: AnswerForgetProps) {
  const { person, waiting } = props
  const text = useText()
  const { no, mayDecline, isOwn } = useStanding(waiting)
  return (
    <>
      <Notice
        tone="care"
        title={text('forget.waits', {
          by: waiting.by,
          code: person.label,
          moment: text.moment(waiting.at),
        })}
      >
        <p dir="auto">{waiting.words}</p>
      </Notice>
      <Conditions waiting={waiting} />
      {!no && isOwn && (
        <Notice tone="care" title={text('forget.soleTitle')}>
          {text('forget.sole', { code: person.label })}
        </Notice>
      )}
      {no && (
        <BlockCard
          what={text('forget.needsTitle')}
          reason={text.refusal({ code: no })}
          who={text('forget.needsWho')}
        />
      )}
      {mayDecline && <YourAnswer {...props} isOwn={isOwn} agree={!no} />}
    </>
  )
}

/** What whoever is at the desk may answer. */
function useStanding({ by }: Forgetting) {
  const vault = useSession(state => state.vault)
  const somebody = {
    role: vault?.officer ?? '',
    duties: vault?.duties ?? [],
    sole: vault?.people === 1,
  }
  return {
    /** Why they may not agree. */
    no: mayAnswerForget(somebody, { by, agree: true }),
    mayDecline: mayAnswerForget(somebody, { by, agree: false }) === null,
    isOwn: somebody.role === by,
  }
}

function Conditions({ waiting: { conditions } }: { readonly waiting: Forgetting }) {
  const text = useText()
  if (conditions === null) return null
  const rows = ForgetCondition.options.map(condition => {
    const { answer, note } = conditions[condition]
    return {
      id: condition,
      label: text(`forget.${condition}`),
      value: text(`forget.answer.${answer}`),
      by: note === '' ? undefined : <bdi>{note}</bdi>,
    }
  })
  return (
    <Section title={text('forget.conditions')}>
      <DescriptionList rows={rows} />
    </Section>
  )
}

const Words = z.strictObject({ words: Note.min(1) })

interface YourAnswerProps extends AnswerForgetProps {
  readonly isOwn: boolean
  readonly agree: boolean
}

function YourAnswer(props: YourAnswerProps) {
  const { person, view, isOwn, agree } = props
  const text = useText()
  const [sure, setSure] = useKept('forget.sure', false)
  const { form, decline, destroy } = useAnswering(props)
  const toSure = () => {
    setSure(true)
    return Promise.resolve(false)
  }
  const no = (
    <Button onPress={() => void form.submit(decline)}>
      {text(isOwn ? 'forget.takeBack' : 'forget.decline')}
    </Button>
  )
  const yes = (
    <Button kind="danger" type="submit">
      {text('forget.agree')}
    </Button>
  )
  return (
    <Section title={text(agree ? 'forget.yourAnswer' : 'forget.takeBack')}>
      <FormTop form={form} />
      <Form
        onSubmit={() => void form.submit(agree ? toSure : decline)}
        actions={
          <>
            {agree && yes}
            {no}
            <Link href={placeOf(view, 'persons', `identity-${person.id}`)}>{text('forget.back')}</Link>
          </>
        }
      >
        <TextArea
          id="words"
          label={text(agree ? 'forget.words' : 'forget.takeBackWhy')}
          hint={text('forget.wordsHint')}
          error={form.error('words')}
          value={form.value.words ?? ''}
          onChange={words => form.set('words', words)}
          maxLength={4_000}
        />
      </Form>
      <ConfirmDialog
        open={sure}
        title={text('identity.destroyQuestion', { code: person.label })}
        consequence={text('forget.goes')}
        confirmLabel={text('forget.agree')}
        keepLabel={text('identity.keep')}
        typed={{ label: text('identity.typeCode', { code: view.case.code }), expected: view.case.code }}
        onConfirm={() => {
          setSure(false)
          void form.submit(destroy)
        }}
        onClose={() => setSure(false)}
        danger
      />
    </Section>
  )
}

function useAnswering({ view, person, waiting, isOwn }: YourAnswerProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(Words, {
    name: 'forget',
    initial: { words: '' },
    draft: `person:forget:answer:${waiting.id}`,
  })
  const answer = async (words: string, agree: boolean) => {
    const said = agree
      ? text('identity.destroyed', { code: person.label })
      : text(isOwn ? 'forget.takenBack' : 'forget.declined')
    const saved = await done('person.answerForget', { request: waiting.id, agree, words })
    if (saved) leave(placeOf(view, 'persons', agree ? '' : `identity-${person.id}`), said)
    return saved
  }
  return {
    form,
    decline: ({ words }: z.infer<typeof Words>) => answer(words, false),
    destroy: ({ words }: z.infer<typeof Words>) => answer(words, true),
  }
}
