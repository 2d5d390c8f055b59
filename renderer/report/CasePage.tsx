import type { ReportCase } from '../../shared/report/model.ts'
import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { DescriptionList, Link, Notice, Page, Progress, Quiet, Section, Stack } from '../ui/index.ts'
import { LevelOf } from './ReportCases.tsx'
import { EntryForm } from './EntryForm.tsx'
import { LowerForm } from './LowerForm.tsx'
import { partFor, reportName, reportPlace } from './place.ts'

interface CasePageProps {
  readonly ordinal: number
  readonly caseId: string
}

/** One case in one report: how openly it may appear and why, lowering it, and its entry. */
export function CasePage({ ordinal, caseId }: CasePageProps) {
  const text = useText()
  const { value, refusal, again } = useAnswer('report.case', { ordinal, caseId })
  return (
    <Page
      title={value ? text('report.oneCase', { code: value.line.code }) : text('report.case')}
      lead={value && reportName(text, value.window)}
      back={{ label: text('report.title'), href: reportPlace(ordinal) }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('report.loading')} />}
      {value && <Parts of={value} again={again} />}
    </Page>
  )
}

/** What the parts of the page are given. */
export interface OfCase {
  readonly of: ReportCase
  /** Loads it again. */
  readonly again: () => void
}

function Parts({ of, again }: OfCase) {
  const { line } = of
  const stamp = `${line.decision?.at ?? ''} ${line.level}`
  return (
    <Stack gap={32}>
      <Standing of={of} again={again} />
      {of.draft && <TheEntry key={`entry ${stamp}`} of={of} again={again} />}
      <LowerForm key={`lower ${stamp}`} of={of} again={again} />
    </Stack>
  )
}

/** How openly, why, what an officer decided, and where it is put right. */
function Standing({ of: { line } }: OfCase) {
  const text = useText()
  const part = partFor[line.why]
  const { decision } = line
  return (
    <DescriptionList
      rows={[
        {
          id: 'case',
          label: text('report.case'),
          value: <Link href={`/case/${line.caseId}`}>{line.code}</Link>,
        },
        { id: 'level', label: text('report.howOpenly'), value: <LevelOf line={line} /> },
        {
          id: 'why',
          label: text('report.why'),
          value: text(`report.why.${line.why}`),
          ...(part === null
            ? {}
            : { change: { label: text(`case.part.${part}`), href: `/case/${line.caseId}/${part}` } }),
        },
        ...(decision && decision.level !== 'as_proposed'
          ? [
              {
                id: 'decision',
                label: text('report.decision'),
                value: <bdi>{decision.reason}</bdi>,
                by: text('report.decidedBy', { by: decision.by, moment: text.moment(decision.at) }),
              },
              {
                id: 'proposal',
                label: text('report.proposed'),
                value: text(`report.level.${line.proposal.level}`),
              },
            ]
          : []),
      ]}
    />
  )
}

/** The entry: how far it is, what still keeps it from leaving, and what is written in it. */
function TheEntry({ of, again }: OfCase) {
  const text = useText()
  const { line, alike } = of
  const { entry } = line
  return (
    <Section title={text('report.theEntry')} lead={text(`report.entry.lead.${line.level}`)}>
      <Stack gap={24}>
        {entry && (
          <Notice
            tone={entry.standing === 'ready' ? 'safe' : entry.standing === 'not-ready' ? 'note' : 'stop'}
            title={text(`report.entry.${entry.standing}`)}
            actions={
              <Link href={`/case/${line.caseId}/actions/${entry.actionId}`}>
                {text('report.toAction', { label: entry.label })}
              </Link>
            }
          >
            {text(`report.entry.${entry.standing}.means`)}
          </Notice>
        )}
        {alike.length > 0 && (
          <Notice tone="care" title={text('report.alike')}>
            <bdi>{[...new Set(alike)].join(text('form.listComma'))}</bdi>
          </Notice>
        )}
        {entry?.sent && <Quiet>{text('report.entry.wasSent')}</Quiet>}
        <EntryForm of={of} again={again} />
      </Stack>
    </Section>
  )
}
