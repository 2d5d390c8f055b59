import type { CaseView } from '../../shared/case/model.ts'
import { Note } from '../../shared/model.ts'
import {
  ForgetCondition,
  ForgetConditions,
  ForgetReason,
  forgetFindings,
  type ForgetFinding,
} from '../../shared/person/forget.ts'
import type { Person } from '../../shared/person/model.ts'
import { z } from '../../shared/zod.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { BlockCard, RadioGroup, Section, Stack, TextArea, TextField } from '../ui/index.ts'

const answerTo = <C extends ForgetCondition>(condition: C) =>
  ForgetConditions.shape[condition].shape.answer as (typeof ForgetConditions.shape)[C]['shape']['answer']

const Asked = z.strictObject({
  reason: ForgetReason,
  retentionMet: answerTo('retentionMet'),
  retentionMetNote: Note,
  noHold: answerTo('noHold'),
  noHoldNote: Note,
  notNeeded: answerTo('notNeeded'),
  notNeededNote: Note,
  informed: answerTo('informed'),
  informedNote: Note,
})
type Asked = z.infer<typeof Asked>

const nothingYet: Typed<Asked> = {
  reason: '',
  retentionMet: null,
  retentionMetNote: '',
  noHold: null,
  noHoldNote: '',
  notNeeded: null,
  notNeededNote: '',
  informed: null,
  informedNote: '',
}

const conditionsOf = (asked: Asked): ForgetConditions => ({
  retentionMet: { answer: asked.retentionMet, note: asked.retentionMetNote },
  noHold: { answer: asked.noHold, note: asked.noHoldNote },
  notNeeded: { answer: asked.notNeeded, note: asked.notNeededNote },
  informed: { answer: asked.informed, note: asked.informedNote },
})

interface AskForgetProps {
  readonly view: CaseView
  readonly person: Person
}

/** Asks that an identity be destroyed: why, what is known of the four conditions, and what still keeps the gate shut. */
export function AskForget({ view, person }: AskForgetProps) {
  const text = useText()
  const form = useForm(Asked, {
    name: 'forget',
    initial: nothingYet,
    draft: `person:forget:${person.id}`,
  })
  const back = placeOf(view, 'persons', `identity-${person.id}`)
  const ask = useAsk({ view, person })
  return (
    <FormBody form={form} save={text('forget.send')} back={back} onSave={ask}>
      <TextField
        id="reason"
        label={text('forget.reason')}
        hint={text('forget.reasonHint')}
        error={form.error('reason')}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
        maxLength={200}
      />
      <Section title={text('forget.conditions')} lead={text('forget.conditionsLead')}>
        {ForgetCondition.options.map(condition => (
          <Condition key={condition} view={view} form={form} condition={condition} />
        ))}
      </Section>
      <StillShut view={view} person={person} findings={findingsIn(form)} />
    </FormBody>
  )
}

function useAsk({ view, person }: AskForgetProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const alone = useSession(({ vault }) => vault?.people === 1)
  return async (asked: Asked) => {
    const { reason } = asked
    const conditions = conditionsOf(asked)
    const saved = await done('person.askForget', { personId: person.id, reason, conditions })
    if (saved)
      leave(
        placeOf(view, 'persons', `identity-${person.id}`),
        text(alone ? 'forget.askedSole' : 'forget.asked'),
      )
    return saved
  }
}

const answers = ['yes', 'no', 'unknown'] as const

interface ConditionProps {
  readonly view: CaseView
  readonly form: Form<Asked>
  readonly condition: ForgetCondition
}

/** One condition: the answer, and how that is known. */
function Condition({ view, form, condition }: ConditionProps) {
  const text = useText()
  const { value, set, error } = form
  const question = text(`forget.${condition}`)
  const options = (condition === 'informed' ? [...answers, 'not-safe' as const] : answers).map(id => ({
    id,
    label: text(`forget.answer.${id}`),
  }))
  const hints = {
    retentionMet: text('forget.retentionMetHint', { day: text.day(view.case.retentionReviewOn) }),
    informed: text('forget.informedHint'),
    noHold: undefined,
    notNeeded: undefined,
  }
  const noteField = `${condition}Note` as const
  const answer = value[condition]
  return (
    <Stack gap={8}>
      <RadioGroup
        id={condition}
        label={question}
        hint={hints[condition]}
        error={error(condition)}
        options={options}
        value={answer}
        onChange={now => set(condition, now as Asked['retentionMet'])}
        inline
      />
      {answer !== null && (
        <TextArea
          id={noteField}
          label={text(answer === 'not-safe' ? 'forget.whyNotSafe' : 'forget.note')}
          optional={answer === 'not-safe' ? undefined : text('form.optional')}
          error={error(noteField)}
          value={value[noteField] ?? ''}
          onChange={note => set(noteField, note)}
        />
      )}
    </Stack>
  )
}

/** The gate's own reasons, as far as was answered. */
function findingsIn({ value }: Form<Asked>): ForgetFinding[] {
  const answered = ForgetCondition.options.filter(condition => value[condition] !== null)
  const yes = { answer: 'yes', note: '' } as const
  const conditions = { retentionMet: yes, noHold: yes, notNeeded: yes, informed: yes }
  const said = answered.map(condition => [
    condition,
    { answer: value[condition], note: (value[`${condition}Note`] ?? '').trim() },
  ])
  const parsed = ForgetConditions.safeParse({ ...conditions, ...Object.fromEntries(said) })
  return parsed.success ? forgetFindings(parsed.data) : []
}

interface StillShutProps extends AskForgetProps {
  readonly findings: readonly ForgetFinding[]
}

/** What still keeps the gate shut: why, who can resolve it, and the way there. */
function StillShut({ view, person, findings }: StillShutProps) {
  const text = useText()
  if (findings.length === 0) return null
  return (
    <Section title={text('forget.missing')}>
      <Stack gap={12}>
        {findings.map(({ condition, reason, place }) => (
          <BlockCard
            key={condition}
            what={text(`forget.short.${condition}`)}
            reason={text(`forget.why.${condition}.${reason}`)}
            who={text(`forget.who.${condition}`)}
            way={
              place === null
                ? undefined
                : {
                    label: text(`forget.goTo.${place}`),
                    href: placeOf(view, place, place === 'protection' ? `person-${person.id}` : ''),
                  }
            }
          />
        ))}
      </Stack>
    </Section>
  )
}
