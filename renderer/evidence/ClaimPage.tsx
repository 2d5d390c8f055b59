import type { Information } from '../../shared/evidence/claim.ts'
import { standingOf } from '../../shared/evidence/rules.ts'
import { CasePage } from '../CasePage.tsx'
import { useDo, useLeave } from '../FormPage.tsx'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { recordedWord } from '../recorded.tsx'
import { useText, type Text } from '../text.tsx'
import {
  Code,
  DescriptionList,
  EmptyState,
  Link,
  Notice,
  Section,
  Table,
  type Column,
  type Description,
} from '../ui/index.ts'
import { StandingStatus } from './StandingStatus.tsx'
import { aboutText, verifyPlace, type ClaimProps } from './verifyText.ts'

/** One claim: what was found and why, and what each source says on it. */
export function ClaimPage({ view, claim }: ClaimProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const { pieces, outdated } = standingOf(claim, view.verification)
  const remove = async (reason: string) => {
    if (await done('evidence.removeClaim', { claimId: claim.id, reason }))
      leave(verifyPlace(view), text('verify.claim.removed'))
  }
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('verify.claim.one', { code: claim.label })}
      lead={<span dir="auto">{claim.statement}</span>}
      under={{ label: text('verify.title'), href: verifyPlace(view) }}
      actions={pieces > 0 && <Assess view={view} claim={claim} />}
    >
      {outdated && <Notice tone="care">{text('verify.outdated')}</Notice>}
      <DescriptionList rows={useFacts({ view, claim })} />
      <InformationList view={view} claim={claim} />
      <RemoveWithReason
        label={text('verify.claim.remove')}
        consequence={text('verify.claim.removeConsequence')}
        keepLabel={text('verify.keep')}
        onRemove={reason => void remove(reason)}
      />
    </CasePage>
  )
}

function Assess({ view, claim }: ClaimProps) {
  const text = useText()
  return (
    <Link kind="button" href={verifyPlace(view, 'assess', claim.id)}>
      {text(claim.assessment ? 'verify.assess.again' : 'verify.assess.do')}
    </Link>
  )
}

function useFacts({ view, claim }: ClaimProps): Description[] {
  const text = useText()
  const { assessment } = claim
  const weight = standingOf(claim, view.verification)
  const change = { label: text('app.change'), href: verifyPlace(view, 'edit', claim.id) }
  return [
    {
      id: 'about',
      label: text('verify.claim.aboutShort'),
      value: aboutText(text, view, claim.about),
      change,
    },
    {
      id: 'status',
      label: text('verify.claim.status'),
      value: <StandingStatus view={view} claim={claim} />,
      by: assessment && text('verify.by', { who: assessment.by, when: text.moment(assessment.at) }),
    },
    {
      id: 'weight',
      label: text('verify.weight'),
      value: [
        text('verify.weight.support', { count: weight.support }),
        ...(weight.against > 0 ? [text('verify.weight.against', { count: weight.against })] : []),
        ...(weight.contested ? [text('verify.weight.contested')] : []),
        ...(weight.document ? [text('verify.weight.document')] : []),
      ].join(' '),
    },
    ...(assessment && assessment.reason !== ''
      ? [said('reason', text('verify.assess.reasonShort'), assessment.reason)]
      : []),
    ...(assessment && assessment.unknowns !== ''
      ? [said('unknowns', text('verify.unknownsShort'), assessment.unknowns)]
      : []),
  ]
}

const said = (id: string, label: string, words: string): Description => ({
  id,
  label,
  value: <span dir="auto">{words}</span>,
})

function InformationList({ view, claim }: ClaimProps) {
  const text = useText()
  const rows = view.verification.information.filter(({ claimId }) => claimId === claim.id)
  const add = (
    <Link kind={rows.length === 0 ? 'button' : undefined} href={verifyPlace(view, 'add', claim.id)}>
      {text('verify.information.add')}
    </Link>
  )
  return (
    <Section
      title={text('verify.information.title')}
      lead={text('verify.information.lead')}
      actions={rows.length > 0 && add}
    >
      <Table
        caption={text('verify.information.title')}
        columns={columns(text, view)}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => verifyPlace(view, 'information', id)}
        empty={
          <EmptyState title={text('verify.information.empty')} actions={add}>
            {text('verify.information.emptyHow')}
          </EmptyState>
        }
      />
    </Section>
  )
}

function columns(text: Text, view: ClaimProps['view']): readonly Column<Information>[] {
  const { verification } = view
  const sourceOf = ({ sourceId }: Information) => verification.sources.find(({ id }) => id === sourceId)
  return [
    {
      id: 'source',
      header: text('verify.information.sourceShort'),
      cell: one => <Code>{sourceOf(one)?.label ?? ''}</Code>,
    },
    {
      id: 'material',
      header: text('verify.information.materialShort'),
      cell: ({ id: row, material }) =>
        recordedWord(text, view, { row, list: 'sourceMaterial', code: material }),
    },
    {
      id: 'reliability',
      header: text('verify.source.reliabilityShort'),
      cell: one => {
        const source = sourceOf(one)
        return source ? text.code('sourceReliability', source.reliability) : ''
      },
    },
    {
      id: 'credibility',
      header: text('verify.information.credibilityShort'),
      cell: ({ credibility }) => text.code('informationCredibility', credibility),
    },
    {
      id: 'note',
      header: text('verify.information.noteShort'),
      wide: true,
      cell: ({ note }) => <span dir="auto">{note}</span>,
    },
  ]
}
