import { useState } from 'react'
import { Line } from '../../shared/model.ts'
import type { Standing } from '../../shared/record/model.ts'
import { isAlarming } from '../../shared/record/witness.ts'
import { useAsking } from '../asking.ts'
import { useKept } from '../kept.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, RadioGroup, Section, show, TextField } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

type Way = 'restore' | 'goOn' | 'clock'

const operations = {
  restore: 'record.declareRestore',
  goOn: 'record.goOn',
  clock: 'record.confirmClock',
} as const

/** What may be said: what fits where the record stands. */
function waysFor({ witnesses, clockBehind, lookFirst }: Standing): readonly Way[] {
  const isUnfit = witnesses.some(({ verdict }) => isAlarming(verdict))
  return [
    ...(isUnfit || clockBehind === null ? (['restore'] as const) : []),
    ...(clockBehind === null ? [] : (['clock'] as const)),
    ...(lookFirst ? (['goOn'] as const) : []),
  ]
}

interface Props {
  readonly standing: Standing
  readonly onDone: () => void
}

/** Says how it came about, for the record: the way on after an alarm, and the place for a copy that was restored on purpose. */
export function Explain({ standing, onDone }: Props) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const ways = waysFor(standing)
  const isNeeded =
    standing.lookFirst || ways.includes('clock') || standing.witnesses.some(one => isAlarming(one.verdict))
  if (!isNeeded && !open)
    return (
      <Section title={text('witness.restored')} lead={text('witness.restored.lead')}>
        <div>
          <Button onPress={() => setOpen(true)}>{text('witness.restored.open')}</Button>
        </div>
      </Section>
    )
  return (
    <Section
      title={text(isNeeded ? 'witness.explain' : 'witness.restored')}
      lead={text('witness.explain.lead')}
    >
      <ExplainForm
        ways={ways}
        onDone={() => {
          setOpen(false)
          onDone()
        }}
      />
    </Section>
  )
}

function ExplainForm({ ways, onDone }: { readonly ways: readonly Way[]; readonly onDone: () => void }) {
  const text = useText()
  const page = useExplain(ways, onDone)
  return (
    <Form
      onSubmit={() => void page.send()}
      actions={
        <Button kind="primary" type="submit" busy={page.busy ? text('witness.explain.busy') : null}>
          {text('witness.explain.send')}
        </Button>
      }
    >
      <ErrorSummary title={text('form.errors')} errors={page.errors} attempt={page.attempt} />
      {ways.length > 1 && (
        <RadioGroup<Way>
          id="explain-what"
          label={text('witness.explain.what')}
          value={page.way}
          onChange={page.setWay}
          error={page.errors.find(({ id }) => id === 'explain-what')?.message}
          options={ways.map(id => ({
            id,
            label: text(`witness.explain.${id}`),
            description: text(`witness.explain.${id}.hint`),
          }))}
        />
      )}
      <TextField
        id="explain-reason"
        label={text('witness.explain.reason')}
        hint={text('witness.explain.reason.hint')}
        value={page.reason}
        onChange={page.setReason}
        error={page.errors.find(({ id }) => id === 'explain-reason')?.message}
        maxLength={200}
      />
      {page.refusal && <RefusalNotice refusal={page.refusal} live />}
    </Form>
  )
}

function useExplain(ways: readonly Way[], onDone: () => void) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [chosen, setWay] = useKept<Way | null>('record.explain.way', null)
  const [reason, setReason] = useKept('record.explain.reason', '')
  const [attempt, setAttempt] = useState(0)
  const [only, ...others] = ways
  const way = others.length === 0 ? (only ?? null) : chosen
  const said = Line.safeParse(reason)
  const send = async () => {
    setAttempt(attempt + 1)
    if (busy || way === null || !said.success) return
    const reply = await ask(operations[way], { reason: said.data })
    if (!reply.ok) return
    setReason('')
    setWay(null)
    show(toasts, { text: text('witness.explain.done'), tone: 'safe' })
    onDone()
  }
  const missing = [
    ...(way === null ? [{ id: 'explain-what', message: text('witness.explain.what.missing') }] : []),
    ...(said.success ? [] : [{ id: 'explain-reason', message: text('witness.explain.reason.missing') }]),
  ]
  const errors = attempt === 0 ? [] : missing
  return { busy, refusal, way, setWay, reason, setReason, attempt, errors, send }
}
