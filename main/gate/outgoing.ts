import type { BriefLine } from '../../shared/brief/model.ts'
import type { ConsentQuestion } from '../../shared/gate/consent.ts'
import type { GateResult, OutwardGate } from '../../shared/gate/model.ts'
import { ActionId, BriefId } from '../../shared/model.ts'
import type { CaseId, ItemId } from '../../shared/model.ts'
import type { OverrideItemKind } from '../../shared/override/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { assemble as assembleAction } from '../action/assemble.ts'
import { actions } from '../action/repository.ts'
import { assemble as assembleBrief } from '../brief/assemble.ts'
import { briefs } from '../brief/repository.ts'
import type { QueryContext } from '../handler.ts'

/** Something that may leave, whatever it is, as the gate sees it now. */
export interface Item extends Pick<ConsentQuestion, 'purpose' | 'recipient' | 'channel'> {
  readonly itemId: ItemId
  readonly caseId: CaseId
  readonly kind: OverrideItemKind
  /** The copy number of a brief, the code of an action. */
  readonly label: string
  readonly author: string
  readonly gate: OutwardGate
  /** What kind of action; `null` for a file. */
  readonly action: Code<'action'> | null
  readonly lines: readonly BriefLine[]
  readonly result: GateResult
  /** The fingerprint of what it is made from: what an override is for. */
  readonly content: string
  /** The fingerprint of what would leave now: what is read before publication. */
  readonly fingerprint: string
  readonly left: boolean
}

/** The item. @throws Refused `item/gone` */
export function itemOf(context: QueryContext, itemId: ItemId): Item {
  const { db } = context
  if (briefs.byId(db, itemId)) return ofBrief(context, BriefId.parse(itemId))
  if (actions.byId(db, itemId)) return ofAction(context, ActionId.parse(itemId))
  throw new Refused('item/gone')
}

function ofBrief(context: QueryContext, itemId: BriefId): Item {
  const { brief, lines, gate: result, content, fingerprint } = assembleBrief(context, itemId)
  const { caseId, copy: label, author, draft } = brief
  const { purpose, recipient, channel } = draft
  const address = { purpose, recipient, channel, gate: 'G5', action: null } as const
  const left = brief.sent !== null
  return {
    itemId,
    caseId,
    kind: 'brief',
    label,
    author,
    ...address,
    lines,
    result,
    content,
    fingerprint,
    left,
  }
}

function ofAction(context: QueryContext, itemId: ActionId): Item {
  const { action, gateName, lines, result, content, fingerprint, line } = assembleAction(context, itemId)
  const { caseId, label, author, draft } = action
  const { purpose, recipient, channel } = draft
  const address = { purpose, recipient, channel, gate: gateName, action: draft.kind }
  const left = line.stage !== 'planned'
  return {
    itemId,
    caseId,
    kind: 'action',
    label,
    author,
    ...address,
    lines,
    result,
    content,
    fingerprint,
    left,
  }
}
