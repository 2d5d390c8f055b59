import type { BriefLine } from '../../shared/brief/model.ts'
import type { LineVerdict } from '../../shared/gate/model.ts'
import { CasePage } from '../CasePage.tsx'
import { useCase } from '../openCase.ts'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, Link, Notice, Quiet, Section, Stack } from '../ui/index.ts'
import { BlockedLines } from './BlockedLines.tsx'
import { ConfirmedConditions } from './Conditions.tsx'
import { FindingCards } from './FindingCards.tsx'
import { Leaks } from './Leaks.tsx'
import { LineWords } from './LineWords.tsx'
import { lineName } from './lineText.ts'
import { briefPlace, contentFindings, type StepPageProps } from './step.ts'
import { changeBrief } from './useBrief.ts'

/** A line with what the gate says of it. */
export interface Judged {
  readonly line: BriefLine
  readonly verdict: LineVerdict
}

/** What may be said, line by line: what is blocked and how that is resolved, what is said, what is withheld. */
export function SayPage({ view, brief }: StepPageProps) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const back = briefPlace({ view, brief })
  const judged = brief.lines.flatMap((line, index): Judged[] => {
    const verdict = brief.gate.lines[index]
    return verdict ? [{ line, verdict }] : []
  })
  const those = (verdict: LineVerdict['verdict']) => judged.filter(one => one.verdict.verdict === verdict)
  return (
    <CasePage
      view={view}
      title={text('brief.step.say')}
      lead={text('brief.say.lead')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      {refusal && <Notice tone="stop">{text.refusal(refusal)}</Notice>}
      <Leaks view={view} brief={brief} />
      <FindingCards view={view} brief={brief} findings={contentFindings(brief)} />
      <BlockedLines view={view} brief={brief} blocked={those('blocked')} />
      <SaidLines view={view} brief={brief} said={those('said')} />
      <WithheldLines brief={brief} withheld={those('withheld')} />
      <ConfirmedConditions view={view} brief={brief} />
      <p>
        <Link kind="button" href={back}>
          {text('brief.toSteps')}
        </Link>
      </p>
    </CasePage>
  )
}

interface SaidProps extends StepPageProps {
  readonly said: readonly Judged[]
}

/** What will be said, together with what rests on the same consent. */
function SaidLines({ view, brief, said }: SaidProps) {
  const text = useText()
  const groups = new Map<string, Judged[]>()
  for (const one of said) {
    const basis = one.verdict.consentIds.toSorted().join(' ')
    groups.set(basis, [...(groups.get(basis) ?? []), one])
  }
  if (said.length === 0) return null
  return (
    <Section title={text('brief.say.said', { count: said.length })}>
      {[...groups].map(([basis, group]) => (
        <Stack key={basis} gap={8}>
          <RestsOn view={view} consentIds={basis.split(' ')} />
          <SaidGroup brief={brief} said={group} />
        </Stack>
      ))}
    </Section>
  )
}

function SaidGroup({ brief, said }: Omit<SaidProps, 'view'>) {
  const text = useText()
  const withhold = (key: string) => void changeBrief(brief, { withheld: [...brief.draft.withheld, key] })
  return (
    <DescriptionList
      rows={said.map(({ line }) => ({
        id: line.key,
        label: lineName(text, line),
        value: <LineWords line={line} />,
        change: { label: text('brief.say.withhold'), onPress: () => withhold(line.key) },
      }))}
    />
  )
}

interface RestsOnProps extends Pick<StepPageProps, 'view'> {
  readonly consentIds: readonly string[]
}

function RestsOn({ view, consentIds }: RestsOnProps) {
  const text = useText()
  const consents = view.consents.filter(consent => consentIds.includes(consent.id))
  return (
    <div>
      {consents.map(({ id, personId, decidedOn, identityLevel }) => (
        <p key={id}>
          <Quiet>
            {text('brief.say.restsOn', {
              about: view.persons.find(person => person.id === personId)?.label ?? '',
              day: text.day(decidedOn),
              level: text.code('identityLevel', identityLevel),
            })}
          </Quiet>
        </p>
      ))}
    </div>
  )
}

interface WithheldProps extends Pick<StepPageProps, 'brief'> {
  readonly withheld: readonly Judged[]
}

function WithheldLines({ brief, withheld }: WithheldProps) {
  const text = useText()
  const ask = (key: string) =>
    void changeBrief(brief, { withheld: brief.draft.withheld.filter(other => other !== key) })
  if (withheld.length === 0) return null
  return (
    <Section
      title={text('brief.say.withheld', { count: withheld.length })}
      lead={text('brief.say.withheldLead')}
    >
      <DescriptionList
        rows={withheld.map(({ line, verdict }) => ({
          id: line.key,
          label: lineName(text, line),
          value: <Quiet>{reasons(text, verdict).join(' ')}</Quiet>,
          change: { label: text('brief.say.ask'), onPress: () => ask(line.key) },
        }))}
      />
    </Section>
  )
}

const reasons = (text: Text, { findings }: LineVerdict): string[] => [
  ...new Set(findings.map(({ reason }) => text(`gate.${reason}`))),
]
