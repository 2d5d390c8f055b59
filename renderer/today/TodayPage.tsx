import type { ReactNode } from 'react'
import type { DueGroup, DuePage } from '../../shared/lines/model.ts'
import { Behind } from '../Behind.tsx'
import { today } from '../dateReader.ts'
import { useText } from '../text.tsx'
import { Button, EmptyState, Link, Page, Progress, Quiet, Row, Section } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { DueTable } from './DueTable.tsx'
import { useDues, useMoreDues } from './duePages.ts'

/**
 * What must be done today, and what is overdue, on every case. `notices`: what was noticed of the vault itself, asked for
 * once the dues are there.
 */
export function TodayPage({ notices }: { readonly notices: ReactNode }) {
  const text = useText()
  const { value, refusal, isStuck } = useDues()
  const isEmpty = value?.cases === 0 && value.behind === 0
  return (
    <Page
      width="wide"
      title={text('today.title')}
      kicker={text.day(today())}
      lead={text('today.lead')}
      actions={value && !isEmpty ? <StartCase /> : undefined}
    >
      {(value || refusal) && notices}
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('today.loading')} />}
      {isEmpty && <NoCases />}
      {value && <Behind count={value.behind} isStuck={isStuck} />}
      {value && !isEmpty && <AllDues page={value} />}
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

function AllDues({ page }: { readonly page: DuePage }) {
  const text = useText()
  const { later, behind } = page
  const nothing = behind === 0 && shown.every(horizon => page[horizon].count === 0)
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
      {!nothing && shown.map(horizon => <Group key={horizon} horizon={horizon} group={page[horizon]} />)}
      {later > 0 && <Quiet>{text('today.later', { count: later })}</Quiet>}
    </>
  )
}

interface GroupProps {
  readonly horizon: (typeof shown)[number]
  readonly group: DueGroup
}

/** One stretch of time; what is overdue and what is for today are shown even when there is nothing. */
function Group({ horizon, group }: GroupProps) {
  const text = useText()
  const { dues, left, more, asking } = useMoreDues(horizon, group)
  if (group.count === 0 && horizon === 'week') return null
  const title = text(`today.${horizon}`, { count: group.count })
  return (
    <Section title={title}>
      {group.count === 0 && <Quiet>{text(`today.${horizon}.none`)}</Quiet>}
      {group.count > 0 && <DueTable caption={title} dues={dues} overdue={horizon === 'overdue'} />}
      {asking.refusal && <RefusalNotice refusal={asking.refusal} />}
      {left > 0 && (
        <Row>
          <Button onPress={() => void more()} busy={asking.busy ? text('today.loading') : null}>
            {text('today.more', { count: left })}
          </Button>
        </Row>
      )}
    </Section>
  )
}
