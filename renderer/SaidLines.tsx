import type { LineVerdict } from '../shared/gate/model.ts'
import { LineWords } from './LineWords.tsx'
import { lineName, linesThat, type JudgedLine, type Outward } from './outward.ts'
import { lacksIn } from './overrideWords.ts'
import { useText, type Text } from './text.tsx'
import { DescriptionList, Link, Notice, Quiet, Section, Stack } from './ui/index.ts'

interface LinesProps {
  readonly of: Outward
}

/** What will be said, together with what rests on the same consent. */
export function SaidLines({ of }: LinesProps) {
  const text = useText()
  const said = linesThat(of, 'said')
  if (said.length === 0) return null
  const groups = Map.groupBy(said, ({ verdict }) =>
    [...verdict.consentIds.toSorted(), verdict.overrideId ?? ''].join(' '),
  )
  return (
    <Section title={text('gate.say.said', { count: said.length })}>
      {[...groups].map(([basis, group]) => (
        <Stack key={basis} gap={8}>
          <RestsOn of={of} consentIds={basis.split(' ')} />
          <ByOverride of={of} said={group} />
          <SaidGroup of={of} said={group} />
        </Stack>
      ))}
    </Section>
  )
}

/** That lines are said by override, and what stands in the way of them all the same: what a person said is never hidden. */
function ByOverride({ of, said }: LinesProps & { readonly said: readonly JudgedLine[] }) {
  const text = useText()
  return of.view.overrides.flatMap(override => {
    const lines = said.filter(({ verdict }) => verdict.overrideId === override.id)
    if (lines.length === 0) return []
    const findings = lines.flatMap(({ verdict }) => verdict.findings)
    const { id, code, by, answer } = override
    return (
      <Notice
        key={id}
        tone="care"
        title={text(answer?.by === by ? 'gate.say.overrideByOne' : 'gate.say.override', {
          code,
          by,
          grantedBy: answer?.by ?? '',
        })}
        actions={<Link href={of.places.override ?? of.places.item}>{text('override.wayTo')}</Link>}
      >
        {lacksIn(text, of.view, findings).join(' ')}
      </Notice>
    )
  })
}

function SaidGroup({ of, said }: LinesProps & { readonly said: readonly JudgedLine[] }) {
  const text = useText()
  const withhold = (key: string) => void of.change({ withheld: [...of.withheld, key] })
  return (
    <DescriptionList
      rows={said.map(({ line }) => ({
        id: line.key,
        label: lineName(text, line),
        value: <LineWords line={line} />,
        change: { label: text('gate.say.withhold'), onPress: () => withhold(line.key) },
      }))}
    />
  )
}

function RestsOn({ of, consentIds }: LinesProps & { readonly consentIds: readonly string[] }) {
  const text = useText()
  const consents = of.view.consents.filter(consent => consentIds.includes(consent.id))
  return (
    <div>
      {consents.map(({ id, personId, decidedOn, identityLevel }) => (
        <p key={id}>
          <Quiet>
            {text('gate.say.restsOn', {
              about: of.view.persons.find(person => person.id === personId)?.label ?? '',
              day: text.day(decidedOn),
              level: text.code('identityLevel', identityLevel),
            })}
          </Quiet>
        </p>
      ))}
    </div>
  )
}

/** What is withheld and why, each with the way to say it after all. */
export function WithheldLines({ of }: LinesProps) {
  const text = useText()
  const withheld = linesThat(of, 'withheld')
  if (withheld.length === 0) return null
  const ask = (key: string) => void of.change({ withheld: of.withheld.filter(other => other !== key) })
  return (
    <Section
      title={text('gate.say.withheld', { count: withheld.length })}
      lead={text(`${of.kind}.say.withheldLead`)}
    >
      <DescriptionList
        rows={withheld.map(({ line, verdict }) => ({
          id: line.key,
          label: lineName(text, line),
          value: <Quiet>{reasons(text, verdict).join(' ')}</Quiet>,
          change: { label: text('gate.say.ask'), onPress: () => ask(line.key) },
        }))}
      />
    </Section>
  )
}

const reasons = (text: Text, { findings }: LineVerdict): string[] => [
  ...new Set(findings.map(({ reason }) => text(`gate.${reason}`))),
]
