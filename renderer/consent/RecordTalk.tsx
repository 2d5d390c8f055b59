import type { CaseView } from '../../shared/case/model.ts'
import { TalkWithRows } from '../../shared/consent/talk.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { Guidance } from '../Guidance.tsx'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Row, Section, Stack, TextButton } from '../ui/index.ts'
import { AnswerFields } from './AnswerFields.tsx'
import {
  beginningRow,
  beginningTalk,
  rowForm,
  type Question,
  type TalkFieldsProps,
  type TalkTyped,
} from './begin.ts'
import { LimitFields } from './LimitFields.tsx'
import { QuestionFields } from './QuestionFields.tsx'
import { TalkFields } from './TalkFields.tsx'
import { LacksWhileTyping } from './TalkLacks.tsx'

interface RecordTalkProps {
  readonly view: CaseView
  readonly person: Person
  /** A question to begin with: that of an earlier answer, perhaps at another level, or one that something asks for. */
  readonly question?: (Question & { readonly id: string }) | undefined
}

/** Records one talk about consent and every answer given in it, together. */
export function RecordTalk({ view, person, question }: RecordTalkProps) {
  const text = useText()
  const officer = useSession(state => state.vault?.officer ?? '')
  const done = useDo()
  const leave = useLeave()
  const back = placeOf(view, 'consent', `person-${person.id}`)
  const form = useForm(TalkWithRows, {
    name: 'consent',
    initial: beginningTalk({ view, person, question, officer }),
    draft: `consent:${person.id}:talk:${question ? `${question.id}:${question.identityLevel}` : 'new'}`,
  })
  const save = async (talk: TalkTyped) => {
    const saved = await done('consent.recordTalk', talk)
    if (saved) leave(back, text('consent.savedMany', { code: person.label, count: talk.rows.length }))
    return saved
  }
  const count = form.value.rows?.length ?? 0
  return (
    <CasePage
      view={view}
      title={text('consent.recordOf', { code: person.label })}
      lead={text('consent.recordLead')}
      under={{ label: text('consent.ofPerson', { code: person.label }), href: back }}
    >
      <Guidance note="consent" />
      <FormBody form={form} save={text('consent.saveMany', { count })} back={back} onSave={save}>
        <TalkFields form={form} />
        <LacksWhileTyping talk={form.value} />
        <Answers form={form} view={view} />
      </FormBody>
    </CasePage>
  )
}

/** Every answer given in the talk, one after the other; another begins with the question of the one before. */
function Answers({ form, view }: TalkFieldsProps & Pick<RecordTalkProps, 'view'>) {
  const text = useText()
  const rows = form.value.rows ?? []
  const add = () => form.set('rows', [...rows, beginningRow(view.today, rows.at(-1))])
  return (
    <Stack gap={32}>
      {rows.map((_, at) => (
        <OneAnswer
          // Answers have no name of their own before they are recorded, and are only added at the end.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${rows.length}-${at}`}
          form={form}
          at={at}
        />
      ))}
      <Row>
        <Button onPress={add}>{text('consent.addAnswer')}</Button>
      </Row>
    </Stack>
  )
}

function OneAnswer({ form, at }: TalkFieldsProps & { readonly at: number }) {
  const text = useText()
  const rows = form.value.rows ?? []
  const one = { form: rowForm(form, at), id: (field: string) => `rows.${at}.${field}` }
  const { decision } = one.form.value
  const number = at + 1
  const remove = () => form.set('rows', rows.toSpliced(at, 1))
  return (
    <Section
      title={rows.length === 1 ? text('consent.theAnswer') : text('consent.answerNumber', { number })}
      lead={text('consent.questionLead')}
      actions={
        rows.length > 1 && (
          <TextButton name={text('consent.removeAnswerNumber', { number })} onPress={remove}>
            {text('consent.removeAnswer')}
          </TextButton>
        )
      }
    >
      <QuestionFields {...one} />
      <AnswerFields {...one} />
      {(decision === 'given' || decision === 'given_with_conditions') && <LimitFields {...one} />}
    </Section>
  )
}
