import { useKept } from '../kept.ts'
import type { OwnCard } from '../../shared/exchange/colleagueContract.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { TwelveWords } from '../TwelveWords.tsx'
import {
  Button,
  ConfirmDialog,
  EmptyState,
  Page,
  Progress,
  Quiet,
  Row,
  Section,
  show,
  Stack,
  TextButton,
} from '../ui/index.ts'
import { CardForm } from './CardForm.tsx'

interface OwnProps {
  readonly own: OwnCard
  readonly again: () => void
}

/** One's own card: the twelve words, the code, the file, and new keys. */
export function OwnCardPage() {
  const text = useText()
  const { value, refusal, again } = useAnswer('key.own', {})
  return (
    <Page
      title={text('card.title')}
      lead={text('card.lead')}
      back={{ label: text('colleague.title'), href: '/colleagues' }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {value === null && !refusal && <Progress label={text('card.loading')} />}
      {value && value.madeAt === null && <NoKeys again={again} />}
      {value && value.madeAt !== null && (
        <Stack key={value.madeAt} gap={32}>
          <OwnWords own={value} />
          <CardForm />
          <Renewing own={value} again={again} />
        </Stack>
      )}
    </Page>
  )
}

function OwnWords({ own: { words } }: { readonly own: OwnCard }) {
  const text = useText()
  return (
    <Section title={text('card.words')} lead={text('card.words.how')}>
      <TwelveWords label={text('card.words')} words={words} />
    </Section>
  )
}

/** For somebody of a vault from before people had keys. */
function NoKeys({ again }: { readonly again: () => void }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const make = async () => {
    const reply = await ask('key.renew', {})
    if (reply.ok) again()
  }
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <EmptyState
        title={text('card.none')}
        actions={
          <Button kind="primary" onPress={() => void make()} busy={busy ? text('card.making') : null}>
            {text('card.make')}
          </Button>
        }
      >
        {text('card.none.how')}
      </EmptyState>
    </>
  )
}

/** New keys, after saying what that means for everybody who has the old ones. */
function Renewing({ own: { madeAt, retired }, again }: OwnProps) {
  const text = useText()
  const { busy, refusal, ask, forgive } = useAsking()
  const [isOpen, setOpen] = useKept('card.open', false)
  const renew = async () => {
    const reply = await ask('key.renew', {})
    if (!reply.ok) return
    setOpen(false)
    show(toasts, { text: text('card.renewed'), tone: 'safe' })
    again()
  }
  return (
    <Section title={text('card.keys')} lead={text('card.keys.lead')}>
      <Stack gap={8}>
        <Quiet>{text('card.keys.made', { at: text.moment(madeAt ?? ''), retired })}</Quiet>
        <Row>
          <TextButton onPress={() => setOpen(true)}>{text('card.renew')}</TextButton>
        </Row>
      </Stack>
      <ConfirmDialog
        open={isOpen}
        danger
        title={text('card.renew')}
        consequence={text('card.renew.means')}
        confirmLabel={text('card.renew.do')}
        keepLabel={text('card.renew.keep')}
        busy={busy ? text('card.making') : null}
        onConfirm={() => void renew()}
        onClose={() => {
          forgive()
          setOpen(false)
        }}
      >
        {refusal && <RefusalNotice refusal={refusal} live />}
      </ConfirmDialog>
    </Section>
  )
}
