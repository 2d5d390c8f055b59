import type { ShareLine } from '../../shared/share/model.ts'
import { OpenConditions } from '../Conditions.tsx'
import { aboutOf, reasonOf, wayTo } from '../outward.ts'
import { useText } from '../text.tsx'
import { Disclosure, Notice, Section, Stack, WayButton } from '../ui/index.ts'
import { lineWords } from './lineWords.ts'
import { outwardOf, type SharePageProps } from './outward.ts'

/** What stays, with the reason and the place where that can change. It holds nothing else back. */
export function Stays({ view, share }: SharePageProps) {
  const text = useText()
  const stays = share.lines.filter(({ why }) => why !== null)
  if (stays.length === 0) return null
  const groups = Map.groupBy(stays, ({ why, findings }) => JSON.stringify([why, findings]))
  return (
    <Section title={text('share.stays', { count: stays.length })} lead={text('share.stays.lead')}>
      <Stack gap={12}>
        {[...groups].map(([name, lines]) => (
          <Group key={name} view={view} share={share} lines={lines} />
        ))}
      </Stack>
    </Section>
  )
}

interface GroupProps extends SharePageProps {
  readonly lines: readonly ShareLine[]
}

function Group({ view, share, lines }: GroupProps) {
  const text = useText()
  const of = outwardOf({ view, share })
  const { why = 'row', findings = [] } = lines[0] ?? {}
  const [first] = findings
  const way = first && wayTo(text, of, first)
  const about = first ? aboutOf(view, first) : ''
  const count = lines.length
  return (
    <Notice
      tone={why === 'gate' ? 'care' : 'neutral'}
      title={text(about === '' ? 'share.stays.group' : 'share.stays.groupAbout', { about, count })}
      actions={way && <WayButton way={way} />}
    >
      <Stack gap={8}>
        {why === 'gate' ? (
          findings.map(finding => (
            <p key={`${finding.reason} ${finding.personId}`}>{reasonOf(text, view, finding)}</p>
          ))
        ) : (
          <p>{text(`share.why.${why ?? 'row'}`)}</p>
        )}
        <Disclosure label={text('share.stays.which')}>
          <ul>
            {lines.map(line => (
              <li key={line.key}>{lineWords(text, line)}</li>
            ))}
          </ul>
        </Disclosure>
        <OpenConditions of={of} findings={findings} />
      </Stack>
    </Notice>
  )
}
