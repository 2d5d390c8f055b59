import type { CaseView } from '../../shared/case/model.ts'
import { ConsentDraft, type ConsentDecision } from '../../shared/consent/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { Guidance } from '../Guidance.tsx'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import { beginning, tidied, type AnswerTyped } from './begin.ts'
import { HowFields } from './HowFields.tsx'
import { LimitFields } from './LimitFields.tsx'
import { QuestionFields } from './QuestionFields.tsx'

interface RecordAnswerProps {
  readonly view: CaseView
  readonly person: Person
  /** An answer whose question is put again, perhaps at another level. */
  readonly question?: ConsentDecision | undefined
}

/** Records one answer of one person: the question, the answer, how it was given, how long it holds, how we know. */
export function RecordAnswer({ view, person, question }: RecordAnswerProps) {
  const text = useText()
  const officer = useSession(state => state.vault?.officer ?? '')
  const done = useDo()
  const leave = useLeave()
  const back = placeOf(view, 'consent', `person-${person.id}`)
  const form = useForm(ConsentDraft, {
    name: 'consent',
    initial: beginning({ view, person, question, officer }),
    draft: `consent:${person.id}:${question ? `${question.id}:${question.identityLevel}` : 'new'}`,
  })
  const save = async (draft: AnswerTyped) => {
    const saved = await done('consent.record', tidied(draft))
    if (saved) leave(back, text('consent.saved', { code: person.label }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('consent.recordOf', { code: person.label })}
      under={{ label: text('consent.ofPerson', { code: person.label }), href: back }}
    >
      <Guidance note="consent" />
      <FormBody form={form} save={text('consent.save')} back={back} onSave={save}>
        <QuestionFields form={form} />
        <AnswerFields form={form} />
        {form.value.decision !== 'not_asked' && <HowFields form={form} />}
        <LimitFields form={form} />
      </FormBody>
    </CasePage>
  )
}
