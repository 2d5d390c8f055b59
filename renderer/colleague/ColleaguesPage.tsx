import { Route, Switch } from 'wouter'
import type { ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { useAnswer } from '../asking.ts'
import { ColleagueStanding } from '../ColleagueStanding.tsx'
import { verifiedWords } from '../colleagueWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { Code, EmptyState, Link, Page, Progress, Quiet, Row, Stack, Table, type Column } from '../ui/index.ts'
import { AddColleague } from './AddColleague.tsx'
import { ColleaguePage } from './ColleaguePage.tsx'
import { OwnCardPage } from './OwnCardPage.tsx'

/** Colleagues elsewhere: the list, adding one, one of them, and the card others add this officer by. */
export function ColleaguesPage() {
  return (
    <Switch>
      <Route path="/colleagues/card" component={OwnCardPage} />
      <Route path="/colleagues/new">
        <AddColleague of={null} />
      </Route>
      <Route path="/colleagues/:id/card">{({ id }) => <AddColleague key={id} of={id} />}</Route>
      <Route path="/colleagues/:id">{({ id }) => <ColleaguePage key={id} id={id} />}</Route>
      <Route component={List} />
    </Switch>
  )
}

function List() {
  const text = useText()
  const { value: colleagues, refusal } = useAnswer('colleague.list', {})
  return (
    <Page
      title={text('colleague.title')}
      lead={text('colleague.lead')}
      width="wide"
      actions={
        <Row>
          <Link href="/colleagues/card">{text('card.title')}</Link>
          <Link kind="button" href="/colleagues/new">
            {text('colleague.add')}
          </Link>
        </Row>
      }
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {colleagues === null && !refusal && <Progress label={text('colleague.loading')} />}
      {colleagues && (
        <Table
          caption={text('colleague.title')}
          rows={inOrder(colleagues)}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/colleagues/${id}`}
          columns={columnsIn(text)}
          empty={<EmptyState title={text('colleague.none')}>{text('colleague.none.how')}</EmptyState>}
        />
      )}
    </Page>
  )
}

/** Those in use first; retired ones at the end. */
const inOrder = (colleagues: readonly ColleagueView[]) =>
  colleagues.toSorted((a, b) => Number(a.standing === 'retired') - Number(b.standing === 'retired'))

const columnsIn = (text: Text): Column<ColleagueView>[] => [
  { id: 'role', header: text('colleague.role'), cell: ({ role }) => <Code>{role}</Code> },
  { id: 'office', header: text('colleague.office'), cell: ({ office }) => <bdi>{office || '–'}</bdi> },
  {
    id: 'class',
    header: text('colleague.class'),
    cell: ({ recipientClass }) => text.code('recipientClass', recipientClass),
  },
  {
    id: 'standing',
    header: text('colleague.standing'),
    cell: colleague => <Standing {...{ colleague }} />,
    wide: true,
  },
]

function Standing({ colleague }: { readonly colleague: ColleagueView }) {
  const text = useText()
  const words = verifiedWords(text, colleague)
  return (
    <Stack gap={4}>
      <Row gap={8}>
        <ColleagueStanding standing={colleague.standing} />
        {colleague.kind === 'x25519' && <Quiet>{text('colleague.kind.x25519')}</Quiet>}
      </Row>
      {words && <Quiet>{words}</Quiet>}
    </Stack>
  )
}
