import type { ReactNode } from 'react'
import type { ContributionEntry, EntryChange } from '../../shared/report/document.ts'
import type { ContributionArrival } from '../../shared/report/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { useLocation } from 'wouter'
import { useAnswer, useAsking } from '../asking.ts'
import { ColleagueStanding } from '../ColleagueStanding.tsx'
import { colleagueName, verifiedWords } from '../colleagueWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import {
  Button,
  Code as CodeMark,
  DescriptionList,
  Disclosure,
  Link,
  Notice,
  Page,
  Progress,
  Row,
  Section,
  Stack,
  show,
} from '../ui/index.ts'
import { ContributionSheet, Entry } from './ContributionSheet.tsx'

/** A contribution on the desk: who signed it, what it says, whose place it takes, and taking it in. */
export function TakeInContribution() {
  const text = useText()
  const { value, refusal } = useAnswer('report.arrival', {})
  return (
    <Page
      title={text('report.takeIn.title')}
      lead={text('report.takeIn.lead')}
      back={{ label: text('report.received'), href: '/report/received' }}
    >
      {refusal && (
        <>
          <RefusalNotice refusal={refusal} />
          <p>
            <Link href="/take-in">{text('report.takeInFile')}</Link>
          </p>
        </>
      )}
      {value === null && !refusal && <Progress label={text('report.loading')} />}
      {value && <Arrived of={value} />}
    </Page>
  )
}

interface ArrivedProps {
  readonly of: ContributionArrival
}

function Arrived({ of }: ArrivedProps) {
  const text = useText()
  return (
    <Stack gap={32}>
      <From of={of} />
      <Place of={of} />
      {!of.older && <Decide of={of} />}
      {of.changes.length > 0 && <Changes changes={of.changes} />}
      <Section title={text('report.whatItSays')}>
        <ContributionSheet document={of.document} />
      </Section>
    </Stack>
  )
}

/** Who signed it and how far that is known, and when. */
function From({ of: { from, sentAt, recordDiffers, document } }: ArrivedProps) {
  const text = useText()
  const count = (level: 'named' | 'anonymised') =>
    document.entries.filter(entry => entry.level === level).length
  return (
    <Stack gap={12}>
      <DescriptionList
        rows={[
          {
            id: 'from',
            label: text('report.signedBy'),
            value: (
              <Row gap={8}>
                <bdi>{colleagueName(text, from)}</bdi>
                <ColleagueStanding standing={from.standing} />
              </Row>
            ),
            by: verifiedWords(text, from) ?? undefined,
          },
          { id: 'sent', label: text('report.sentAt'), value: text.moment(sentAt) },
          {
            id: 'named',
            label: text('report.level.named'),
            value: text('report.entryCount', { count: count('named') }),
          },
          {
            id: 'anonymised',
            label: text('report.level.anonymised'),
            value: text('report.entryCount', { count: count('anonymised') }),
          },
          ...(document.entries.length === 0
            ? []
            : [{ id: 'where', label: text('report.where'), value: whereIn(text, document.entries) }]),
        ]}
      />
      {recordDiffers && <Notice tone="care">{text('report.recordDiffers')}</Notice>}
    </Stack>
  )
}

/** How many entries tell of each State, or else of each region. */
function whereIn(text: Text, entries: readonly ContributionEntry[]): ReactNode {
  const places = entries.flatMap(({ state, regions }) => {
    if (state !== null) return [text.code('country', state as Code<'country'>)]
    return regions.length > 0
      ? regions.map(region => text.code('region', region as Code<'region'>))
      : [text('report.where.none')]
  })
  return [...Map.groupBy(places, place => place)].map(([place, all]) => (
    <p key={place}>{text('report.where.count', { place, count: all.length })}</p>
  ))
}

/** Whose place it takes, or that a later one is here already. */
function Place({ of: { older, supersedes, namesAnother } }: ArrivedProps) {
  const text = useText()
  if (older && supersedes)
    return (
      <Notice
        tone="stop"
        title={text('report.older')}
        actions={<Link href={`/report/received/${supersedes.id}`}>{text('report.toLater')}</Link>}
      >
        {text('report.olderMeans', { moment: text.moment(supersedes.sentAt) })}
      </Notice>
    )
  if (supersedes)
    return (
      <Notice
        tone="note"
        title={text('report.supersedes')}
        actions={<Link href={`/report/received/${supersedes.id}`}>{text('report.toEarlier')}</Link>}
      >
        {text('report.supersedesMeans', { moment: text.moment(supersedes.sentAt) })}
      </Notice>
    )
  return namesAnother ? <Notice tone="care">{text('report.namesAnother')}</Notice> : null
}

/** Takes it in; or says why not, and to its sender too. */
function Decide({ of: { supersedes } }: ArrivedProps) {
  const text = useText()
  const [, navigate] = useLocation()
  const { ask, busy, refusal } = useAsking()
  const takeIn = async () => {
    const reply = await ask('report.takeIn', {})
    if (!reply.ok) return
    show(toasts, { text: text('report.taken'), tone: 'safe' })
    navigate(`/report/received/${reply.value.id}`)
  }
  return (
    <Stack gap={12}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Row gap={24}>
        <Button kind="primary" busy={busy ? text('report.saving') : null} onPress={() => void takeIn()}>
          {text(supersedes ? 'report.takeInPlace' : 'report.takeIn')}
        </Button>
        <Link href="/take-in/decline">{text('takeIn.decline')}</Link>
      </Row>
    </Stack>
  )
}

/** What changes against the one here, entry by entry, both as they are. */
function Changes({ changes }: { readonly changes: readonly EntryChange[] }) {
  const text = useText()
  return (
    <Section title={text('report.changes', { count: changes.length })}>
      <Stack gap={12}>
        {changes.map(change => (
          <Disclosure
            key={change.ref}
            label={text(`report.change.${change.change}`, { entry: change.ref })}
            level={3}
          >
            <Stack gap={16}>
              {change.before && (
                <div>
                  <p>
                    <strong>{text('report.before')}</strong> <CodeMark>{change.ref}</CodeMark>
                  </p>
                  <Entry entry={change.before} />
                </div>
              )}
              {change.now && (
                <div>
                  <p>
                    <strong>{text('report.now')}</strong> <CodeMark>{change.ref}</CodeMark>
                  </p>
                  <Entry entry={change.now} />
                </div>
              )}
            </Stack>
          </Disclosure>
        ))}
      </Stack>
    </Section>
  )
}
