import { createHash } from 'node:crypto'
import type { Action, ActionLine, ActionSummary } from '../../shared/action/model.ts'
import { entryLines, linesTold, statusOf } from '../../shared/action/rules.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { BriefContent } from '../../shared/brief/lines.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import type { GateResult, OutwardGate } from '../../shared/gate/model.ts'
import { gateOfAction } from '../../shared/gate/needs.ts'
import { isLifeSaving } from '../../shared/gate/override.ts'
import { gate } from '../../shared/gate/rules.ts'
import type { GateInput } from '../../shared/gate/rules.ts'
import type { HarmCheck } from '../../shared/risk/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { approvalNow } from '../approval/repository.ts'
import { standingFor } from '../gate/standing.ts'
import type { StandingContent } from '../gate/standing.ts'
import { currentThresholds, currentWindows } from '../settings/repository.ts'
import { actions } from './repository.ts'

/** What of a case decides about its actions. */
export type ActionContent = BriefContent & StandingContent

/** An action as the gate sees it now. */
export interface Judged {
  readonly gateName: Exclude<OutwardGate, 'G5'>
  /** Every line it could tell, in the order of the paper. */
  readonly lines: readonly BriefLine[]
  readonly result: GateResult
  /** SHA-256 of the draft and of what of every line would be told now: what is approved. */
  readonly fingerprint: string
  /** SHA-256 of the draft and of every line there is, said or not: what an override is granted for. */
  readonly content: string
  readonly harmCheck: HarmCheck | null
}

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** An entry in the annual report is confirmed within the window of its own report, which may have ended before it leaves. */
function windowOf(db: ReadDb, { entry }: Action['draft']): Partial<Pick<GateInput, 'publicationWindow'>> {
  if (!entry) return {}
  const { recheckDays } = currentThresholds(db)
  const window = currentWindows(db).find(({ ordinal, used }) => used && ordinal === entry.ordinal)
  return { publicationWindow: { from: window?.from ?? null, recheckDays } }
}

/** Asks the gate about one action. @param all every line of the case. */
export function judge(
  db: ReadDb,
  { action, content, all }: { action: Action; content: ActionContent; all: readonly BriefLine[] },
): Judged {
  const { id, draft, author } = action
  const approval = approvalNow(db, action, content.consents)
  const lines = [...linesTold(all, draft), ...entryLines(id, draft)]
  const gateName = gateOfAction(draft, draft.kind)
  const keys = lines.map(({ key }) => key).filter(key => !draft.withheld.includes(key))
  const hasSafetyReason = draft.safetyReason !== ''
  const item = { id, personIds: draft.personIds, keys, hasSafetyReason }
  const standing = { ...standingFor(db, { content, item }), ...windowOf(db, draft) }
  const { purpose, recipient, channel, withheld, conditionsMet } = draft
  const address = { purpose, recipient, channel, withheld, conditionsMet, gate: gateName }
  const lifeSaving = isLifeSaving(draft.kind, draft)
  const { notMeant: _not, ...plan } = draft
  const made = sha256([plan, lines])
  const ask = (fingerprint: string) =>
    gate({ ...standing, ...address, lifeSaving, lines, approval, author, fingerprint, content: made })
  const verdicts = ask('').lines.map(({ verdict }) => verdict)
  const fingerprint = sha256([draft, lines, verdicts])
  const { harmCheck } = standing
  return { gateName, lines, result: ask(fingerprint), fingerprint, content: made, harmCheck }
}

/** The actions of a case as the ledger shows them, in the order of planning. */
export function actionSummaries(
  db: ReadDb,
  content: ActionContent & { readonly actions: readonly ActionLine[] },
): ActionSummary[] {
  if (content.actions.length === 0) return []
  const all = linesOf(content)
  const rows = new Map(actions.ofCase(db, content.case.id).map(action => [action.id, action]))
  return content.actions.flatMap(line => {
    const action = rows.get(line.id)
    if (!action) return []
    const { identityLevel, facts } = action.draft
    const status = statusOf(line, judge(db, { action, content, all }).result)
    return [{ ...line, status, identityLevel, facts }]
  })
}
