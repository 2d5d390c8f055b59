import { nextOf, type ActionStep } from '../../shared/action/ledger.ts'
import { ActingRisk } from '../ActingRisk.tsx'
import { LastAsking } from '../AskApproval.tsx'
import { BlockedLines } from '../BlockedLines.tsx'
import { CasePage } from '../CasePage.tsx'
import { ConfirmedConditions } from '../Conditions.tsx'
import { FindingCards } from '../FindingCards.tsx'
import { useCase } from '../openCase.ts'
import { OverrideList } from '../OverrideList.tsx'
import { placeOf } from '../part.ts'
import { SaidLines, WithheldLines } from '../SaidLines.tsx'
import { useText } from '../text.tsx'
import { Link, Notice, Row, Stack } from '../ui/index.ts'
import { ActionFacts } from './ActionFacts.tsx'
import { nameOf, StatusBadge } from './actionText.tsx'
import { outwardOf } from './outward.ts'
import { actionPlace, type ActionPageProps } from './place.ts'
import { Story } from './Story.tsx'
import { ToldThen } from './Told.tsx'

/** One action: where it stands, what stops it and what it may tell, then what came of it. */
export function ActionPage(props: ActionPageProps) {
  const text = useText()
  const { view, action } = props
  const refusal = useCase(state => state.refusal)
  const { label, draft } = action
  return (
    <CasePage
      view={view}
      title={text('action.one', { label, what: nameOf(text, draft) })}
      under={{ label: text('action.title'), href: placeOf(view, 'actions') }}
    >
      {refusal && <Notice tone="stop">{text.refusal(refusal)}</Notice>}
      <Standing {...props} />
      {action.line.stage === 'planned' ? <Planned {...props} /> : <Done {...props} />}
      <OverrideList view={view} itemId={action.id} />
    </CasePage>
  )
}

/** Where it stands in a sentence, and the one thing to do next. */
function Standing(props: ActionPageProps) {
  const text = useText()
  const { action } = props
  const { status, line, result } = action
  const next = nextOf(line, result)
  return (
    <Stack gap={16}>
      <Row>
        <StatusBadge status={status} />
        <span>{text(`action.status.${status}`, sentenceOf(props, text))}</span>
      </Row>
      {line.soleApproval && line.stage !== 'planned' && <Notice>{text('action.wasSole')}</Notice>}
      <Row>
        {next !== null && next !== 'resolve' && <NextLink {...props} next={next} />}
        {line.stage === 'planned' && (
          <>
            <Link kind="quiet" href={actionPlace(props, 'change')}>
              {text('action.changePlan')}
            </Link>
            <Link kind="quiet" href={actionPlace(props, 'ended')}>
              {text('action.giveUp')}
            </Link>
          </>
        )}
      </Row>
    </Stack>
  )
}

const sentenceOf = ({ action: { line, approval } }: ActionPageProps, text: ReturnType<typeof useText>) => ({
  day: line.sentOn === null ? '' : text.day(line.sentOn),
  answered: line.lastReply === null ? '' : text.day(line.lastReply.on),
  by: approval?.by ?? '',
})

type Next = Exclude<ActionStep, 'resolve'>

function NextLink({ next, ...props }: ActionPageProps & { readonly next: Next }) {
  const text = useText()
  return (
    <Link kind="button" href={actionPlace(props, next)}>
      {text(`action.next.${next}`)}
    </Link>
  )
}

function Planned(props: ActionPageProps) {
  const of = outwardOf(props)
  const findings = of.result.findings.filter(({ place }) => place !== 'approval')
  return (
    <>
      <ChangedSince {...props} />
      <LastAsking of={of} />
      <FindingCards of={of} findings={findings} />
      <BlockedLines of={of} />
      <ActionFacts {...props} />
      <ActingRisk view={props.view} action={props.action.line} />
      <HarmLink {...props} />
      <SaidLines of={of} />
      <WithheldLines of={of} />
      <ConfirmedConditions of={of} />
    </>
  )
}

function ChangedSince({ action: { approval } }: ActionPageProps) {
  const text = useText()
  if (approval === null || approval.current) return null
  return (
    <Notice tone="care" title={text('action.changedSince')}>
      {text('action.changedSinceWhy')}
    </Notice>
  )
}

/** The check that was made, to be read or made again. */
function HarmLink(props: ActionPageProps) {
  const text = useText()
  const { harmCheck } = props.action
  if (harmCheck === null) return null
  return (
    <p>
      {text('action.harmUntil', { day: text.day(harmCheck.validUntil) })}{' '}
      <Link href={actionPlace(props, 'harm')}>{text('action.harmAgain')}</Link>
    </p>
  )
}

function Done(props: ActionPageProps) {
  return (
    <>
      <Story {...props} />
      <ActionFacts {...props} />
      <ToldThen {...props} />
    </>
  )
}
