import type { CaseView } from '../../shared/case/model.ts'
import { CaseAccess } from '../CaseAccess.tsx'
import { CasePackages, RecallNotices } from '../CasePackages.tsx'
import { FileAskings } from '../FileAskings.tsx'
import { ConflictBanner } from '../ConflictBanner.tsx'
import { LimitedBadge } from '../LimitedBadge.tsx'
import { OverrideList } from '../OverrideList.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Badge, Link, Page, Quiet, Row, Section, Stack, TaskItem, TaskList } from '../ui/index.ts'
import { dangerTones } from './caseColumns.tsx'
import { CaseMoves } from './CaseMoves.tsx'
import { CourseNotices } from './CourseNotices.tsx'
import { placeOfStep, useNextSteps } from './nextStep.ts'
import { UrgentFlag } from './UrgentFlag.tsx'
import { CaseLines, CaseNote } from './CaseNote.tsx'

interface ViewProps {
  readonly view: CaseView
}

/** One case: what it is in short, its parts, and where it can go from here. */
export function CaseOverview({ view }: ViewProps) {
  const text = useText()
  const { code, startedAt, changedAt } = view.case
  return (
    <Page
      title={code}
      kicker={text('case.kicker')}
      back={{ label: text('app.cases'), href: '/cases' }}
      actions={<GoOn view={view} />}
    >
      <Stack gap={16}>
        <Standing view={view} />
        <RecallNotices view={view} />
        <CourseNotices view={view} />
        <ConflictBanner view={view} />
        <CaseNote view={view} />
      </Stack>
      <Section title={text('case.parts')}>
        <Parts view={view} />
        <Link href={placeOf(view, 'gates')}>{text('gates.link')}</Link>
      </Section>
      <CaseMoves view={view} />
      <UrgentFlag view={view} />
      <CaseAccess view={view} />
      <CasePackages view={view} />
      <OverrideList view={view} />
      <FileAskings view={view} />
      <CaseLines view={view} />
      <Quiet>
        {text('case.started', { moment: text.moment(startedAt), changed: text.moment(changedAt) })}
      </Quiet>
    </Page>
  )
}

function Standing({ view: { case: file, course } }: ViewProps) {
  const text = useText()
  const danger = text.code('immediateDanger', file.danger)
  return (
    <Row gap={8}>
      <Badge>{text(`case.state.${file.state}`)}</Badge>
      <LimitedBadge caseId={file.id} />
      {course.urgent && <Badge tone="stop">{text('case.urgentMark')}</Badge>}
      {course.reopened && <Badge tone="note">{text('case.reopenedMark')}</Badge>}
      <Badge tone={dangerTones[file.danger]}>
        {file.danger === 'imminent' ? text('case.urgent', { danger }) : danger}
      </Badge>
    </Row>
  )
}

/** The one next step, as the one button of the page. */
function GoOn({ view }: ViewProps) {
  const text = useText()
  const step = useNextSteps(view)[0]
  if (!step || view.course.hold) return null
  return (
    <Link
      href={placeOfStep(view, step)}
      kind="button"
      name={text('case.goOn', { step: text(`case.next.${step.step}`) })}
    >
      {text('case.goOn', { step: text(`case.next.${step.step}`) })}
    </Link>
  )
}

function Parts({ view }: ViewProps) {
  const text = useText()
  return (
    <TaskList label={text('case.parts')}>
      {view.parts.map(({ part, status, blockedBy }) => (
        <TaskItem
          key={part}
          name={text(`case.part.${part}`)}
          standing={status}
          word={text(`case.status.${status}`)}
          hint={blockedBy ? text(`case.blocked.${blockedBy}`) : text(`case.partHint.${part}`)}
          href={placeOf(view, part)}
        />
      ))}
    </TaskList>
  )
}
