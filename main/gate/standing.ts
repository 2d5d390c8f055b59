import type { CaseView } from '../../shared/case/model.ts'
import { lostContact } from '../../shared/case/protection.ts'
import { contactAfterWithdrawal } from '../../shared/consent/followUp.ts'
import { isPast } from '../../shared/consent/rules.ts'
import { actProof } from '../../shared/gate/needs.ts'
import type { ActProof } from '../../shared/gate/needs.ts'
import type { Contact, GateInput } from '../../shared/gate/rules.ts'
import type { ItemId, PersonId } from '../../shared/model.ts'
import { valueOf } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { isShutByRecall } from '../notice/touched.ts'
import { overridesOf } from '../override/repository.ts'
import { publicationOf } from '../publication/repository.ts'
import { harmCheckOf } from '../risk/repository.ts'
import { wayOf } from './items.ts'
import { publicationWindow } from '../settings/repository.ts'

/** What the gate looks at of a case, the same for everything that may leave it. */
type Standing = Pick<
  GateInput,
  | 'now'
  | 'today'
  | 'log'
  | 'talks'
  | 'lostContact'
  | 'risks'
  | 'events'
  | 'held'
  | 'recalled'
  | 'harmCheck'
  | 'way'
  | 'proof'
  | 'contact'
  | 'publication'
  | 'publicationWindow'
  | 'overrides'
>

/** What of a case its standing depends on. */
export type StandingContent = Pick<
  CaseView,
  | 'case'
  | 'consents'
  | 'talks'
  | 'risks'
  | 'events'
  | 'scope'
  | 'acts'
  | 'verification'
  | 'protection'
  | 'now'
  | 'today'
>

/** What would leave, as far as its standing depends on it. */
interface Item {
  readonly id: ItemId
  /** Whom it is about. */
  readonly personIds: readonly PersonId[]
  /** Keys of its lines (`act:<id>:…`). */
  readonly keys: readonly string[]
  /** Whether a new safety reason for reaching somebody was written down with it (G8). */
  readonly hasSafetyReason: boolean
}

/** How a case stands for one item that may leave it. */
export function standingFor(
  db: ReadDb,
  { content, item }: { content: StandingContent; item: Item },
): Standing {
  return {
    now: content.now,
    today: content.today,
    log: content.consents,
    talks: content.talks,
    lostContact: lostContact(content),
    risks: content.risks,
    events: content.events,
    held: content.case.state === 'on_hold',
    recalled: isShutByRecall(db, content.case.id),
    harmCheck: harmCheckOf(db, { id: item.id, caseId: content.case.id }),
    way: wayOf(db, item.id),
    proof: { link: content.scope?.answers.linkGrade ?? null, acts: actsTold(content, item) },
    contact: contactFor(content, item),
    publication: publicationOf(db, { itemId: item.id, caseId: content.case.id }),
    publicationWindow: publicationWindow(db, content.today),
    overrides: overridesOf(db, { itemId: item.id, caseId: content.case.id, log: content.consents }),
  }
}

/** The acts an item tells; every act of the case when it tells none, because then it rests on all of them. */
function actsTold(content: StandingContent, { keys }: Item): ActProof[] {
  const told = content.acts.filter(({ id }) => keys.some(key => key.startsWith(`act:${id}:`)))
  return (told.length > 0 ? told : content.acts).map(({ id }) => actProof(id, content))
}

const worst = ['not-covered', 'safety-only', null] as const

function contactFor(content: StandingContent, { personIds, hasSafetyReason }: Item): Contact {
  const stands = (answer: Parameters<typeof isPast>[0]) => !isPast(answer, content.today)
  const each = personIds.map(id => contactAfterWithdrawal(content.consents, id, stands))
  return {
    isSafe: valueOf(content.case.safeContact) === 'usable',
    afterWithdrawal: worst.find(one => each.includes(one)) ?? null,
    hasSafetyReason,
  }
}
