import type { Input, Output } from '../../shared/contract.ts'
import type { LineVerdict } from '../../shared/gate/model.ts'
import type { HandoverId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import { disclose } from '../disclosure/repository.ts'
import { cardWords } from '../exchange/card.ts'
import { colleagueOf } from '../exchange/colleagues.ts'
import { ownPublicKeys } from '../exchange/keyring.ts'
import { keepRef, keepTold } from '../exchange/merge/refs.ts'
import { sendPackage } from '../exchange/sendPackage.ts'
import type { Outgoing, Sealed } from '../exchange/sendPackage.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { assemble } from './assemble.ts'
import type { Packed } from './assemble.ts'
import { whole } from '../working.ts'
import type { Step } from '../working.ts'
import { handovers, unsentOf } from './repository.ts'
import type { HandoverRow } from './repository.ts'

/** Who decides over the caseload of an office. @throws Refused `handover/not-your-duty` */
export function mustBeTheirs({ duties }: Pick<QueryContext, 'duties'>): void {
  if (!duties.includes('focal_point')) throw new Refused('handover/not-your-duty')
}

/**
 * Sends a whole caseload as one sealed file for the successor. It rests on no consent line by line: the office that holds the
 * file stays the same (ADR 0028).
 *
 * @returns `null` when the dialog was closed.
 * @throws Refused `handover/…`, and as `sendPackage`
 */
export async function sendHandover(
  task: TaskContext,
  { handoverId }: Input<'handover.send'>,
): Promise<Output<'handover.send'>> {
  const sent = await sendPackage(task, {
    prepare: context => whole(mayLeave(context, handoverId)),
    prepareInSlices: context => mayLeave(context, handoverId),
    record: (context, sealed) => whole(recordSent(context, sealed)),
    recordInSlices: (context, sealed) => recordSent(context, sealed),
  })
  if (sent === null) return null
  const { name, size, sha256 } = sent
  return { name, size, sha256 }
}

/** A handover that may leave now. */
interface Leaving extends Outgoing {
  readonly row: HandoverRow
  readonly packed: readonly Packed[]
}

function* mayLeave(context: QueryContext, handoverId: HandoverId): Generator<Step, Leaving> {
  mustBeTheirs(context)
  const row = unsentOf(context.db, handoverId)
  const to = [row.colleagueId]
  const assembled = yield* assemble(context, row)
  return { kind: 'handover', to, about: null, caseId: null, secrets: [], row, ...assembled }
}

const saidLine = (key: string): LineVerdict => ({
  key,
  verdict: 'said',
  findings: [],
  consentIds: [],
  overrideId: null,
})

/** One disclosure for each case, what its rows are called from now on, and who signed. */
function* recordSent(
  context: CommandContext,
  { packageId, sha256, leaving: { row, packed } }: Sealed & { readonly leaving: Leaving },
): Generator<Step, void> {
  const { db, now, actor, officerId } = context
  const { role, office } = colleagueOf(db, row.colleagueId)
  for (const [done, { caseId, said, refs }] of packed.entries()) {
    yield { done, all: packed.length }
    disclose(context, {
      kind: 'handover',
      caseId,
      itemId: row.id,
      toRole: [role, office].filter(Boolean).join(', '),
      purpose: 'share_inside_office',
      recipient: 'same_office',
      channel: 'in_person',
      verdicts: said.map(saidLine),
      approvedBy: '',
      sha256,
    })
    for (const [id, ref] of refs) keepRef(db, id, ref)
    keepTold(db, row.colleagueId, refs.keys())
    changed(context, caseId)
  }
  const keys = ownPublicKeys(db, officerId)
  const signature = { role: actor, at: now, words: keys ? cardWords(keys) : [] }
  handovers.update(db, { ...row, sent: { packageId, sha256, signature }, changedAt: now })
}
