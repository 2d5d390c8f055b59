import { useEffect, useState } from 'react'
import type { CasePart, CaseView } from '../shared/case/model.ts'
import { ActionId, BriefId, PaperId, ShareId } from '../shared/model.ts'
import type { HarmCheck } from '../shared/risk/model.ts'
import { call } from './api.ts'
import { GonePage } from './CasePage.tsx'
import { placeOf } from './part.ts'
import { HarmCheckPage } from './risk/HarmCheckPage.tsx'
import { useText } from './text.tsx'

/** Parts of a case with items that may leave. */
export type OutwardPart = Extract<CasePart, 'brief' | 'actions' | 'paper' | 'share'>

interface ItemHarmProps {
  readonly view: CaseView
  readonly part: OutwardPart
  readonly item: string
}

interface Checked {
  readonly id: string
  readonly harmCheck: HarmCheck | null
}

/** How each kind of item is read for its check; `null` when it is not there. */
const read: Readonly<Record<OutwardPart, (item: string) => Promise<Checked | null>>> = {
  async paper(item) {
    const paperId = PaperId.safeParse(item)
    const reply = paperId.success ? await call('paper.view', { paperId: paperId.data }) : null
    return reply?.ok ? reply.value : null
  },
  async share(item) {
    const shareId = ShareId.safeParse(item)
    const reply = shareId.success ? await call('share.view', { shareId: shareId.data }) : null
    if (!reply?.ok) return null
    const { id, harmCheck, checkBefore } = reply.value
    return { id, harmCheck: harmCheck ?? checkBefore }
  },
  async brief(item) {
    const briefId = BriefId.safeParse(item)
    const reply = briefId.success ? await call('brief.view', { briefId: briefId.data }) : null
    return reply?.ok ? reply.value : null
  },
  async actions(item) {
    const actionId = ActionId.safeParse(item)
    const reply = actionId.success ? await call('action.view', { actionId: actionId.data }) : null
    return reply?.ok ? reply.value : null
  },
}

/** The do-no-harm check of one item that may leave. */
export function ItemHarm({ view, part, item }: ItemHarmProps) {
  const text = useText()
  const [checked, setChecked] = useState<Checked | 'gone' | null>(null)
  useEffect(() => void read[part](item).then(found => setChecked(found ?? 'gone')), [part, item])
  if (checked === null) return null
  if (checked === 'gone') return <GonePage view={view} code="item/gone" />
  const back = { label: text(`harm.back.${part}`), href: placeOf(view, part, item) }
  return <HarmCheckPage view={view} item={checked} back={back} />
}
