import type { Action, ActionEntry, ActionLine, ActionView } from '../../shared/action/model.ts'
import { lineOf, statusOf } from '../../shared/action/rules.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { Asking } from '../../shared/gate/model.ts'
import type { ActionId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { approvalNow } from '../approval/repository.ts'
import type { Leak } from '../../shared/brief/leaks.ts'
import { reasonNotMeant } from '../../shared/leak/alike.ts'
import type { Alike } from '../../shared/leak/model.ts'
import { askingOf } from '../gate/askings.ts'
import type { QueryContext } from '../handler.ts'
import { keptOf, saidParts } from '../leak/kept.ts'
import { searchLeaving } from '../leak/search.ts'
import { identitiesOf } from '../leak/secrets.ts'
import { sayIn } from '../text.ts'
import { caseView } from '../views/caseView.ts'
import { judge } from './judge.ts'
import type { Judged } from './judge.ts'
import { actions, entriesOf } from './repository.ts'

/** An action with everything that decides about it. */
export interface Assembled extends Judged {
  readonly action: Action
  readonly entries: readonly ActionEntry[]
  readonly line: ActionLine
  /** The last asking for approval, or "no" to it, since the action was changed. */
  readonly asking: Asking | null
  /** Withheld things that the words of what is told give away. */
  readonly leaks: readonly Leak[]
  /** Words of it that may be a withheld name in another script or spelling, answered for or not. */
  readonly alike: readonly Alike[]
}

/** The action. @throws Refused `action/gone` */
export function actionOf({ db }: Pick<QueryContext, 'db'>, actionId: ActionId): Action {
  const action = actions.byId(db, actionId)
  if (!action) throw new Refused('action/gone')
  return action
}

/** An action as it would go out now: what it tells comes from the case, whether it may from the gate. */
export function assemble(context: QueryContext, actionId: ActionId): Assembled {
  const { db, now, today } = context
  const kept = actionOf(context, actionId)
  const content = caseView(db, { caseId: kept.caseId, now, today })
  const action = { ...kept, approval: approvalNow(db, kept, content.consents) }
  const entries = entriesOf(db, action)
  const judged = judge(db, { action, content, all: linesOf(content) })
  const identities = identitiesOf(
    context,
    content.persons.map(({ id }) => id),
  )
  const told = { lines: judged.lines, verdicts: judged.result.lines, identities }
  return {
    ...judged,
    action,
    entries,
    line: lineOf(action, entries),
    asking: askingOf(db, action),
    ...searchLeaving(keptOf({ ...told, content, say: sayIn('en') }), saidParts(told)),
  }
}

/**
 * Before it is approved or goes out: what stays here must not stand in the words of what is told.
 *
 * @throws Refused `action/leak`, `action/sounds-like`
 */
export function mustGiveNothingAway({ leaks, alike, action }: Assembled): void {
  if (leaks.length > 0) throw new Refused('action/leak', { places: leaks.length })
  const places = alike.filter(one => reasonNotMeant(one, action.draft.notMeant) === null).length
  if (places > 0) throw new Refused('action/sounds-like', { places })
}

/** What the page of one action is shown. */
export function viewOf(assembled: Assembled): ActionView {
  const { action, gateName, lines, result, fingerprint, harmCheck, asking, entries, line } = assembled
  const isHere = line.stage === 'planned'
  const { id, caseId, label, draft, author, approval } = action
  const shown = { id, caseId, label, draft, author, result, harmCheck, asking, line }
  return {
    ...shown,
    status: statusOf(line, result),
    gate: gateName,
    lines: [...lines],
    leaks: isHere ? [...assembled.leaks] : [],
    alike: isHere
      ? assembled.alike.map(one => ({ ...one, reason: reasonNotMeant(one, draft.notMeant) }))
      : [],
    approval: approval && {
      by: approval.by,
      sole: approval.sole,
      at: approval.at,
      current: approval.of === fingerprint,
      file: approval.file ?? null,
    },
    entries: [...entries],
  }
}
