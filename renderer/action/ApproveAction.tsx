import { ActingRisk } from '../ActingRisk.tsx'
import { Approving } from '../Approving.tsx'
import { BlockedLines } from '../BlockedLines.tsx'
import { ByFile } from '../ByFile.tsx'
import { CasePage } from '../CasePage.tsx'
import { ConfirmedConditions } from '../Conditions.tsx'
import { FindingCards } from '../FindingCards.tsx'
import { useText } from '../text.tsx'
import { Link, Notice, Section } from '../ui/index.ts'
import { ActionFacts } from './ActionFacts.tsx'
import { nameOf } from './actionText.tsx'
import { GivenAway, givesAway, SaidOfNames } from './GivenAway.tsx'
import { HarmLink } from './HarmLink.tsx'
import { outwardOf } from './outward.ts'
import { actionPlace, type ActionPageProps } from './place.ts'
import { ToldNow } from './Told.tsx'

/** What would be done and told, and the approval of it. */
export function ApproveAction(props: ActionPageProps) {
  const text = useText()
  const { view, action } = props
  const back = actionPlace(props)
  return (
    <CasePage
      view={view}
      title={text('action.approve.page')}
      lead={text('action.approve.lead')}
      under={{
        label: text('action.one', { label: action.label, what: nameOf(text, action.draft) }),
        href: back,
      }}
    >
      <ActionFacts {...props} />
      <ActingRisk view={view} action={action.line} />
      <HarmLink {...props} />
      <ToldNow {...props} />
      <ConfirmedConditions of={outwardOf(props)} fixed />
      {!givesAway(props.action) && <SaidOfNames {...props} />}
      <Approval {...props} />
    </CasePage>
  )
}

function Approval(props: ActionPageProps) {
  const text = useText()
  const of = outwardOf(props)
  const { approval, result } = of
  const others = result.findings.filter(({ place }) => place !== 'approval')
  const isBlocked = others.length > 0 || result.lines.some(({ verdict }) => verdict === 'blocked')
  if (isBlocked || givesAway(props.action))
    return (
      <Section title={text('action.approve.title')} lead={text('action.approve.notYet')}>
        <GivenAway {...props} />
        <FindingCards of={of} findings={others} />
        <BlockedLines of={of} />
      </Section>
    )
  if (approval?.current && result.open) return <Approved {...props} />
  return (
    <Section title={text('action.approve.title')}>
      <Approving of={of} />
    </Section>
  )
}

function Approved(props: ActionPageProps) {
  const text = useText()
  const { approval } = props.action
  return (
    <Section title={text('action.approve.title')}>
      <Notice tone="safe">
        {text('action.approve.done', { by: approval?.by ?? '', moment: text.moment(approval?.at ?? '') })}
        <ByFile file={approval?.file} />
      </Notice>
      <p>
        <Link kind="button" href={actionPlace(props)}>
          {text('action.toAction')}
        </Link>
      </p>
    </Section>
  )
}
