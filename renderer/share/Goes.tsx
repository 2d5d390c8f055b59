import type { ShareLine } from '../../shared/share/model.ts'
import { Fact } from '../../shared/consent/model.ts'
import { useText, type Text } from '../text.tsx'
import { CheckboxGroup, Disclosure, Section, Stack } from '../ui/index.ts'
import { groupsOf, lineWords, type LineGroup } from './lineWords.ts'
import type { SharePageProps } from './outward.ts'
import { changeShare } from './useShare.ts'

/** What goes, by person and by what it tells; each part can be kept back by itself. */
export function Goes({ view, share }: SharePageProps) {
  const text = useText()
  const { lines } = share
  const counts = { go: going(lines), all: lines.length }
  return (
    <Section title={text('share.goes', counts)} lead={text('share.goes.lead')}>
      <Stack gap={8}>
        {groupsOf(text, view, lines).map(group => (
          <Disclosure
            key={group.who}
            label={text('share.goes.of', { who: group.who, go: going(group.lines), all: group.lines.length })}
          >
            <ByFact share={share} group={group} />
          </Disclosure>
        ))}
      </Stack>
    </Section>
  )
}

const going = (lines: readonly ShareLine[]) => lines.filter(({ why }) => why === null).length

interface ByFactProps extends Pick<SharePageProps, 'share'> {
  readonly group: LineGroup
}

function ByFact({ share, group }: ByFactProps) {
  const text = useText()
  const byFact = Map.groupBy(group.lines, ({ fact }) => fact)
  return (
    <Stack gap={16}>
      {Fact.options
        .flatMap(fact => byFact.get(fact) ?? [])
        .filter((line, at, all) => all.findIndex(({ fact }) => fact === line.fact) === at)
        .map(({ fact }) => {
          const lines = byFact.get(fact) ?? []
          return (
            <CheckboxGroup
              key={fact}
              label={text('share.goes.fact', {
                fact: text(`consent.fact.${fact}`),
                go: going(lines),
                all: lines.length,
              })}
              values={lines.filter(({ why }) => why === null).map(({ key }) => key)}
              onChange={keys => keep(share, lines, keys)}
              options={lines.map(line => ({
                id: line.key,
                label: lineWords(text, line),
                description: whyWords(text, line),
                disabled: line.why !== null && line.why !== 'chosen',
              }))}
            />
          )
        })}
    </Stack>
  )
}

function whyWords(text: Text, { why, findings }: ShareLine): string | undefined {
  if (why === null) return undefined
  return why === 'gate' ? text(`gate.${findings[0]?.reason ?? 'not-asked'}`) : text(`share.why.${why}`)
}

/** Of these lines, keeps back those that are not ticked any more. */
function keep(
  { draft, ...share }: ByFactProps['share'],
  lines: readonly ShareLine[],
  ticked: readonly string[],
) {
  const mine = lines.filter(({ why }) => why === null || why === 'chosen').map(({ key }) => key)
  const others = draft.withheld.filter(key => !mine.includes(key))
  const withheld = [...others, ...mine.filter(key => !ticked.includes(key))]
  void changeShare({ draft, ...share }, { withheld })
}
