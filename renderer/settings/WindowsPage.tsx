import { Route, Switch } from 'wouter'
import type { WindowsVersion } from '../../shared/settings/contract.ts'
import { windowOf, type ReportWindow } from '../../shared/settings/windows.ts'
import { useAnswer } from '../asking.ts'
import { today } from '../dateReader.ts'
import { windowText } from '../reportWindow.ts'
import { useText, type Text } from '../text.tsx'
import {
  Badge,
  Code,
  EmptyState,
  Link,
  Notice,
  Page,
  Progress,
  Quiet,
  Table,
  type Column,
} from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ChangeWindow } from './ChangeWindow.tsx'
import { NotYours, Versions, useMaySet } from './SettingsForm.tsx'

/** The report windows: all of them, one to add, one to change. */
export function WindowsPage() {
  const text = useText()
  const { value, refusal, again } = useAnswer('settings.windows', {})
  if (!value)
    return (
      <Page title={text('windows.title')} back={{ label: text('app.vault'), href: '/vault' }}>
        {refusal ? <RefusalNotice refusal={refusal} /> : <Progress label={text('settings.loading')} />}
      </Page>
    )
  const { windows } = value
  return (
    <Switch>
      <Route path="/vault/windows/new">
        <ChangeWindow window={null} windows={windows} onDone={again} />
      </Route>
      <Route path="/vault/windows/:ordinal">
        {({ ordinal }) => {
          const known = windows.find(one => String(one.ordinal) === ordinal)
          return known ? (
            <ChangeWindow key={ordinal} window={known} windows={windows} onDone={again} />
          ) : (
            <AllWindows {...value} />
          )
        }}
      </Route>
      <Route>
        <AllWindows {...value} />
      </Route>
    </Switch>
  )
}

interface AllProps {
  readonly windows: readonly ReportWindow[]
  readonly versions: readonly WindowsVersion[]
}

function AllWindows({ windows, versions }: AllProps) {
  const text = useText()
  const maySet = useMaySet()
  return (
    <Page
      title={text('windows.title')}
      lead={text('windows.lead')}
      width="wide"
      back={{ label: text('app.vault'), href: '/vault' }}
      actions={
        maySet && (
          <Link kind="button" href="/vault/windows/new">
            {text('windows.add')}
          </Link>
        )
      }
    >
      {!maySet && <NotYours />}
      <Running windows={windows} />
      <Table
        caption={text('windows.title')}
        columns={columns(text)}
        rows={windows.toReversed()}
        rowKey={({ ordinal }) => String(ordinal)}
        rowHref={maySet ? ({ ordinal }) => `/vault/windows/${ordinal}` : undefined}
        empty={<EmptyState title={text('windows.empty')} />}
      />
      <Versions
        versions={versions}
        what={({ change: { what, ordinal } }) => [text(`windows.change.${what}`, { ordinal })]}
        none={text('windows.none')}
      />
    </Page>
  )
}

/** Which window is running today. */
function Running({ windows }: Pick<AllProps, 'windows'>) {
  const text = useText()
  const fall = windowOf(today(), windows)
  return 'in' in fall ? (
    <Notice tone="neutral">{text('windows.running', { window: windowText(text, fall.in) })}</Notice>
  ) : (
    <Notice tone="care">{text('windows.runningNone')}</Notice>
  )
}

const columns = (text: Text): readonly Column<ReportWindow>[] => [
  {
    id: 'report',
    header: text('windows.column'),
    cell: ({ ordinal }) => text('windows.report', { ordinal }),
  },
  {
    id: 'symbol',
    header: text('windows.symbol'),
    cell: ({ symbol }) => (symbol === '' ? <NotKnown /> : <Code>{symbol}</Code>),
  },
  {
    id: 'days',
    header: text('windows.days'),
    wide: true,
    cell: ({ from, to }) => text('windows.span', { from: text.day(from), to: text.day(to) }),
  },
  {
    id: 'until',
    header: text('windows.until'),
    cell: ({ submissionsUntil }) => (submissionsUntil === null ? <NotKnown /> : text.day(submissionsUntil)),
  },
  {
    id: 'session',
    header: text('windows.session'),
    numeric: true,
    cell: ({ session }) => session ?? <NotKnown />,
  },
  {
    id: 'basis',
    header: text('windows.basis'),
    wide: true,
    cell: ({ basis, used }) => (
      <>
        {text(`windows.basis.${basis}`)}
        {!used && (
          <>
            {' '}
            <Badge tone="care">{text('windows.isRetired')}</Badge>
          </>
        )}
      </>
    ),
  },
]

function NotKnown() {
  const text = useText()
  return <Quiet>{text('windows.notKnown')}</Quiet>
}
