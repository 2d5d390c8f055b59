import type { AnsweringDuty, AskingCode, Asks } from '../../shared/approval/model.ts'
import { besidesApproval, lacksDuty, mayBeAsked } from '../../shared/approval/rules.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import type { ColleagueId, ItemId, OverrideId } from '../../shared/model.ts'
import type { OverrideAsking } from '../../shared/override/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { mustBeVerified } from '../exchange/colleagues.ts'
import { itemOf } from '../gate/outgoing.ts'
import type { Item } from '../gate/outgoing.ts'
import type { QueryContext } from '../handler.ts'
import { askedOf, askings } from '../override/repository.ts'
import { isAsAsked } from '../override/view.ts'
import { readOf } from '../publication/repository.ts'

/** What is asked about. */
export interface About {
  readonly itemId: ItemId
  readonly asks: Asks
  readonly overrideId: OverrideId | null
}

/** What somebody wants to ask, and of whom. */
export interface Wanted extends About {
  readonly colleagueId: ColleagueId
  readonly duty: AnsweringDuty
  readonly question: string
  readonly code: AskingCode
}

/** What is asked about, as it stands. */
export interface Subject {
  readonly item: Item
  readonly override: OverrideAsking | null
  /** Who wrote it; of an override, who asked for it: the one person who cannot be the second. */
  readonly author: string
}

/** What is asked about, when it waits for somebody. @throws Refused why it does not */
export function subjectOf(context: QueryContext, { itemId, asks, overrideId }: About): Subject {
  const item = itemOf(context, itemId)
  if (item.left) throw new Refused('approval/item-left')
  if (asks === 'approval') mustLackApproval(item)
  if (asks === 'reading') mustLackReader(context, item)
  const override = asks === 'override' ? overrideAsked(context, item, overrideId) : null
  return { item, override, author: override?.by ?? item.author }
}

function mustLackApproval({ result }: Item): void {
  if (besidesApproval(result).length > 0 || result.lines.some(({ verdict }) => verdict === 'blocked'))
    throw new Refused('approval/not-ready')
  if (!result.findings.some(({ place }) => place === 'approval')) throw new Refused('approval/not-needed')
}

function mustLackReader({ db }: QueryContext, item: Item): void {
  const { checks, readings } = readOf(db, item)
  if (checks.at(-1)?.of !== item.fingerprint) throw new Refused('publication/not-checked')
  if (readings.some(({ of }) => of === item.fingerprint)) throw new Refused('approval/not-needed')
}

function overrideAsked(context: QueryContext, item: Item, overrideId: OverrideId | null): OverrideAsking {
  const caseId = overrideId && askings.byId(context.db, overrideId)?.caseId
  const asked = caseId && askedOf(context.db, caseId).find(({ id }) => id === overrideId)
  if (!asked || asked.itemId !== item.itemId) throw new Refused('override/gone')
  if (asked.answer) throw new Refused('override/answered')
  if (!isAsAsked(context, asked, item.content)) throw new Refused('override/changed-since')
  return asked
}

/**
 * The colleague, when this may be asked of them with this duty.
 *
 * @throws Refused as `mustBeVerified`; `approval/expert`, `approval/same-role`, `override/not-your-duty`.
 */
export function colleagueFor(
  { db }: Pick<QueryContext, 'db'>,
  { colleagueId, duty }: Pick<Wanted, 'colleagueId' | 'duty'>,
  { author, override }: Subject,
): Colleague {
  const colleague = mustBeVerified(db, colleagueId)
  const { role } = colleague
  const no = mayBeAsked(colleague, author) ?? lacksDuty(duty, { role, asking: override })
  if (no) throw new Refused(no)
  return colleague
}
