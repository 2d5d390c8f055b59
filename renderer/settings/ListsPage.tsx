import { Route, Switch } from 'wouter'
import { allCodes, isOffered, openList, type Editions } from '../../shared/settings/lists.ts'
import type { ListVersion } from '../../shared/settings/contract.ts'
import { addedTo, openIds, type OpenId } from '../../shared/vocabulary/index.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { EmptyState, Page, Progress, Table, type Column } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { AddCode } from './AddCode.tsx'
import { ChangeCode } from './ChangeCode.tsx'
import { ListPage } from './ListPage.tsx'

/** The lists an office may change: all of them, one of them, a term to add, a term to change. */
export function ListsPage() {
  const text = useText()
  const { value, refusal, again } = useAnswer('settings.lists', {})
  if (!value)
    return (
      <Page title={text('lists.title')} back={{ label: text('app.vault'), href: '/vault' }}>
        {refusal ? <RefusalNotice refusal={refusal} /> : <Progress label={text('settings.loading')} />}
      </Page>
    )
  const of = (id: string) => openList(id)
  return (
    <Switch>
      <Route path="/vault/lists/:list/new">
        {({ list }) => {
          const known = of(list)
          return known ? <AddCode list={known} onDone={again} /> : <AllLists {...value} />
        }}
      </Route>
      <Route path="/vault/lists/:list/:code">
        {({ list, code }) => {
          const known = of(list)
          return known && allCodes(known, value.editions[known]).includes(code) ? (
            <ChangeCode
              key={code}
              list={known}
              code={code}
              edition={value.editions[known] ?? []}
              onDone={again}
            />
          ) : (
            <AllLists {...value} />
          )
        }}
      </Route>
      <Route path="/vault/lists/:list">
        {({ list }) => {
          const known = of(list)
          return known ? <ListPage list={known} {...value} /> : <AllLists {...value} />
        }}
      </Route>
      <Route>
        <AllLists {...value} />
      </Route>
    </Switch>
  )
}

/** What the vault has of its lists. */
export interface ListsProps {
  readonly editions: Editions
  readonly versions: readonly ListVersion[]
}

function AllLists({ editions, versions }: ListsProps) {
  const text = useText()
  return (
    <Page
      title={text('lists.title')}
      lead={text('lists.lead')}
      width="wide"
      back={{ label: text('app.vault'), href: '/vault' }}
    >
      <Table
        caption={text('lists.title')}
        columns={columns(text, { editions, versions })}
        rows={openIds}
        rowKey={id => id}
        rowHref={id => `/vault/lists/${id}`}
        empty={<EmptyState title={text('lists.none')} />}
      />
    </Page>
  )
}

const columns = (text: Text, { editions, versions }: ListsProps): readonly Column<OpenId>[] => {
  const last = (id: OpenId) => versions.find(({ list }) => list === id)
  const codes = (id: OpenId) => allCodes(id, editions[id])
  return [
    { id: 'list', header: text('lists.list'), wide: true, cell: id => text(`vocabulary.${id}`) },
    {
      id: 'offered',
      header: text('lists.offered'),
      numeric: true,
      cell: id => codes(id).filter(code => isOffered(editions[id] ?? [], code)).length,
    },
    {
      id: 'own',
      header: text('lists.own'),
      numeric: true,
      cell: id => codes(id).filter(code => addedTo(code) !== null).length,
    },
    {
      id: 'version',
      header: text('lists.version'),
      numeric: true,
      cell: id => last(id)?.number ?? 1,
    },
    {
      id: 'since',
      header: text('lists.changedOn'),
      cell: id => {
        const version = last(id)
        return version ? text.moment(version.validFrom) : text('lists.asItCame')
      },
    },
  ]
}
