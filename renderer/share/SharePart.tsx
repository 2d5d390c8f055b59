import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { CaseView } from '../../shared/case/model.ts'
import { GonePage } from '../CasePage.tsx'
import type { PartProps } from '../part.ts'
import { HowPage } from './HowPage.tsx'
import { NewShare } from './NewShare.tsx'
import { OneShare } from './OneShare.tsx'
import { SentShare } from './SentShare.tsx'
import { ShareList } from './ShareList.tsx'
import { useShare } from './useShare.ts'

/** What of a case goes to colleagues: the list, a new share, or one of them. */
export function SharePart({ view, item }: PartProps) {
  if (item === null) return <ShareList view={view} />
  if (item === 'new') return <NewShare view={view} />
  return <Loaded view={view} shareId={item} />
}

/** Loaded again whenever the case is, because everything on the case may change what goes. */
function Loaded({ view, shareId }: { readonly view: CaseView; readonly shareId: string }) {
  const { share, refusal, load } = useShare()
  const [path] = useLocation()
  // Another view of the case is a reason to load the share again although nothing else has changed.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => void load(shareId), [shareId, view, load])
  if (share?.id !== shareId) return refusal ? <GonePage view={view} code={refusal.code} /> : null
  if (share.left) return <SentShare view={view} share={share} left={share.left} />
  return path.split('/')[5] === 'how' ? (
    <HowPage view={view} share={share} />
  ) : (
    <OneShare view={view} share={share} />
  )
}
