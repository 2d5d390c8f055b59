import type { Finding } from '../shared/gate/model.ts'
import { OpenConditions } from './Conditions.tsx'
import { aboutOf, lineName, linesThat, reasonOf, wayTo, type JudgedLine, type Outward } from './outward.ts'
import { OverrideWay } from './OverrideWay.tsx'
import styles from './BlockedLines.module.css'
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
          {way && (findings.length === 1 || 'onPress' in way) && <WayButton way={way} />}
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
        <Lines of={of} blocked={blocked} about={about} />
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

/** Why, one sentence for each reason; where there are several, each has its own place beside it. */
function Reasons({ of, findings }: ReasonsProps) {
  const text = useText()
  return (
    <div>
      {findings.map(finding => {
        const way = wayTo(text, of, finding)
        return (
          <p key={`${finding.reason} ${finding.personId}`}>
            {findings.length === 1 ? text(`gate.${finding.reason}`) : reasonOf(text, of.view, finding)}{' '}
            {findings.length > 1 && way && 'href' in way && <Link href={way.href}>{way.label}</Link>}
          </p>
        )
      })}
    </div>
  )
}

/** The lines, each with its own way out; whom all of them are about is said in the title alone. */
function Lines({ of, blocked, about }: GroupProps & { readonly about: string }) {
  const text = useText()
  return (
    <ul className={styles.lines}>
      {blocked.map(({ line }) => {
        const name = lineName(text, line)
        return (
          <li key={line.key} className={styles.line}>
            <span>{line.about === about ? text(line.label) : name}</span>
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
