import type { CaseView } from '../../shared/case/model.ts'
import { Note } from '../../shared/model.ts'
import { ForgetCondition, ForgetConditions } from '../../shared/person/forget.ts'
import {
  DisposalDraft,
  DisposalGround,
  DisposalReason,
  OthersKeep,
  type Reader,
} from '../../shared/retention/model.ts'
import { disposalFindings, type DisposalFinding } from '../../shared/retention/rules.ts'
import { z } from '../../shared/zod.ts'
import { FormBody, useDo } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { BlockCard, RadioGroup, Section, show, Stack, TextArea, TextField } from '../ui/index.ts'

const answerTo = <C extends ForgetCondition>(condition: C) =>
  ForgetConditions.shape[condition].shape.answer as (typeof ForgetConditions.shape)[C]['shape']['answer']

const Asked = z.strictObject({
  ground: DisposalGround,
  reason: DisposalReason,
  retentionMet: answerTo('retentionMet'),
  retentionMetNote: Note,
  noHold: answerTo('noHold'),
  noHoldNote: Note,
  notNeeded: answerTo('notNeeded'),
  notNeededNote: Note,
  informed: answerTo('informed'),
  informedNote: Note,
  others: OthersKeep.shape.answer.nullable(),
  othersNote: Note,
})
type Asked = z.infer<typeof Asked>

const nothingYet: Typed<Asked> = {
  ground: null,
  reason: '',
  retentionMet: null,
  retentionMetNote: '',
  noHold: null,
  noHoldNote: '',
  notNeeded: null,
  notNeededNote: '',
  informed: null,
  informedNote: '',
  others: null,
  othersNote: '',
}

const draftOf = (asked: Asked): DisposalDraft => ({
  ground: asked.ground,
  reason: asked.reason,
  conditions: {
    retentionMet: { answer: asked.retentionMet, note: asked.retentionMetNote },
    noHold: { answer: asked.noHold, note: asked.noHoldNote },
    notNeeded: { answer: asked.notNeeded, note: asked.notNeededNote },
    informed: { answer: asked.informed, note: asked.informedNote },
  },
  others: asked.others && { answer: asked.others, note: asked.othersNote },
})

interface Props {
  readonly view: CaseView
  readonly readers: readonly Reader[]
  readonly onDone: () => void
}

/** Asks that a case be destroyed: on what ground, why, what is known of the conditions, and what still keeps the gate shut. */
export function AskDisposal({ view, readers, onDone }: Props) {
  const text = useText()
  const done = useDo()
  const alone = useSession(({ vault }) => vault?.people === 1)
  const form = useForm(Asked, {
    name: 'retention',
    initial: nothingYet,
    draft: `retention:ask:${view.case.id}`,
  })
  const ask = async (asked: Asked) => {
    const saved = await done('retention.askDisposal', { caseId: view.case.id, ...draftOf(asked) })
    if (!saved) return false
    show(toasts, { text: text(alone ? 'retention.askedSole' : 'retention.asked') })
    onDone()
    return true
  }
  const isOpen = readers.some(({ calledBack }) => !calledBack)
  return (
    <FormBody form={form} save={text('retention.send')} back={placeOf(view)} onSave={ask}>
      <Why form={form} />
      <Section title={text('forget.conditions')} lead={text('forget.conditionsLead')}>
        {ForgetCondition.options.map(condition => (
          <Condition key={condition} view={view} form={form} condition={condition} />
        ))}
      </Section>
      {isOpen && <Others form={form} />}
      <StillShut view={view} findings={findingsIn(form, readers)} />
    </FormBody>
  )
}

function Why({ form }: { readonly form: Form<Asked> }) {
  const text = useText()
  return (
    <>
      <RadioGroup<DisposalGround>
        id="ground"
        label={text('retention.ground')}
        error={form.error('ground')}
        options={DisposalGround.options.map(id => ({ id, label: text(`retention.ground.${id}`) }))}
        value={form.value.ground}
        onChange={ground => form.set('ground', ground)}
      />
      <TextField
        id="reason"
        label={text('retention.reason')}
        hint={text('retention.reasonHint')}
        error={form.error('reason')}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
        maxLength={200}
      />
    </>
  )
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
  const answer = value[condition]
  const noteField = `${condition}Note` as const
  const options = condition === 'informed' ? [...answers, 'not-safe' as const] : answers
  const hints = {
    retentionMet: text('forget.retentionMetHint', { day: text.day(view.case.retentionReviewOn) }),
    informed: text('forget.informedHint'),
    noHold: undefined,
    notNeeded: undefined,
  }
  return (
    <Stack gap={8}>
      <RadioGroup
        id={condition}
        label={text(`forget.${condition}`)}
        hint={hints[condition]}
        error={error(condition)}
        options={options.map(id => ({ id, label: text(`forget.answer.${id}`) }))}
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

/** Asked only where somebody got something of the case and was not called back. */
function Others({ form }: { readonly form: Form<Asked> }) {
  const text = useText()
  const { value, set, error } = form
  return (
    <Stack gap={8}>
      <RadioGroup<OthersKeep['answer']>
        id="others"
        label={text('retention.others')}
        error={error('others')}
        options={OthersKeep.shape.answer.options.map(id => ({ id, label: text(`retention.others.${id}`) }))}
        value={value.others}
        onChange={others => set('others', others)}
      />
      {value.others === 'may-keep' && (
        <TextArea
          id="othersNote"
          label={text('retention.othersNote')}
          error={error('othersNote')}
          value={value.othersNote ?? ''}
          onChange={note => set('othersNote', note)}
        />
      )}
    </Stack>
  )
}

const yes = { answer: 'yes', note: '' } as const

/** The gate's own reasons, as far as was answered. */
function findingsIn({ value }: Form<Asked>, readers: readonly Reader[]): DisposalFinding[] {
  const said = ForgetCondition.options
    .filter(condition => value[condition] !== null)
    .map(one => [one, { answer: value[one], note: (value[`${one}Note`] ?? '').trim() }])
  const conditions = {
    retentionMet: yes,
    noHold: yes,
    notNeeded: yes,
    informed: yes,
    ...Object.fromEntries(said),
  }
  const others =
    value.others === null ? yesKept : { answer: value.others, note: (value.othersNote ?? '').trim() }
  const ground = value.ground ?? 'retention'
  const parsed = DisposalDraft.safeParse({ ground, reason: 'asked', conditions, others })
  return parsed.success ? disposalFindings(parsed.data, readers) : []
}

/** Before it is answered nothing is said to be missing. */
const yesKept = { answer: 'may-keep', note: '-' } as const

interface StillShutProps {
  readonly view: CaseView
  readonly findings: readonly DisposalFinding[]
}

/** What still keeps the gate shut: why, who can resolve it, and the way there. */
function StillShut({ view, findings }: StillShutProps) {
  const text = useText()
  if (findings.length === 0) return null
  return (
    <Section title={text('retention.missing')}>
      <Stack gap={12}>
        {findings.map(finding => (
          <Shut key={finding.condition} view={view} finding={finding} />
        ))}
      </Stack>
    </Section>
  )
}

function Shut({ view, finding }: { readonly view: CaseView; readonly finding: DisposalFinding }) {
  const text = useText()
  const { condition, reason, place } = finding
  if (condition === 'others')
    return (
      <BlockCard
        what={text('retention.others')}
        reason={text(`retention.why.others.${reason}`)}
        who={text('retention.who.others')}
        way={{ label: text('refusalPlace.exchanged'), href: '/handover/exchanged' }}
      />
    )
  return (
    <BlockCard
      what={text(`forget.short.${condition}`)}
      reason={text(`forget.why.${condition}.${reason}`)}
      who={text(`forget.who.${condition}`)}
      way={place === null ? undefined : { label: text(`forget.goTo.${place}`), href: placeOf(view, place) }}
    />
  )
}
