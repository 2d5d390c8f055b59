import type { Finding } from '../../shared/gate/model.ts'
import { useText } from '../text.tsx'
import { Button, Link, Notice, Section, Stack, TextButton, WayButton } from '../ui/index.ts'
import { OpenConditions } from './Conditions.tsx'
import { aboutOf, reasonOf, wayTo } from './FindingCards.tsx'
import { lineName } from './lineText.ts'
import type { Judged } from './SayPage.tsx'
import type { StepPageProps } from './step.ts'
import { changeBrief } from './useBrief.ts'

interface BlockedProps extends StepPageProps {
  readonly blocked: readonly Judged[]
}

/** What cannot be said yet: lines with the same reasons stand together, each group with both ways out. */
export function BlockedLines({ view, brief, blocked }: BlockedProps) {
  const text = useText()
  if (blocked.length === 0) return null
  const groups = new Map<string, Judged[]>()
  for (const one of blocked) {
    const name = JSON.stringify(one.verdict.findings)
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return (
    <Section
      title={text('brief.say.blocked', { count: blocked.length })}
      lead={text('brief.say.blockedLead')}
    >
      <Stack gap={12}>
        {[...groups].map(([name, group]) => (
          <Group key={name} view={view} brief={brief} blocked={group} />
        ))}
      </Stack>
    </Section>
  )
}

function Group({ view, brief, blocked }: BlockedProps) {
  const text = useText()
  const findings = blocked[0]?.verdict.findings ?? []
  const [first] = findings
  if (!first) return null
  const abouts = [...new Set(findings.map(finding => aboutOf(view, finding)).filter(about => about !== ''))]
  const about = abouts.join(text('form.listComma'))
  const keys = blocked.map(({ line }) => line.key)
  return (
    <Notice
      tone="stop"
      title={text(about === '' ? 'brief.say.group' : 'brief.say.groupAbout', { about, count: keys.length })}
      actions={
        <>
          <WayButton way={wayTo(text, { view, brief, finding: first })} />
          {keys.length > 1 && (
            <Button onPress={() => withhold(brief, keys)}>
              {text('brief.say.withholdAll', { count: keys.length })}
            </Button>
          )}
        </>
      }
    >
      <Stack gap={12}>
        <Reasons view={view} brief={brief} findings={findings} />
        <Lines brief={brief} blocked={blocked} />
        <OpenConditions view={view} brief={brief} findings={findings} />
      </Stack>
    </Notice>
  )
}

const withhold = (brief: StepPageProps['brief'], keys: readonly string[]) =>
  void changeBrief(brief, { withheld: [...brief.draft.withheld, ...keys] })

/** Why, one sentence for each reason; the first one's place is the button of the card. */
function Reasons({ view, brief, findings }: StepPageProps & { readonly findings: readonly Finding[] }) {
  const text = useText()
  return (
    <div>
      {findings.map((finding, index) => {
        const way = wayTo(text, { view, brief, finding })
        return (
          <p key={`${finding.reason} ${finding.personId}`}>
            {findings.length === 1 ? text(`gate.${finding.reason}`) : reasonOf(text, view, finding)}{' '}
            {index > 0 && 'href' in way && <Link href={way.href}>{way.label}</Link>}
          </p>
        )
      })}
    </div>
  )
}

function Lines({ brief, blocked }: Omit<BlockedProps, 'view'>) {
  const text = useText()
  return (
    <ul>
      {blocked.map(({ line }) => {
        const name = lineName(text, line)
        return (
          <li key={line.key}>
            {name}{' '}
            <TextButton
              name={text('brief.say.withholdIt', { line: name })}
              onPress={() => withhold(brief, [line.key])}
            >
              {text('brief.say.withhold')}
            </TextButton>
          </li>
        )
      })}
    </ul>
  )
}
