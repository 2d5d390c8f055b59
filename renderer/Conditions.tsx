import type { ConsentDecision } from '../shared/consent/model.ts'
import { ConditionMet } from '../shared/gate/model.ts'
import type { Finding } from '../shared/gate/model.ts'
import { useForm } from './form.ts'
import type { Stoppable } from './outward.ts'
import { useText } from './text.tsx'
import { Button, DescriptionList, Section, Stack, TextField } from './ui/index.ts'

type Condition = ConsentDecision['conditions'][number]

interface OpenProps {
  readonly of: Stoppable
  readonly findings: readonly Finding[]
}

/** The conditions a "yes" rests on that nobody has confirmed yet, each to be confirmed with how that is known. */
export function OpenConditions({ of, findings }: OpenProps) {
  const consentIds = findings
    .filter(finding => finding.reason === 'condition-not-met')
    .map(finding => finding.consentId)
  const consents = of.view.consents.filter(consent => consentIds.includes(consent.id))
  const isMet = (consent: ConsentDecision, { kind }: Condition) =>
    of.conditionsMet.some(met => met.consentId === consent.id && met.kind === kind)
  return consents.flatMap(consent =>
    consent.conditions
      .filter(condition => condition.kind !== 'only_after_date' && !isMet(consent, condition))
      .map(condition => (
        <Confirm key={`${consent.id} ${condition.kind}`} of={of} consent={consent} condition={condition} />
      )),
  )
}

interface ConfirmProps {
  readonly of: Stoppable
  readonly consent: ConsentDecision
  readonly condition: Condition
}

function Confirm({ of, consent, condition: { kind, note } }: ConfirmProps) {
  const text = useText()
  const form = useForm(ConditionMet, {
    name: 'gate.condition',
    initial: { consentId: consent.id, kind, note: '' },
    draft: `${of.kind}:condition:${of.id}:${consent.id}:${kind}`,
  })
  const confirm = (met: Parameters<Parameters<typeof form.submit>[0]>[0]) =>
    of.change({ conditionsMet: [...of.conditionsMet, ConditionMet.parse(met)] })
  const name = [text.code('condition', kind), note].filter(Boolean).join(text('brief.separator'))
  return (
    <Stack gap={4}>
      <TextField
        label={text('gate.condition.label', { condition: name })}
        hint={text('gate.condition.hint')}
        error={form.error('note')}
        value={form.value.note ?? ''}
        onChange={words => form.set('note', words)}
      />
      <div>
        <Button onPress={() => void form.submit(confirm)}>{text('gate.condition.confirm')}</Button>
      </div>
    </Stack>
  )
}

interface ConfirmedProps {
  readonly of: Stoppable
  /** Whether it can only be read here. */
  readonly fixed?: boolean
}

/** What was confirmed for it, and the way to take it back. */
export function ConfirmedConditions({ of, fixed = false }: ConfirmedProps) {
  const text = useText()
  const { conditionsMet, view } = of
  if (conditionsMet.length === 0) return null
  const aboutOf = (consentId: string) => {
    const consent = view.consents.find(one => one.id === consentId)
    return view.persons.find(person => person.id === consent?.personId)?.label ?? ''
  }
  return (
    <Section title={text(fixed ? 'gate.condition.confirmed' : 'gate.condition.title')}>
      <DescriptionList
        rows={conditionsMet.map(met => ({
          id: `${met.consentId} ${met.kind}`,
          label: text('gate.lineAbout', {
            label: text.code('condition', met.kind),
            about: aboutOf(met.consentId),
          }),
          value: <bdi>{met.note}</bdi>,
          change: fixed
            ? undefined
            : {
                label: text('gate.condition.takeBack'),
                onPress: () =>
                  void of.change({ conditionsMet: conditionsMet.filter(other => other !== met) }),
              },
        }))}
      />
    </Section>
  )
}
