import type { CaseView } from '../../shared/case/model.ts'
import { ConsentDraft, type ConsentDecision } from '../../shared/consent/model.ts'
import { stillHeld } from '../../shared/gate/withdrawal.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Notice, Section, Stack } from '../ui/index.ts'
import { beginningWithdrawal, type AnswerTyped } from './begin.ts'
import { ToldAs } from './FollowUps.tsx'
import { HowFields } from './HowFields.tsx'
import { Evidence } from './LimitFields.tsx'
import { addressOf } from './matrix.ts'

interface WithdrawAnswerProps {
  readonly view: CaseView
  readonly person: Person
  readonly question: ConsentDecision
}

/** Takes a "yes" back, as the person did; says what that stops and what it cannot call back. */
export function WithdrawAnswer({ view, person, question }: WithdrawAnswerProps) {
  const text = useText()
  const officer = useSession(state => state.vault?.officer ?? '')
  const done = useDo()
  const leave = useLeave()
  const back = placeOf(view, 'consent', `person-${person.id}`)
  const form = useForm(ConsentDraft, {
    name: 'consent',
    initial: beginningWithdrawal({ view, person, question, officer }),
    draft: `consent:${person.id}:withdraw:${question.id}`,
  })
  const save = async (draft: AnswerTyped) => {
    const saved = await done('consent.record', draft)
    if (saved) leave(back, text('consent.withdrawn', { code: person.label }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('consent.withdrawOf', { code: person.label })}
      lead={text('consent.withdrawLead', {
        purpose: text.code('purpose', question.purpose),
        address: addressOf(text, question),
      })}
      under={{ label: text('consent.ofPerson', { code: person.label }), href: back }}
    >
      <Consequences view={view} question={question} />
      <FormBody form={form} save={text('consent.withdrawSave')} back={back} onSave={save}>
        <HowFields form={form} />
        <Evidence form={form} />
      </FormBody>
    </CasePage>
  )
}

/** What stops, what was handed over relying on it and cannot be called back, and what must then be done. */
function Consequences({ view, question }: Pick<WithdrawAnswerProps, 'view' | 'question'>) {
  const text = useText()
  const told = stillHeld({ ...question, decision: 'withdrawn' }, { ...view, log: view.consents })
  return (
    <Stack gap={24}>
      <Notice tone="care" title={text('consent.stops')}>
        {text('consent.stopsNot')}
      </Notice>
      <Section title={text('consent.handedOver')}>
        <p>{text(told.length > 0 ? 'consent.alreadySent' : 'consent.nothingSent')}</p>
        {told.length > 0 && (
          <>
            <ul>
              {told.map(one => (
                <li key={one.id}>
                  <bdi>{one.toRole}</bdi> · {text.moment(one.at)} <ToldAs view={view} told={one} />
                </li>
              ))}
            </ul>
            <p>{text('consent.tasksWillBe', { count: told.length, days: view.thresholds.daysToAsk })}</p>
          </>
        )}
      </Section>
    </Stack>
  )
}
