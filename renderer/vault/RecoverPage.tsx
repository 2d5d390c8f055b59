import { useState } from 'react'
import type { Recoverable } from '../../shared/recovery/model.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { NewPassphrase } from '../NewPassphrase.tsx'
import { useNewPassphrase } from '../newPassphraseState.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useSession } from '../session.ts'
import { codeList } from '../codeList.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Notice, Page, RadioGroup, Section, Stack } from '../ui/index.ts'
import { SharesFields } from './SharesFields.tsx'
import { StageProgress } from './StageProgress.tsx'
import { useShares, type Shares } from './useShares.ts'

/** For whoever cannot open the vault any more: the shares, then who they are, then a new passphrase. */
export function RecoverPage() {
  const text = useText()
  const asked = useAnswer('way.asked', {})
  return (
    <Page
      title={text('recovery.recover')}
      lead={text('recovery.recover.lead')}
      back={{ label: text('unlock.title'), href: '/' }}
    >
      {asked.value?.recovery && <Recover {...asked.value.recovery} />}
      {asked.value && !asked.value.recovery && <NoShares />}
      {asked.refusal && <RefusalNotice refusal={asked.refusal} live />}
    </Page>
  )
}

/** Honest: without shares nobody can do anything. */
function NoShares() {
  const text = useText()
  return (
    <Notice tone="stop" title={text('recovery.recover.none')}>
      {text('recovery.recover.none.means')}
    </Notice>
  )
}

interface Scheme {
  readonly k: number
  readonly n: number
  readonly set: string
}

function Recover({ k, n, set }: Scheme) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const shares = useShares(k)
  const [attempted, setAttempted] = useState(false)
  const [people, setPeople] = useState<readonly Recoverable[] | null>(null)
  if (people) return <WhoAreYou shares={shares} people={people} />
  const check = async () => {
    if (busy) return
    setAttempted(true)
    if (shares.words.some(words => words.trim() === '')) return
    const reply = await ask('recovery.people', { shares: [...shares.words] })
    if (reply.ok) setPeople(reply.value)
  }
  return (
    <Form
      onSubmit={() => void check()}
      actions={
        <Button kind="primary" type="submit" busy={busy ? text('recovery.busy') : null}>
          {text('recovery.recover.check')}
        </Button>
      }
    >
      <p>{text('recovery.recover.needed', { k, n, set })}</p>
      <SharesFields shares={shares} set={set} attempted={attempted} />
      <StageProgress running={busy} />
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Form>
  )
}

interface WhoProps {
  readonly shares: Shares
  readonly people: readonly Recoverable[]
}

function WhoAreYou({ shares, people }: WhoProps) {
  const text = useText()
  const ready = people.filter(person => person.ready)
  const page = useRecovery(shares, ready[0]?.officerId ?? null)
  const notYet = people.filter(person => !person.ready).map(({ role }) => role)
  return (
    <Form
      onSubmit={() => void page.recover()}
      actions={
        <Button kind="primary" type="submit" busy={page.busy ? text('unlock.busy') : null}>
          {text('recovery.recover.do')}
        </Button>
      }
    >
      <Stack gap={24}>
        <Notice tone="safe" live>
          {text('recovery.recover.fit')}
        </Notice>
        <ErrorSummary title={text('form.errors')} errors={page.errors} attempt={page.attempt} />
        <RadioGroup
          label={text('recovery.recover.who')}
          value={page.officerId}
          onChange={page.setOfficerId}
          options={ready.map(({ officerId, role }) => ({ id: officerId, label: role }))}
        />
        {notYet.length > 0 && (
          <Notice>{text('recovery.recover.notYet', { roles: codeList(text, notYet) })}</Notice>
        )}
        <Section title={text('recovery.recover.passphrase')}>
          <NewPassphrase passphrase={page.passphrase} />
        </Section>
        <StageProgress running={page.busy} />
        {page.refusal && <RefusalNotice refusal={page.refusal} live />}
      </Stack>
    </Form>
  )
}

/** Who is let in, their new passphrase, and the letting in. */
function useRecovery(shares: Shares, first: Recoverable['officerId'] | null) {
  const { busy, refusal, ask, forgive } = useAsking()
  const refresh = useSession(state => state.refresh)
  const passphrase = useNewPassphrase([])
  const [officerId, setOfficerId] = useState(first)
  const [attempt, setAttempt] = useState(0)
  const recover = async () => {
    if (busy || officerId === null) return
    forgive()
    setAttempt(attempt + 1)
    const bytes = await passphrase.take()
    if (bytes === null) return
    const reply = await ask('vault.recover', { shares: [...shares.words], officerId, passphrase: bytes })
    if (reply.ok) await refresh()
  }
  const errors = passphrase.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))
  return { busy, refusal, passphrase, officerId, setOfficerId, attempt, errors, recover }
}
