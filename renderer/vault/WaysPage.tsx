import { Route, Switch } from 'wouter'
import type { Output } from '../../shared/contract.ts'
import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { Code, Page, Quiet, Section, Stack, Table, type Column } from '../ui/index.ts'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { KeyFileSection } from './KeyFileSection.tsx'
import { MakeSharesPage } from './MakeShares.tsx'
import { RecoverySection } from './RecoverySection.tsx'
import { RehearsePage } from './Rehearse.tsx'

/** Ways into this vault: the list, making recovery shares, or rehearsing them. */
export function WaysPage() {
  return (
    <Switch>
      <Route path="/vault/ways/shares" component={MakeSharesPage} />
      <Route path="/vault/ways/rehearse" component={RehearsePage} />
      <Route component={Ways} />
    </Switch>
  )
}

/** Everybody's ways in, and the shares. */
export type WayList = Output<'way.list'>

function Ways() {
  const text = useText()
  const { value, refusal, again } = useAnswer('way.list', {})
  return (
    <Page
      title={text('ways.title')}
      lead={text('ways.lead')}
      back={{ label: text('vault.title'), href: '/vault' }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {value && <Sections ways={value} again={again} />}
    </Page>
  )
}

function Sections({ ways, again }: { readonly ways: WayList; readonly again: () => void }) {
  const text = useText()
  const mine = ways.people.find(({ isYou }) => isYou)?.keyFile ?? false
  return (
    <Stack gap={32}>
      <RecoverySection ways={ways} again={again} />
      <Section title={text('ways.passphrase')} lead={text('vault.passphrase.lead')}>
        <ChangePassphrase withKeyFile={mine} />
      </Section>
      <Section title={text('keyfile.title')} lead={text('keyfile.lead')}>
        <KeyFileSection has={mine} onDone={again} />
      </Section>
      <Section title={text('ways.people')} lead={text('ways.people.lead')}>
        <Table
          caption={text('ways.people')}
          rows={ways.people}
          rowKey={({ officerId }) => officerId}
          columns={columnsIn(text, ways)}
          empty={null}
        />
      </Section>
    </Stack>
  )
}

type Person = WayList['people'][number]

const columnsIn = (text: Text, { recovery }: WayList): Column<Person>[] => [
  {
    id: 'role',
    header: text('people.role'),
    cell: ({ role, isYou }) => (
      <>
        <Code>{role}</Code> {isYou && <Quiet>{text('people.you')}</Quiet>}
      </>
    ),
  },
  {
    id: 'way',
    header: text('ways.way'),
    cell: ({ keyFile }) => text(keyFile ? 'ways.way.keyFile' : 'ways.way.passphrase'),
    wide: true,
  },
  {
    id: 'kept',
    header: text('ways.kept'),
    cell: ({ kept }) => (recovery ? text(kept ? 'ways.kept.yes' : 'ways.kept.notYet') : '–'),
    wide: true,
  },
]
