import type { Disclosed } from '../../shared/consent/followUp.ts'
import type { LineVerdict } from '../../shared/gate/model.ts'
import { DisclosureId } from '../../shared/model.ts'
import type { CaseId, ConsentId, ItemId, OverrideId } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import type { CommandContext } from '../handler.ts'

/** What was told, to whom, resting on which consents. Never changed. */
export const disclosures = table<Disclosed & { readonly caseId: CaseId }>('disclosure', {
  id: 'plain',
  caseId: 'plain',
  kind: 'plain',
  itemId: 'plain',
  at: 'plain',
  toRole: 'plain',
  purpose: 'plain',
  recipient: 'plain',
  channel: 'plain',
  lines: 'json',
  consentIds: 'json',
  overrideId: 'plain',
  approvedBy: 'plain',
  sha256: 'plain',
})

/** What was handed over before, oldest first. */
export const disclosedOf = (db: ReadDb, caseId: CaseId): Disclosed[] =>
  disclosures.ofCase(db, caseId).map(({ caseId: _caseId, ...told }) => told)

interface Told extends Pick<
  Disclosed,
  'kind' | 'toRole' | 'purpose' | 'recipient' | 'channel' | 'approvedBy' | 'sha256'
> {
  readonly caseId: CaseId
  readonly itemId: ItemId
  /** What the gate said of each line. */
  readonly verdicts: readonly LineVerdict[]
  /** The override that stands in for what the whole lacks, when there is one. */
  readonly overrideId?: OverrideId | null
}

/** Writes down that something was told: the lines that were said, the consents they rest on and any override. */
export function disclose(
  context: CommandContext,
  { verdicts, overrideId: whole = null, ...told }: Told,
): DisclosureId {
  const said = verdicts.filter(({ verdict }) => verdict === 'said')
  const consentIds: ConsentId[] = [...new Set(said.flatMap(line => line.consentIds))]
  const overrideId: OverrideId | null = said.find(line => line.overrideId !== null)?.overrideId ?? whole
  const id = DisclosureId.parse(context.newId())
  disclosures.insert(context.db, {
    ...told,
    id,
    at: context.now,
    lines: said.map(line => line.key),
    consentIds,
    overrideId,
  })
  return id
}
