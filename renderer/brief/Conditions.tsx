import { ConditionMet } from '../../shared/gate/model.ts'
import type { Finding } from '../../shared/gate/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { useForm } from '../form.ts'
import { useText } from '../text.tsx'
import { Button, DescriptionList, Section, Stack, TextField } from '../ui/index.ts'
import type { StepPageProps } from './step.ts'
import { changeBrief } from './useBrief.ts'

type Condition = ConsentDecision['conditions'][number]

interface OpenProps extends StepPageProps {
  readonly findings: readonly Finding[]
}

/** The conditions a "yes" rests on that nobody has confirmed yet, each to be confirmed with how that is known. */
export function OpenConditions({ view, brief, findings }: OpenProps) {
  const consentIds = findings
    .filter(finding => finding.reason === 'condition-not-met')
    .map(finding => finding.consentId)
  const consents = view.consents.filter(consent => consentIds.includes(consent.id))
  const isMet = (consent: ConsentDecision, { kind }: Condition) =>
    brief.draft.conditionsMet.some(met => met.consentId === consent.id && met.kind === kind)
  return consents.flatMap(consent =>
    consent.conditions
      .filter(condition => condition.kind !== 'only_after_date' && !isMet(consent, condition))
      .map(condition => (
        <Confirm
          key={`${consent.id} ${condition.kind}`}
          brief={brief}
          consent={consent}
          condition={condition}
        />
      )),
  )
}

interface ConfirmProps extends Pick<StepPageProps, 'brief'> {
  readonly consent: ConsentDecision
  readonly condition: Condition
}

function Confirm({ brief, consent, condition: { kind, note } }: ConfirmProps) {
  const text = useText()
  const form = useForm(ConditionMet, {
    name: 'brief.condition',
    initial: { consentId: consent.id, kind, note: '' },
    draft: `brief:condition:${brief.id}:${consent.id}:${kind}`,
  })
  const confirm = (met: Parameters<Parameters<typeof form.submit>[0]>[0]) =>
    changeBrief(brief, { conditionsMet: [...brief.draft.conditionsMet, met] })
  const name = [text.code('condition', kind), note].filter(Boolean).join(text('brief.separator'))
  return (
    <Stack gap={4}>
      <TextField
        label={text('brief.condition.label', { condition: name })}
        hint={text('brief.condition.hint')}
        error={form.error('note')}
        value={form.value.note ?? ''}
        onChange={note => form.set('note', note)}
      />
      <div>
        <Button onPress={() => void form.submit(confirm)}>{text('brief.condition.confirm')}</Button>
      </div>
    </Stack>
  )
}

/** What was confirmed for this brief, and the way to take it back. */
export function ConfirmedConditions({ view, brief }: StepPageProps) {
  const text = useText()
  const { conditionsMet } = brief.draft
  if (conditionsMet.length === 0) return null
  const aboutOf = (consentId: string) => {
    const consent = view.consents.find(one => one.id === consentId)
    return view.persons.find(person => person.id === consent?.personId)?.label ?? ''
  }
  return (
    <Section title={text('brief.condition.title')}>
      <DescriptionList
        rows={conditionsMet.map(met => ({
          id: `${met.consentId} ${met.kind}`,
          label: text('brief.lineAbout', {
            label: text.code('condition', met.kind),
            about: aboutOf(met.consentId),
          }),
          value: <bdi>{met.note}</bdi>,
          change: {
            label: text('brief.condition.takeBack'),
            onPress: () =>
              void changeBrief(brief, { conditionsMet: conditionsMet.filter(other => other !== met) }),
          },
        }))}
      />
    </Section>
  )
}
