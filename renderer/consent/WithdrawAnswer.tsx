import type { CaseView } from '../../shared/case/model.ts'
import { ConsentDraft, type ConsentDecision } from '../../shared/consent/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Code, Notice, Section, Stack } from '../ui/index.ts'
import { beginning, tidied, type AnswerTyped } from './begin.ts'
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
    initial: {
      ...beginning({ view, person, question, officer }),
      decision: 'withdrawn',
      risksExplained: { none: 'not-asked' },
    },
    draft: `consent:${person.id}:withdraw:${question.id}`,
  })
  const save = async (draft: AnswerTyped) => {
    const saved = await done('consent.record', tidied(draft))
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
      <Consequences view={view} />
      <FormBody form={form} save={text('consent.withdrawSave')} back={back} onSave={save}>
        <HowFields form={form} />
        <Section title={text('consent.evidence')}>
          <Evidence form={form} />
        </Section>
      </FormBody>
    </CasePage>
  )
}

function Consequences({ view }: { readonly view: CaseView }) {
  const text = useText()
  const sent = view.briefs.filter(brief => brief.sentAt !== null)
  return (
    <Notice tone="care" title={text('consent.stops')}>
      <Stack gap={8}>
        <p>{text(sent.length > 0 ? 'consent.alreadySent' : 'consent.nothingSent')}</p>
        {sent.length > 0 && (
          <ul>
            {sent.map(({ id, copy, forRole, sentAt }) => (
              <li key={id}>
                <Code>{copy}</Code> · <bdi>{forRole}</bdi> · {sentAt && text.moment(sentAt)}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Notice>
  )
}
