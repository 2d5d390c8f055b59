import type { ReactNode } from 'react'
import type { ColleagueKind } from '../../shared/exchange/manifest.ts'
import type { Arrival } from '../../shared/exchange/packages.ts'
import { ArrivedFrom } from '../ArrivedFrom.tsx'
import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { EmptyState, Link, Page, Progress, Stack } from '../ui/index.ts'

interface Props {
  readonly title: string
  readonly lead: string
  /** Whether the page is for what lies on the desk. */
  readonly fits: (kind: ColleagueKind) => boolean
  readonly children: (arrival: Arrival) => ReactNode
}

/** A page about the package on the desk; without one, the way to where a file is chosen. */
export function ArrivedPage({ title, lead, fits, children }: Props) {
  const text = useText()
  const { value: arrival, refusal } = useAnswer('exchange.arrival', {})
  const loading = useAnswer('notice.waiting', {}).value === null && !refusal && arrival === null
  return (
    <Page title={title} lead={lead} back={{ label: text('takeIn.title'), href: '/take-in' }}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {loading && <Progress label={text('notice.log.loading')} />}
      {!loading && !refusal && !(arrival && fits(arrival.kind)) && <Nothing />}
      {arrival && fits(arrival.kind) && (
        <Stack gap={24}>
          <ArrivedFrom arrival={arrival} />
          {children(arrival)}
        </Stack>
      )}
    </Page>
  )
}

function Nothing() {
  const text = useText()
  return (
    <EmptyState
      title={text('notice.nothing')}
      actions={<Link href="/take-in">{text('notice.nothing.take')}</Link>}
    >
      {text('notice.nothing.how')}
    </EmptyState>
  )
}
