import { useState } from 'react'
import { useKept } from '../kept.ts'
import { Line } from '../../shared/model.ts'
import { useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts, useSession } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import {
  Button,
  Code,
  ConfirmDialog,
  DescriptionList,
  Link,
  Notice,
  Row,
  Section,
  Stack,
  TextField,
  show,
} from '../ui/index.ts'
import type { WayList } from './WaysPage.tsx'

type Recovery = NonNullable<WayList['recovery']>

interface Props {
  readonly ways: WayList
  readonly again: () => void
}

/** Whether shares open this vault, when they were last tried, and what can be done about it. */
export function RecoverySection({ ways: { recovery, people }, again }: Props) {
  const text = useText()
  const mayChange = useSession(({ vault }) => vault?.duties.includes('records_officer') ?? false)
  return (
    <Section title={text('recovery.title')} lead={text('recovery.lead')}>
      <Stack gap={16}>
        {recovery ? (
          <Standing recovery={recovery} />
        ) : (
          <Notice tone="care" title={text('recovery.noneYet')}>
            {text('recovery.noneYet.means', { people: people.length })}
          </Notice>
        )}
        {!mayChange && <Notice>{text('recovery.notYours')}</Notice>}
        <Row>
          {recovery && (
            <Link kind="button" href="/vault/ways/rehearse">
              {text('recovery.rehearse')}
            </Link>
          )}
          {mayChange && (
            <Link kind={recovery ? 'text' : 'button'} href="/vault/ways/shares">
              {text(recovery ? 'recovery.makeNew' : 'recovery.make')}
            </Link>
          )}
          {mayChange && recovery && <Revoke onDone={again} />}
        </Row>
      </Stack>
    </Section>
  )
}

const dayMs = 86_400_000

/** How long ago, in whole days, with the day itself. */
function agoIn(text: Text, at: string, now: number): string {
  const days = Math.max(0, Math.floor((now - Date.parse(at)) / dayMs))
  return text('recovery.ago', { days, day: text.day(at.slice(0, 10)) })
}

/** After so many days shares should be tried again: people move, paper is lost. */
const stale = 180

function Standing({ recovery }: { readonly recovery: Recovery }) {
  const text = useText()
  const { k, n, set, madeAt, madeBy, rehearsedAt, usedAt } = recovery
  const [now] = useState(() => Date.now())
  const tried = rehearsedAt ?? madeAt
  const isStale = tried === null || now - Date.parse(tried) > stale * dayMs
  return (
    <>
      <DescriptionList
        rows={[
          { id: 'need', label: text('recovery.need'), value: text('recovery.needed', { k, n }) },
          { id: 'set', label: text('recovery.set'), value: <Code>{set}</Code> },
          {
            id: 'made',
            label: text('recovery.made'),
            value:
              madeAt === null
                ? text('recovery.unknown')
                : `${agoIn(text, madeAt, now)}${text('form.listComma')}${madeBy ?? ''}`,
          },
          {
            id: 'rehearsed',
            label: text('recovery.rehearsed'),
            value: rehearsedAt === null ? text('recovery.never') : agoIn(text, rehearsedAt, now),
          },
          ...(usedAt === null
            ? []
            : [{ id: 'used', label: text('recovery.used'), value: agoIn(text, usedAt, now) }]),
        ]}
      />
      {isStale && <Notice tone="care">{text('recovery.stale')}</Notice>}
    </>
  )
}

/** Takes the shares their power, after saying what that does not take. */
function Revoke({ onDone }: { readonly onDone: () => void }) {
  const text = useText()
  const { busy, refusal, ask, forgive } = useAsking()
  const [open, setOpen] = useKept('recovery.open', false)
  const [reason, setReason] = useKept('recovery.reason', '')
  const [missing, setMissing] = useState(false)
  const revoke = async () => {
    const given = Line.safeParse(reason)
    setMissing(!given.success)
    if (!given.success) return
    const reply = await ask('recovery.revoke', { reason: given.data })
    if (!reply.ok) return
    setOpen(false)
    show(toasts, { text: text('recovery.revoked'), tone: 'safe' })
    onDone()
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text('recovery.revoke')}</Button>
      <ConfirmDialog
        open={open}
        danger
        title={text('recovery.revoke.title')}
        consequence={text('recovery.revoke.means')}
        confirmLabel={text('recovery.revoke.do')}
        keepLabel={text('recovery.revoke.keep')}
        busy={busy ? text('recovery.revoking') : null}
        onConfirm={() => void revoke()}
        onClose={() => {
          forgive()
          setOpen(false)
        }}
      >
        {refusal && <RefusalNotice refusal={refusal} live />}
        <TextField
          label={text('form.reason')}
          value={reason}
          onChange={setReason}
          error={missing ? text('form.reasonMissing') : null}
          maxLength={200}
        />
      </ConfirmDialog>
    </>
  )
}
