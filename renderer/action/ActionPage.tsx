import { ActingRisk } from '../ActingRisk.tsx'
import { LastAsking } from '../AskApproval.tsx'
import { BlockedLines } from '../BlockedLines.tsx'
import { CasePage } from '../CasePage.tsx'
import { ConfirmedConditions } from '../Conditions.tsx'
import { FileAskings } from '../FileAskings.tsx'
import { FindingCards } from '../FindingCards.tsx'
import { useCase } from '../openCase.ts'
import { OverrideList } from '../OverrideList.tsx'
import { placeOf } from '../part.ts'
import { WordingNote } from '../recorded.tsx'
import { SaidLines, WithheldLines } from '../SaidLines.tsx'
import { useText } from '../text.tsx'
import { Notice } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ActionFacts } from './ActionFacts.tsx'
import { ActionStanding } from './ActionStanding.tsx'
import { nameOf } from './actionText.tsx'
import { GivenAway } from './GivenAway.tsx'
import { HarmLink } from './HarmLink.tsx'
import { outwardOf } from './outward.ts'
import type { ActionPageProps } from './place.ts'
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
      {refusal && <RefusalNotice refusal={refusal} />}
      <WordingNote view={view} row={action.id} />
      <ActionStanding {...props} />
      {action.line.stage === 'planned' ? <Planned {...props} /> : <Done {...props} />}
      <OverrideList view={view} itemId={action.id} />
      <FileAskings view={view} itemId={action.id} />
    </CasePage>
  )
}

function Planned(props: ActionPageProps) {
  const of = outwardOf(props)
  const findings = of.result.findings.filter(({ place }) => place !== 'approval')
  return (
    <>
      <ChangedSince {...props} />
      <LastAsking of={of} />
      <GivenAway {...props} />
      <BlockedLines of={of} />
      <FindingCards of={of} findings={findings} />
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

function Done(props: ActionPageProps) {
  return (
    <>
      <Story {...props} />
      <ActionFacts {...props} />
      <ToldThen {...props} />
    </>
  )
}
