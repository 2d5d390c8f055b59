import type { RequestDocument, RequestLine } from '../shared/approval/model.ts'
import { PublicationQuestion } from '../shared/publication/model.ts'
import { LineWords } from './LineWords.tsx'
import { useText, type Text } from './text.tsx'
import {
  Code,
  DescriptionList,
  Disclosure,
  Notice,
  Quiet,
  Section,
  Stack,
  type Description,
} from './ui/index.ts'

interface SheetProps {
  readonly of: RequestDocument
}

/** Everything a question for approval shows: what would leave and to whom, what stays and why, the danger, the check. */
export function RequestSheet({ of }: SheetProps) {
  const text = useText()
  return (
    <Stack gap={24}>
      <Section title={text('approval.sheet.what')}>
        <DescriptionList rows={whatRows(text, of)} />
      </Section>
      <SecondOfTwo of={of} />
      <Leaving of={of} />
      <Entry of={of} />
      <Typed of={of} />
      <Thought of={of} />
      <Staying of={of} />
    </Stack>
  )
}

/** What the thing is called: the copy number of a brief, the code and kind of an action. */
export function requestName(text: Text, { item, label, action }: RequestDocument): string {
  if (item === 'brief' || action === null) return text('brief.one', { copy: label })
  return text('action.one', { label, what: text.code('action', action) })
}

function whatRows(text: Text, of: RequestDocument): Description[] {
  const { caseCode, to, purpose, recipient, channel, identityLevel, marking } = of
  const row = (id: string, value: Description['value']): Description => ({
    id,
    label: text(`approval.sheet.${id}`),
    value,
  })
  return [
    row('item', requestName(text, of)),
    row('case', <Code>{caseCode}</Code>),
    row('to', <bdi>{to}</bdi>),
    row('purpose', text.code('purpose', purpose)),
    row('recipient', text.code('recipientClass', recipient)),
    row('channel', text.code('channel', channel)),
    ...(identityLevel ? [row('level', text.code('identityLevel', identityLevel))] : []),
    ...(marking ? [row('marking', text.code('marking', marking))] : []),
  ]
}

function SecondOfTwo({ of: { override } }: SheetProps) {
  const text = useText()
  if (override === null) return null
  const { code, danger, reason, reach } = override
  const rows: Description[] = [
    { id: 'reason', label: text('override.why'), value: <p dir="auto">{reason}</p> },
    ...(danger
      ? [{ id: 'danger', label: text('override.danger'), value: text(`override.danger.${danger}`) }]
      : []),
    ...(reach
      ? [
          {
            id: 'reach',
            label: text('override.reach'),
            value: (
              <>
                <p>{text(`override.could.${reach.could}`)}</p>
                <p dir="auto">{reach.tried}</p>
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section title={text('override.one', { code })}>
      <DescriptionList rows={rows} />
    </Section>
  )
}

const nameOf = (text: Text, { label, about }: RequestLine) =>
  about === '' ? text(label) : text('gate.lineAbout', { label: text(label), about })

/** Why a line stays, is not shown, or lacks an answer, each reason once. */
const reasonsOf = (text: Text, { why }: RequestLine) =>
  why
    .map(reason => text(text.has(`approval.why.${reason}`) ? `approval.why.${reason}` : `gate.${reason}`))
    .join(' ')

/** Lines have no number of their own: their place in the document names them. */
const numbered = (lines: readonly RequestLine[]) => lines.map((line, at) => ({ ...line, id: String(at) }))

function Leaving({ of: { lines } }: SheetProps) {
  const text = useText()
  const leave = numbered(lines).filter(line => line.leaves)
  const unseen = leave.filter(({ said }) => said === null)
  const shown = leave.filter(({ said }) => said !== null)
  return (
    <>
      <Section title={text('approval.sheet.leaves', { count: shown.length })}>
        <DescriptionList
          rows={shown.map(line => ({
            id: line.id,
            label: nameOf(text, line),
            value: <LineWords line={{ element: 'group', pieces: line.said ?? [] }} />,
            by: line.opened ? text('approval.sheet.opened', { why: reasonsOf(text, line) }) : undefined,
          }))}
        />
      </Section>
      {unseen.length > 0 && (
        <Section title={text('approval.sheet.unseen', { count: unseen.length })}>
          <Notice tone="care">{text('approval.sheet.unseenWhy')}</Notice>
          <DescriptionList
            rows={unseen.map(line => ({
              id: line.id,
              label: nameOf(text, line),
              value: <Quiet>{reasonsOf(text, line)}</Quiet>,
            }))}
          />
        </Section>
      )}
    </>
  )
}

function Staying({ of: { lines } }: SheetProps) {
  const text = useText()
  const stay = numbered(lines).filter(line => !line.leaves)
  if (stay.length === 0) return null
  return (
    <Disclosure level={2} label={text('approval.sheet.stays', { count: stay.length })}>
      <DescriptionList
        rows={stay.map(line => ({
          id: line.id,
          label: nameOf(text, line),
          value: <Quiet>{reasonsOf(text, line)}</Quiet>,
        }))}
      />
    </Disclosure>
  )
}

/** An entry in the annual report: what was chosen for it besides its lines. */
function Entry({ of: { entry } }: SheetProps) {
  const text = useText()
  if (!entry) return null
  const { level, annex, references, reply } = entry
  const rows: Description[] = [
    { id: 'level', label: text('approval.sheet.level'), value: text(`report.level.${level}`) },
    { id: 'annex', label: text('report.annex'), value: text(`report.annex.${annex}`) },
    { id: 'reply', label: text('report.reply'), value: text(`report.reply.${reply}`) },
    ...references.map((reference, at) => ({
      id: `reference${at}`,
      label: text('report.references'),
      value: <bdi>{reference}</bdi>,
    })),
  ]
  return (
    <Section title={text('report.entry')}>
      <DescriptionList rows={rows} />
    </Section>
  )
}

/** What its author typed, in their words. */
function Typed({ of: { words, options, conditions } }: SheetProps) {
  const text = useText()
  const rows: Description[] = [
    ...words.map(({ of, text: typed }, at) => ({
      id: `${of}${at}`,
      label: text(`approval.words.${of}`),
      value: <p dir="auto">{typed}</p>,
    })),
    ...options.map(({ what, benefit, risk, consentNeeded, who, recommended }, at) => ({
      id: `option${at}`,
      label: text('approval.sheet.option', { number: at + 1 }),
      value: [what, benefit, risk, consentNeeded, who]
        .filter(part => part !== '')
        .map(part => (
          <p key={part} dir="auto">
            {part}
          </p>
        )),
      by: recommended ? text('approval.sheet.recommended') : undefined,
    })),
    ...conditions.map(({ kind, note }, at) => ({
      id: `condition${at}`,
      label: text('gate.condition.label', { condition: text.code('condition', kind) }),
      value: <p dir="auto">{note}</p>,
    })),
  ]
  if (rows.length === 0) return null
  return (
    <Section title={text('approval.sheet.words')}>
      <DescriptionList rows={rows} />
    </Section>
  )
}

/** The danger, the do-no-harm check, and what was answered before publication. */
function Thought({ of: { danger, harm, publication } }: SheetProps) {
  const text = useText()
  const rows: Description[] = [
    ...danger.map(({ about, band, assessedOn }, at) => ({
      id: `danger${at}`,
      label: text('approval.sheet.danger', { about }),
      value: text(`risk.band.${band}`),
      by: text('approval.sheet.assessed', { day: text.day(assessedOn) }),
    })),
    ...harmRows(text, harm),
    ...(publication
      ? PublicationQuestion.options.map(question => ({
          id: question,
          label: text(`publication.ask.${question}`),
          value: text(`publication.answer.${publication.answers[question]}`),
        }))
      : []),
  ]
  if (rows.length === 0) return null
  return (
    <Section title={text('approval.sheet.thought')}>
      <DescriptionList rows={rows} />
    </Section>
  )
}

function harmRows(text: Text, harm: RequestDocument['harm']): Description[] {
  if (harm === null) return []
  const { no, unknown, decidedBy, reason, checkedOn, validUntil } = harm
  const asked = [...no, ...unknown].toSorted((a, b) => a - b)
  return [
    {
      id: 'harm',
      label: text('approval.sheet.harm'),
      value:
        asked.length === 0 ? (
          text('approval.sheet.harmClear')
        ) : (
          <ul>
            {asked.map(number => (
              <li key={number}>
                {text('harm.numbered', { number, question: text(`harm.q${number}.question`) })}{' '}
                {text(no.includes(number) ? 'harm.answer.no' : 'harm.answer.unknown')}
              </li>
            ))}
          </ul>
        ),
      by: text('approval.sheet.checked', { day: text.day(checkedOn), until: text.day(validUntil) }),
    },
    ...(decidedBy === ''
      ? []
      : [
          {
            id: 'decidedBy',
            label: text('harm.decidedBy'),
            value: <p dir="auto">{reason}</p>,
            by: decidedBy,
          },
        ]),
  ]
}
