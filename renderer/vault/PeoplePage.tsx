import { Route, Switch, useLocation } from 'wouter'
import { useKept } from '../kept.ts'
import { mayReadCases } from '../../shared/vault/mayRead.ts'
import type { VaultPerson } from '../../shared/vault/model.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { toasts, useSession } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Link, Notice, Page, Quiet, Stack, Table, TextButton, show, type Column } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { AddPersonPage } from './AddPerson.tsx'
import { ChangeDuties } from './ChangeDuties.tsx'
import { RemovePerson } from './RemovePerson.tsx'

/** Who works with this vault: the list, or adding somebody. */
export function PeoplePage() {
  return (
    <Switch>
      <Route path="/vault/people/new" component={AddPersonPage} />
      <Route component={People} />
    </Switch>
  )
}

type Doing = { readonly what: 'duties' | 'remove'; readonly person: VaultPerson } | null

function People() {
  const text = useText()
  const list = useAnswer('vault.people', {})
  const refresh = useSession(state => state.refresh)
  const asking = useAsking()
  const [doing, setDoing] = useKept<Doing>('people.doing', null)
  const [, navigate] = useLocation()
  const mayChange = useSession(({ vault }) => vault?.duties.includes('records_officer') ?? false)
  const done = async (message: string) => {
    setDoing(null)
    show(toasts, { text: message, tone: 'safe' })
    list.again()
    await refresh()
    navigate('/vault/people')
  }
  const act = { asking, onDone: done, onClose: () => setDoing(null) }
  return (
    <Page
      title={text('people.title')}
      lead={text('people.lead')}
      width="wide"
      back={{ label: text('vault.title'), href: '/vault' }}
      actions={
        mayChange && (
          <Link kind="button" href="/vault/people/new">
            {text('people.add')}
          </Link>
        )
      }
    >
      <Stack gap={24}>
        {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
        <Alone people={list.value} />
        {!mayChange && <Notice>{text('people.notYours')}</Notice>}
        <Table
          caption={text('people.title')}
          rows={list.value ?? []}
          rowKey={({ id }) => id}
          columns={columnsIn(text, mayChange ? setDoing : null)}
          empty={null}
        />
      </Stack>
      {doing?.what === 'duties' && <ChangeDuties person={doing.person} {...act} />}
      {doing?.what === 'remove' && <RemovePerson person={doing.person} {...act} />}
    </Page>
  )
}

/** What it means that there is one person, or that somebody looks after the keys alone. */
function Alone({ people }: { readonly people: readonly VaultPerson[] | null }) {
  const text = useText()
  if (people === null) return null
  if (people.length === 1)
    return (
      <Notice tone="care" title={text('people.sole')}>
        {text('people.sole.means')}
      </Notice>
    )
  if (people.every(({ duties }) => mayReadCases(duties))) return null
  return <Notice title={text('people.keysOnly')}>{text('people.keysOnly.means')}</Notice>
}

const columnsIn = (text: Text, setDoing: ((doing: Doing) => void) | null): Column<VaultPerson>[] => [
  { id: 'role', header: text('people.role'), cell: person => <Who person={person} /> },
  {
    id: 'duties',
    header: text('people.duties'),
    cell: ({ duties }) => duties.map(duty => text(`duty.${duty}`)).join(text('form.listComma')),
    wide: true,
  },
  { id: 'since', header: text('people.since'), cell: ({ addedAt }) => text.day(addedAt.slice(0, 10)) },
  {
    id: 'you',
    header: text('people.change'),
    cell: person => <Changes person={person} setDoing={setDoing} />,
  },
]

function Who({ person: { role, isYou } }: { readonly person: VaultPerson }) {
  const text = useText()
  return (
    <>
      <Code>{role}</Code> {isYou && <Quiet>{text('people.you')}</Quiet>}
    </>
  )
}

function Changes({
  person,
  setDoing,
}: {
  readonly person: VaultPerson
  readonly setDoing: ((doing: Doing) => void) | null
}) {
  const text = useText()
  const alone = useSession(({ vault }) => vault?.people === 1)
  const { role, isYou } = person
  if (alone || !setDoing) return '–'
  return (
    <Stack gap={4}>
      <TextButton
        onPress={() => setDoing({ what: 'duties', person })}
        name={`${text('people.duties.change')} ${role}`}
      >
        {text('people.duties.change')}
      </TextButton>
      {!isYou && (
        <TextButton
          onPress={() => setDoing({ what: 'remove', person })}
          name={text('people.remove.of', { role })}
        >
          {text('people.remove')}
        </TextButton>
      )}
    </Stack>
  )
}
