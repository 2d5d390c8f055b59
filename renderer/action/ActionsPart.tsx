import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { CaseView } from '../../shared/case/model.ts'
import { GonePage } from '../CasePage.tsx'
import { NobodyYet } from '../PersonSwitch.tsx'
import type { PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { ChangeAction, PlanAction } from './ActionForm.tsx'
import { ActionList } from './ActionList.tsx'
import { ActionPage } from './ActionPage.tsx'
import { ApproveAction } from './ApproveAction.tsx'
import type { ActionPageProps } from './place.ts'
import { RecordPage } from './RecordPage.tsx'
import { isRecorded } from './recorded.ts'
import { useAction } from './useAction.ts'

/** The actions of a case: the ledger, a new one (`new`), or one of them and its pages. */
export function ActionsPart({ view, item }: PartProps) {
  const text = useText()
  if (view.persons.length === 0) return <NobodyYet view={view} title={text('action.title')} />
  if (item === null) return <ActionList view={view} />
  if (item === 'new') return <PlanAction view={view} />
  return <OneAction view={view} actionId={item} />
}

/** Loaded again whenever the case is, because everything on the case may change what an action may tell. */
function OneAction({ view, actionId }: { readonly view: CaseView; readonly actionId: string }) {
  const { action, refusal, load } = useAction()
  const [path] = useLocation()
  // Another view of the case is a reason to load the action again although nothing else has changed.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => void load(actionId), [actionId, view, load])
  if (action?.id === actionId) return <OnePage view={view} action={action} page={path.split('/')[5] ?? ''} />
  return refusal ? <GonePage view={view} code={refusal.code} /> : null
}

function OnePage({ page, ...props }: ActionPageProps & { readonly page: string }) {
  const isPlanned = props.action.line.stage === 'planned'
  if (page === 'change' && isPlanned) return <ChangeAction {...props} />
  if (page === 'approve' && isPlanned) return <ApproveAction {...props} />
  if (isRecorded(page)) return <RecordPage {...props} what={page} />
  return <ActionPage {...props} />
}
