import { dayOf } from '../../shared/gate/rules.ts'
import { situationOf } from '../../shared/case/rules.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { RiskAssessment } from '../../shared/risk/model.ts'
import { clearThreat } from '../../shared/plan/rules.ts'
import { overtakenBy, riskTrack, type RiskTime } from '../../shared/risk/rules.ts'
import { CasePage } from '../CasePage.tsx'
import { Guidance } from '../Guidance.tsx'
import { PersonSwitch } from '../PersonSwitch.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { EmptyState, Link, Notice, Section, Table, type Column } from '../ui/index.ts'
import { ActionRisks } from './ActionRisks.tsx'
import { AssessmentFacts } from './AssessmentFacts.tsx'
import { EventList } from './EventList.tsx'
import { aboutWords, isOver } from './riskText.ts'
import { Views } from './Views.tsx'
import { WhoElse } from './WhoElse.tsx'

interface PersonRiskProps {
  readonly view: CaseView
  readonly person: Person
}

/** How great the danger is for one person: in words, ours and theirs, until when it holds, and what was said before. */
export function PersonRisk({ view, person }: PersonRiskProps) {
  const text = useText()
  const mine = view.risks.filter(risk => risk.personId === person.id)
  const latest = situationOf(view.risks, person.id)
  const assess = (
    <Link kind="button" href={placeOf(view, 'risk', `new-${person.id}`)}>
      {text(latest ? 'risk.assessAgain' : 'risk.assess')}
    </Link>
  )
  return (
    <CasePage
      view={view}
      title={text('risk.ofPerson', { code: person.label })}
      lead={text('risk.lead')}
      actions={latest && assess}
    >
      <PersonSwitch view={view} part="risk" current={person} />
      {latest && <Latest risk={latest} time={view} code={person.label} />}
      {!latest && (
        <EmptyState title={text('risk.empty', { code: person.label })} actions={assess}>
          {text('risk.emptyHow')}
        </EmptyState>
      )}
      {latest && clearThreat({ danger: view.case.danger, risk: latest }) && (
        <ClearThreat view={view} person={person} />
      )}
      <ActionRisks view={view} person={person} />
      <EventList view={view} person={person} />
      <WhoElse view={view} current={person} />
      {mine.length > 0 && <History view={view} risks={mine.toReversed()} />}
      <Guidance note="risk" />
    </CasePage>
  )
}

/** What a clear threat asks for: raising what the person can do comes too late on its own. */
function ClearThreat({ view, person }: PersonRiskProps) {
  const text = useText()
  return (
    <Notice
      tone="care"
      title={text('plan.alone')}
      actions={
        <Link href={placeOf(view, 'protection', `person-${person.id}`)}>
          {text('risk.toPlan', { code: person.label })}
        </Link>
      }
    >
      {text('risk.clearThreat')}
    </Notice>
  )
}

interface LatestProps {
  readonly risk: RiskAssessment
  readonly time: RiskTime
  readonly code: string
}

function Latest({ risk, time, code }: LatestProps) {
  const text = useText()
  const track = riskTrack(risk, time)
  const event = overtakenBy(risk, time.events)
  const until = text.moment(risk.validUntil)
  return (
    <>
      {event && (
        <Notice tone="stop">
          {text('risk.overtaken', {
            what: text.code('riskEvent', event.kind),
            when: text.moment(event.recordedAt),
          })}
        </Notice>
      )}
      {track === 'overdue' && !event && <Notice tone="stop">{text('risk.overdue', { until })}</Notice>}
      {track === 'due' && <Notice tone="care">{text('risk.due', { until })}</Notice>}
      {track === 'current' && <Notice tone="safe">{text('risk.current', { until })}</Notice>}
      <Views risk={risk} code={code} />
      <AssessmentFacts risk={risk} />
    </>
  )
}

function History({ view, risks }: { readonly view: CaseView; readonly risks: readonly RiskAssessment[] }) {
  const text = useText()
  return (
    <Section title={text('risk.history')}>
      <Table
        caption={text('risk.history')}
        columns={columns(text, view)}
        rows={risks}
        rowKey={risk => risk.id}
        rowHref={risk => placeOf(view, 'risk', `risk-${risk.id}`)}
        empty={null}
      />
    </Section>
  )
}

const columns = (text: Text, view: CaseView): readonly Column<RiskAssessment>[] => [
  { id: 'made', header: text('risk.made'), cell: ({ assessedAt }) => text.moment(assessedAt) },
  { id: 'about', header: text('risk.about'), cell: risk => aboutWords(text, risk, view.actions) },
  { id: 'ours', header: text('risk.ours'), cell: ({ band }) => text(`risk.band.${band}`) },
  {
    id: 'own',
    header: text('risk.theirs'),
    cell: ({ ownView }) =>
      text('value' in ownView ? `risk.band.${ownView.value.band}` : `answer.${ownView.none}`),
  },
  {
    id: 'until',
    header: text('risk.until'),
    cell: risk => untilWords(text, risk, view),
  },
]

/** Until when it holds, or on which day it ended: by its time, or by what happened. */
function untilWords(text: Text, risk: RiskAssessment, time: RiskTime): string {
  const event = overtakenBy(risk, time.events)
  const until = text.day(dayOf(event?.recordedAt ?? risk.validUntil))
  return text(isOver(risk, time) ? 'risk.untilOver' : 'risk.untilThen', { until })
}
