import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { BriefView } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { GonePage } from '../CasePage.tsx'
import type { PartProps } from '../part.ts'
import { ApprovePage } from './ApprovePage.tsx'
import { BriefList } from './BriefList.tsx'
import { BriefSteps } from './BriefSteps.tsx'
import { KnownPage } from './KnownPage.tsx'
import { NewBrief, ReaderPage } from './ReaderForm.tsx'
import { SayPage } from './SayPage.tsx'
import { SendPage } from './SendPage.tsx'
import { SentBrief } from './SentBrief.tsx'
import { WordsPage } from './WordsForm.tsx'
import { useBrief } from './useBrief.ts'

/** The briefs of a case: the list, a new one, or one of them. */
export function BriefPart({ view, item }: PartProps) {
  if (item === null) return <BriefList view={view} />
  if (item === 'new') return <NewBrief view={view} />
  return <OneBrief view={view} briefId={item} />
}

/** Loaded again whenever the case is, because everything on the case may change what a brief may say. */
function OneBrief({ view, briefId }: { readonly view: CaseView; readonly briefId: string }) {
  const { brief, refusal, load } = useBrief()
  const [path] = useLocation()
  // Another view of the case is a reason to load the brief again although nothing else has changed.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => void load(briefId), [briefId, view, load])
  if (brief?.id === briefId) return <Step view={view} brief={brief} step={path.split('/')[5] ?? ''} />
  return refusal ? <GonePage view={view} code={refusal.code} /> : null
}

interface StepProps {
  readonly view: CaseView
  readonly brief: BriefView
  readonly step: string
}

const steps = {
  reader: ReaderPage,
  say: SayPage,
  known: KnownPage,
  words: WordsPage,
  approve: ApprovePage,
  send: SendPage,
} as const

const isStep = (step: string): step is keyof typeof steps => Object.hasOwn(steps, step)

function Step({ view, brief, step }: StepProps) {
  if (brief.sentAt !== null) return <SentBrief view={view} brief={brief} />
  if (!isStep(step)) return <BriefSteps view={view} brief={brief} />
  const Shown = steps[step]
  return <Shown view={view} brief={brief} />
}
