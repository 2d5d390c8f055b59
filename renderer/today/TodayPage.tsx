import type { ReactNode } from 'react'
import { byPress, type Horizon } from '../../shared/case/dues.ts'
import type { DueLine } from '../../shared/case/due.ts'
import { useAnswer } from '../asking.ts'
import { today } from '../dateReader.ts'
import { horizonHere } from '../dues.ts'
import { useText } from '../text.tsx'
import { EmptyState, Link, Page, Progress, Quiet, Section } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { DueTable } from './DueTable.tsx'

/** What must be done today, and what is overdue, on every case. `notices`: what was noticed of the vault itself. */
export function TodayPage({ notices }: { readonly notices: ReactNode }) {
  const text = useText()
  const { value, refusal } = useAnswer('case.dues', {})
  return (
    <Page
      width="wide"
      title={text('today.title')}
      kicker={text.day(today())}
      lead={text('today.lead')}
      actions={value && value.cases > 0 ? <StartCase /> : undefined}
    >
      {notices}
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('today.loading')} />}
      {value && value.cases === 0 && <NoCases />}
      {value && value.cases > 0 && <AllDues dues={value.dues} />}
    </Page>
  )
}

function StartCase() {
  const text = useText()
  return (
    <Link href="/cases/new" kind="button">
      {text('caseList.start')}
    </Link>
  )
}

function NoCases() {
  const text = useText()
  return (
    <EmptyState
      title={text('today.noCases')}
      actions={
        <>
          <StartCase />
          <Link href="/take-in">{text('takeIn.title')}</Link>
        </>
      }
    >
      {text('today.noCasesHint')}
    </EmptyState>
  )
}

const shown = ['overdue', 'today', 'week'] as const

function AllDues({ dues }: { readonly dues: readonly DueLine[] }) {
  const text = useText()
  const groups = Map.groupBy(dues, horizonHere)
  const of = (horizon: Horizon) => groups.get(horizon) ?? []
  const later = of('later').length
  const nothing = dues.length === later
  return (
    <>
      {nothing && (
        <EmptyState
          title={text('today.nothing')}
          actions={<Link href="/cases">{text('today.toCases')}</Link>}
        >
          {text('today.nothingHint')}
        </EmptyState>
      )}
      {!nothing && shown.map(horizon => <Group key={horizon} horizon={horizon} dues={of(horizon)} />)}
      {later > 0 && <Quiet>{text('today.later', { count: later })}</Quiet>}
    </>
  )
}

interface GroupProps {
  readonly horizon: (typeof shown)[number]
  readonly dues: readonly DueLine[]
}

/** One stretch of time; what is overdue and what is for today are shown even when there is nothing. */
function Group({ horizon, dues }: GroupProps) {
  const text = useText()
  if (dues.length === 0 && horizon === 'week') return null
  const title = text(`today.${horizon}`, { count: dues.length })
  return (
    <Section title={title}>
      {dues.length === 0 && <Quiet>{text(`today.${horizon}.none`)}</Quiet>}
      {dues.length > 0 && (
        <DueTable
          caption={title}
          dues={horizon === 'overdue' ? dues.toSorted(byPress) : dues}
          overdue={horizon === 'overdue'}
        />
      )}
    </Section>
  )
}
