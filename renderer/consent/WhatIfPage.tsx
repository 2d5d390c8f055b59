import { useEffect, useRef, useState } from 'react'
import { useKept } from '../kept.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { Hypothetical, type LineIf, type WhatIf } from '../../shared/consent/whatIf.ts'
import type { Person } from '../../shared/person/model.ts'
import { call } from '../api.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { EmptyState, Link, Notice, Quiet, RadioGroup, Row, Section, Stack, TextButton } from '../ui/index.ts'
import { beginningRow, type RowTyped } from './begin.ts'
import { QuestionFields } from './QuestionFields.tsx'

interface WhatIfPageProps {
  readonly view: CaseView
  readonly person: Person
}

/** What one answer would open or shut in the planned actions and the briefs that have not left. Nothing of it is recorded. */
export function WhatIfPage({ view, person }: WhatIfPageProps) {
  const text = useText()
  const { row, form, decision, setDecision } = useHypothesis(view)
  const result = useWhatIf({ ...row, personId: person.id, decision })
  const shown = useRef<HTMLElement>(null)
  // The button that was pressed goes away with the answer: whoever is at the keyboard is led to what came of it.
  const tryIt: Try = address => {
    form.setAddress(address)
    shown.current?.focus()
  }
  return (
    <CasePage
      view={view}
      title={text('consent.if.title', { code: person.label })}
      lead={text('consent.if.lead')}
      under={{
        label: text('consent.ofPerson', { code: person.label }),
        href: placeOf(view, 'consent', `person-${person.id}`),
      }}
    >
      <Stack gap={24}>
        <section ref={shown} tabIndex={-1} aria-label={text('consent.if.effect')}>
          <Result view={view} result={result} onTry={tryIt} />
        </section>
        <Section title={text('consent.if.question')}>
          <RadioGroup
            id="decision"
            label={text('consent.if.decision')}
            inline
            options={(['given', 'refused'] as const).map(id => ({ id, label: text(`consent.answer.${id}`) }))}
            value={decision}
            onChange={setDecision}
          />
          <QuestionFields form={form} id={field => field} />
        </Section>
      </Stack>
    </CasePage>
  )
}

const nothing = () => undefined

/** The answer that is imagined: kept nowhere but on this page. */
function useHypothesis(view: CaseView) {
  const [row, setRow] = useKept<RowTyped>('whatIf.row', () => beginningRow(view.today))
  const [decision, setDecision] = useKept<Hypothetical['decision']>('whatIf.decision', 'given')
  const form = {
    value: row,
    set: <K extends keyof RowTyped>(field: K, now: RowTyped[K] | null) =>
      setRow(before => ({ ...before, [field]: now })),
    setAddress: ({ purpose, recipient, channel }: Parameters<Try>[0]) =>
      setRow(before => ({ ...before, purpose, recipient, channel })),
    errors: [],
    error: nothing,
    restored: false,
    submit: () => Promise.resolve(),
    discard: nothing,
  }
  return { row, form, decision, setDecision }
}

/** What the vault says of it; `null` while the question is not whole. */
function useWhatIf(row: RowTyped & { readonly personId: string; readonly decision: string }): WhatIf | null {
  const { personId, purpose, recipient, channel, identityLevel, scope, facts, document, decision } = row
  const parsed = Hypothetical.safeParse({
    personId,
    purpose,
    recipient,
    channel,
    identityLevel,
    scope,
    facts,
    document,
    decision,
  })
  const asked = parsed.success ? JSON.stringify(parsed.data) : null
  const [result, setResult] = useState<{ readonly of: string; readonly value: WhatIf } | null>(null)
  useEffect(() => {
    if (asked === null) return undefined
    let left = false
    void call('consent.whatIf', JSON.parse(asked) as Hypothetical).then(reply => {
      if (!left && reply.ok) setResult({ of: asked, value: reply.value })
    })
    return () => {
      left = true
    }
  }, [asked])
  return asked === null ? null : (result?.value ?? null)
}

type ItemIf = WhatIf['items'][number]

type Try = (address: Pick<ItemIf, 'purpose' | 'recipient' | 'channel'>) => void

interface ResultProps {
  readonly view: CaseView
  readonly result: WhatIf | null
  readonly onTry: Try
}

function Result({ view, result, onTry }: ResultProps) {
  const text = useText()
  if (result === null) return <Quiet>{text('consent.if.notWhole')}</Quiet>
  if (result.items.length === 0)
    return (
      <EmptyState
        title={text('consent.if.noItem')}
        actions={
          <Row gap={16}>
            <Link href={placeOf(view, 'actions', 'new')}>{text('consent.if.plan')}</Link>
            <Link href={placeOf(view, 'brief', 'new')}>{text('case.next.prepare-brief')}</Link>
          </Row>
        }
      >
        {text('consent.if.noItemHow')}
      </EmptyState>
    )
  const kindOf = (itemId: string) => view.actions.find(({ id }) => id === itemId)?.kind ?? null
  const items = result.items.toSorted((a, b) => Number(b.sameAddress) - Number(a.sameAddress))
  return (
    <Stack gap={16}>
      {items.map(item => (
        <OneItem key={item.itemId} item={item} kind={kindOf(item.itemId)} onTry={onTry} />
      ))}
    </Stack>
  )
}

interface OneItemProps {
  readonly item: ItemIf
  /** What an action is; `null` for a brief. */
  readonly kind: CaseView['actions'][number]['kind'] | null
  readonly onTry: Try
}

function OneItem({ item, kind, onTry }: OneItemProps) {
  const text = useText()
  const title = kind
    ? text('consent.if.action', { code: item.code, kind: text.code('action', kind), role: item.toRole })
    : text('consent.if.brief', { copy: item.code, role: item.toRole })
  const opens = item.lines.filter(line => line.would === 'said' && line.now !== 'said')
  const shuts = item.lines.filter(line => line.would !== 'said' && line.now === 'said')
  const stays = item.lines.filter(line => line.would === 'blocked' && line.now !== 'said')
  if (!item.sameAddress)
    return (
      <Notice
        tone="neutral"
        title={title}
        actions={
          <TextButton onPress={() => onTry(item)} name={text('consent.if.tryNamed', { code: item.code })}>
            {text('consent.if.try')}
          </TextButton>
        }
      >
        {text('consent.if.otherAddress', {
          purpose: text.code('purpose', item.purpose),
          recipient: text.code('recipientClass', item.recipient),
          channel: text.code('channel', item.channel),
        })}
      </Notice>
    )
  return (
    <Notice tone={shuts.length > 0 ? 'care' : opens.length > 0 ? 'safe' : 'neutral'} title={title}>
      <Stack gap={12}>
        {opens.length + shuts.length === 0 && <p>{text('consent.if.nothing')}</p>}
        <Lines title={text('consent.if.opens', { count: opens.length })} lines={opens} />
        <Lines title={text('consent.if.shuts', { count: shuts.length })} lines={shuts} />
        <Lines title={text('consent.if.stays', { count: stays.length })} lines={stays} />
      </Stack>
    </Notice>
  )
}

/** Lines by name; those that are shut for the same reason stand together before it. */
function Lines({ title, lines }: { readonly title: string; readonly lines: readonly LineIf[] }) {
  const text = useText()
  if (lines.length === 0) return null
  const groups = [...Map.groupBy(lines, line => line.findings[0]?.reason)]
  return (
    <Stack gap={4}>
      <strong>{title}</strong>
      {groups.map(([reason, group]) => (
        <div key={reason ?? ''}>
          <p>{group.map(line => nameOf(text, line)).join(text('brief.separator'))}</p>
          {reason && <Quiet>{text(`gate.${reason}`)}</Quiet>}
        </div>
      ))}
    </Stack>
  )
}

const nameOf = (text: Text, { label, about }: LineIf): string =>
  about === '' ? text(label) : text('gate.lineAbout', { label: text(label), about })
