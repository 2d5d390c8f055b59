import { useLocation } from 'wouter'
import type { CaseView } from '../../shared/case/model.ts'
import { Note } from '../../shared/model.ts'
import { ForgetCondition } from '../../shared/person/forget.ts'
import type { Disposal } from '../../shared/retention/model.ts'
import { mayAnswerDisposal } from '../../shared/retention/rules.ts'
import { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { useKept } from '../kept.ts'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { toasts, useSession } from '../session.ts'
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
  show,
  TextArea,
} from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface Props {
  readonly view: CaseView
  readonly waiting: Disposal
  readonly onDone: () => void
}

/** A request that waits: who asked, on what ground, what they said of the conditions, and the answer of whoever may give it. */
export function AnswerDisposal(props: Props) {
  const { view, waiting } = props
  const text = useText()
  const { no, mayDecline, isOwn } = useStanding(waiting)
  const { code } = view.case
  return (
    <>
      <Notice
        tone="care"
        title={text('retention.waits', { by: waiting.by, code, moment: text.moment(waiting.at) })}
      >
        <p dir="auto">{waiting.words}</p>
      </Notice>
      <Said waiting={waiting} />
      {!no && isOwn && (
        <Notice tone="care" title={text('forget.soleTitle')}>
          {text('retention.sole')}
        </Notice>
      )}
      {no && (
        <BlockCard
          what={text('forget.needsTitle')}
          reason={text.refusal({ code: no })}
          who={text('retention.needsWho')}
        />
      )}
      {mayDecline && <YourAnswer {...props} isOwn={isOwn} agree={!no} />}
    </>
  )
}

/** What whoever is at the desk may answer. */
function useStanding({ by }: Disposal) {
  const vault = useSession(state => state.vault)
  const somebody = { role: vault?.officer ?? '', duties: vault?.duties ?? [], sole: vault?.people === 1 }
  return {
    no: mayAnswerDisposal(somebody, { by, agree: true }),
    mayDecline: mayAnswerDisposal(somebody, { by, agree: false }) === null,
    isOwn: somebody.role === by,
  }
}

function Said({ waiting: { asked } }: { readonly waiting: Disposal }) {
  const text = useText()
  if (asked === null) return null
  const { ground, conditions, others } = asked
  const noteOf = (note: string) => (note === '' ? undefined : <bdi>{note}</bdi>)
  return (
    <Section title={text('retention.said')}>
      <DescriptionList
        rows={[
          { id: 'ground', label: text('retention.groundShort'), value: text(`retention.ground.${ground}`) },
          ...ForgetCondition.options.map(condition => ({
            id: condition,
            label: text(`forget.${condition}`),
            value: text(`forget.answer.${conditions[condition].answer}`),
            by: noteOf(conditions[condition].note),
          })),
          ...(others === null
            ? []
            : [
                {
                  id: 'others',
                  label: text('retention.others'),
                  value: text(`retention.others.${others.answer}`),
                  by: noteOf(others.note),
                },
              ]),
        ]}
      />
    </Section>
  )
}

const Words = z.strictObject({ words: Note })

interface AnswerProps extends Props {
  readonly isOwn: boolean
  readonly agree: boolean
}

function YourAnswer(props: AnswerProps) {
  const { view, isOwn, agree } = props
  const text = useText()
  const [sure, setSure] = useKept('retention.sure', false)
  const { form, busy, refusal, answer } = useAnswering(props)
  const { code } = view.case
  return (
    <Section title={text(agree ? 'forget.yourAnswer' : 'forget.takeBack')}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Form
        onSubmit={() => (agree ? setSure(true) : void form.submit(({ words }) => answer(words, false)))}
        actions={
          <>
            {agree && (
              <Button kind="danger" type="submit" busy={busy ? text('retention.destroying') : null}>
                {text('forget.agree')}
              </Button>
            )}
            <Button onPress={() => void form.submit(({ words }) => answer(words, false))}>
              {text(isOwn ? 'forget.takeBack' : 'forget.decline')}
            </Button>
            <Link href={placeOf(view)}>{text('forget.back')}</Link>
          </>
        }
      >
        <TextArea
          id="words"
          label={text(isOwn ? 'retention.takeBackWhy' : 'retention.whyNot')}
          hint={text('retention.whyNotHint')}
          value={form.value.words ?? ''}
          onChange={words => form.set('words', words)}
          maxLength={4_000}
        />
      </Form>
      <ConfirmDialog
        open={sure}
        danger
        title={text('retention.question', { code })}
        consequence={text('retention.goes')}
        confirmLabel={text('forget.agree')}
        keepLabel={text('retention.keep')}
        typed={{ label: text('identity.typeCode', { code }), expected: code }}
        onConfirm={() => {
          setSure(false)
          void answer('', true)
        }}
        onClose={() => setSure(false)}
      />
    </Section>
  )
}

function useAnswering({ view, waiting, isOwn, onDone }: AnswerProps) {
  const text = useText()
  const [, navigate] = useLocation()
  const close = useCase(state => state.close)
  const { busy, refusal, ask } = useAsking()
  const form = useForm(Words, {
    name: 'retention.answer',
    initial: { words: '' },
    draft: `retention:answer:${view.case.id}`,
  })
  const answer = async (words: string, agree: boolean): Promise<boolean> => {
    const reply = await ask('retention.answerDisposal', { request: waiting.id, agree, words })
    if (!reply.ok) return false
    const said = agree ? 'retention.destroyed' : isOwn ? 'retention.takenBack' : 'retention.declined'
    show(toasts, { text: text(said, { code: view.case.code }) })
    if (agree) {
      close()
      navigate('/record/disposed')
    } else onDone()
    return true
  }
  return { form, busy, refusal, answer }
}
