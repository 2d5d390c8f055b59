import { standingOf, verificationTrack } from '../../shared/evidence/rules.ts'
import type { Claim } from '../../shared/evidence/claim.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
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
  Quiet,
  Stack,
} from '../ui/index.ts'
import { SourceList } from './SourceList.tsx'
import { StandingStatus } from './StandingStatus.tsx'
import { VerifyLacks } from './VerifyLacks.tsx'
import { aboutText, verifyPlace, type VerifyProps } from './verifyText.ts'

/** How far the case was checked: in a sentence, what is missing, then claim by claim, source by source, and as a whole. */
export function VerificationPage({ view }: VerifyProps) {
  const text = useText()
  const { claims } = view.verification
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('verify.title')}
      lead={text('verify.lead')}
      actions={claims.length > 0 && <AddClaim view={view} />}
    >
      {claims.length > 0 && <Summary view={view} />}
      <VerifyLacks view={view} />
      <Table
        caption={text('verify.claims')}
        columns={columns(text, view)}
        rows={claims}
        rowKey={({ id }) => id}
        rowHref={({ id }) => verifyPlace(view, 'claim', id)}
        empty={<NoClaims view={view} />}
      />
      <SourceList view={view} />
      <ProofSection view={view} />
    </CasePage>
  )
}

function AddClaim({ view }: VerifyProps) {
  const text = useText()
  return (
    <Link kind="button" href={verifyPlace(view, 'claim', 'new')}>
      {text('verify.claim.add')}
    </Link>
  )
}

/** Nothing to check yet: either a claim is missing, or first what it would be about. */
function NoClaims({ view }: VerifyProps) {
  const text = useText()
  const any = view.acts.length + view.engagements.length > 0
  const addAct = (
    <Link kind="button" href={placeOf(view, 'acts', 'new')}>
      {text('act.add')}
    </Link>
  )
  return (
    <EmptyState title={text('verify.empty')} actions={any ? <AddClaim view={view} /> : addAct}>
      {text(any ? 'verify.emptyHow' : 'verify.emptyNoAct')}
    </EmptyState>
  )
}

/** One sentence on the whole: how many claims, how many of them are assessed, and how many others corroborate. */
function Summary({ view }: VerifyProps) {
  const text = useText()
  const { claims } = view.verification
  const standings = claims.map(claim => standingOf(claim, view.verification))
  const assessed = claims.filter(({ assessment }) => assessment !== null).length
  const corroborated = standings.filter(({ support }) => support > 1).length
  return (
    <Notice tone={verificationTrack(view) === 'assessed' ? 'safe' : 'neutral'}>
      {[
        text('verify.summary.assessed', { count: claims.length, assessed }),
        text('verify.summary.corroborated', { count: corroborated }),
      ].join(' ')}
    </Notice>
  )
}

const columns = (text: Text, view: VerifyProps['view']): readonly Column<Claim>[] => [
  { id: 'code', header: text('verify.code'), cell: ({ label }) => <Code>{label}</Code> },
  {
    id: 'statement',
    header: text('verify.claim.statementShort'),
    wide: true,
    cell: ({ statement, about }) => (
      <Stack gap={4}>
        <span dir="auto">{statement}</span>
        <Quiet>{aboutText(text, view, about)}</Quiet>
      </Stack>
    ),
  },
  {
    id: 'support',
    header: text('verify.claim.support'),
    numeric: true,
    cell: claim => standingOf(claim, view.verification).support,
  },
  {
    id: 'status',
    header: text('verify.claim.status'),
    cell: claim => <StandingStatus claim={claim} view={view} />,
  },
]

function ProofSection({ view }: VerifyProps) {
  const text = useText()
  const { proof } = view.verification
  const change = { label: text('app.change'), href: verifyPlace(view, 'proof') }
  if (proof === null)
    return (
      <Section title={text('verify.proof.title')} lead={text('verify.proof.lead')}>
        <p>
          <Link href={verifyPlace(view, 'proof')}>{text('verify.proof.say')}</Link>
        </p>
      </Section>
    )
  return (
    <Section title={text('verify.proof.title')} lead={text('verify.proof.lead')}>
      <DescriptionList
        rows={[
          {
            id: 'standard',
            label: text('verify.proof.standardShort'),
            value:
              proof.standard === 'not_reached'
                ? text('verify.proof.notReached')
                : text.code('standardOfProof', proof.standard),
            by: text('verify.by', { who: proof.by, when: text.moment(proof.at) }),
            change,
          },
          { id: 'note', label: text('verify.proof.noteShort'), value: <span dir="auto">{proof.note}</span> },
          {
            id: 'unknowns',
            label: text('verify.unknownsShort'),
            value:
              proof.unknowns === '' ? text('verify.nothingNoted') : <span dir="auto">{proof.unknowns}</span>,
          },
        ]}
      />
    </Section>
  )
}
