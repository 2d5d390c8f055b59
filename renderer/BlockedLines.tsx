import type { Finding } from '../shared/gate/model.ts'
import { OpenConditions } from './Conditions.tsx'
import { aboutOf, lineName, linesThat, reasonOf, wayTo, type JudgedLine, type Outward } from './outward.ts'
import { OverrideWay } from './OverrideWay.tsx'
import { useText } from './text.tsx'
import { Button, Link, Notice, Section, Stack, TextButton, WayButton } from './ui/index.ts'

interface GroupProps {
  readonly of: Outward
  readonly blocked: readonly JudgedLine[]
}

/** What cannot be said yet: lines with the same reasons stand together, each group with both ways out. */
export function BlockedLines({ of }: { readonly of: Outward }) {
  const text = useText()
  const blocked = linesThat(of, 'blocked')
  if (blocked.length === 0) return null
  const groups = Map.groupBy(blocked, ({ verdict }) => JSON.stringify(verdict.findings))
  return (
    <Section
      title={text('gate.say.blocked', { count: blocked.length })}
      lead={text(`${of.kind}.say.blockedLead`)}
    >
      <Stack gap={12}>
        {[...groups].map(([name, group]) => (
          <Group key={name} of={of} blocked={group} />
        ))}
        <OverrideWay of={of} />
      </Stack>
    </Section>
  )
}

function Group({ of, blocked }: GroupProps) {
  const text = useText()
  const findings = blocked[0]?.verdict.findings ?? []
  const [first] = findings
  if (!first) return null
  const abouts = [...new Set(findings.map(finding => aboutOf(of.view, finding)).filter(one => one !== ''))]
  const about = abouts.join(text('form.listComma'))
  const keys = blocked.map(({ line }) => line.key)
  const way = wayTo(text, of, first)
  return (
    <Notice
      tone="stop"
      title={text(about === '' ? 'gate.say.group' : 'gate.say.groupAbout', { about, count: keys.length })}
      actions={
        <>
          {way && <WayButton way={way} />}
          {keys.length > 1 && (
            <Button onPress={() => withhold(of, keys)}>
              {text('gate.say.withholdAll', { count: keys.length })}
            </Button>
          )}
        </>
      }
    >
      <Stack gap={12}>
        <Reasons of={of} findings={findings} />
        <Lines of={of} blocked={blocked} />
        <OpenConditions of={of} findings={findings} />
      </Stack>
    </Notice>
  )
}

const withhold = (of: Outward, keys: readonly string[]) =>
  void of.change({ withheld: [...of.withheld, ...keys] })

interface ReasonsProps {
  readonly of: Outward
  readonly findings: readonly Finding[]
}

/** Why, one sentence for each reason; the first one's place is the button of the card. */
function Reasons({ of, findings }: ReasonsProps) {
  const text = useText()
  return (
    <div>
      {findings.map((finding, index) => {
        const way = wayTo(text, of, finding)
        return (
          <p key={`${finding.reason} ${finding.personId}`}>
            {findings.length === 1 ? text(`gate.${finding.reason}`) : reasonOf(text, of.view, finding)}{' '}
            {index > 0 && way && 'href' in way && <Link href={way.href}>{way.label}</Link>}
          </p>
        )
      })}
    </div>
  )
}

function Lines({ of, blocked }: GroupProps) {
  const text = useText()
  return (
    <ul>
      {blocked.map(({ line }) => {
        const name = lineName(text, line)
        return (
          <li key={line.key}>
            {name}{' '}
            <TextButton
              name={text('gate.say.withholdIt', { line: name })}
              onPress={() => withhold(of, [line.key])}
            >
              {text('gate.say.withhold')}
            </TextButton>
          </li>
        )
      })}
    </ul>
  )
}
