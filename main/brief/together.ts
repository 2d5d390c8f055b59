import { readerOf, reasonFor, together } from '../../shared/brief/together.ts'
import type { Together, ToldEarlier } from '../../shared/brief/togetherModel.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import type { Disclosed } from '../../shared/consent/followUp.ts'
import type { GateResult } from '../../shared/gate/model.ts'
import { actions } from '../action/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { disclosedOf } from '../disclosure/repository.ts'
import { currentThresholds } from '../settings/repository.ts'
import { briefs, type BriefRow } from './repository.ts'
import { sharingFor } from './sharing.ts'

interface Prepared {
  readonly brief: BriefRow
  readonly lines: readonly BriefLine[]
  readonly verdicts: GateResult['lines']
}

const nothing: Together = { earlier: [], warnings: [] }

/** What the reader of a brief that has not left already has of its case, and what the two together give away. */
export function togetherOf(db: ReadDb, { brief, lines, verdicts }: Prepared): Together {
  if (brief.sent) return nothing
  const earlier = disclosedOf(db, brief.caseId)
    .filter(({ itemId }) => itemId !== brief.id)
    .flatMap(told => toldEarlier(db, { told, brief, lines }))
  if (earlier.length === 0) return nothing
  const smallest = currentThresholds(db).smallestCount
  const warnings = together({
    lines,
    said: verdicts.filter(({ verdict }) => verdict === 'said').map(({ key }) => key),
    earlier: earlier.map(({ shown: { id, reader }, keys }) => ({ id, reader, keys })),
    sharing: sharingFor(db, { caseId: brief.caseId, enough: smallest }),
    smallest,
  })
  const accepted = brief.draft.accepted ?? []
  return {
    earlier: earlier.map(({ shown }) => shown),
    warnings: warnings.map(one => ({ ...one, reason: reasonFor(one, accepted) })),
  }
}

interface Telling extends Pick<Prepared, 'brief' | 'lines'> {
  readonly told: Disclosed
}

interface Earlier {
  readonly shown: ToldEarlier
  readonly keys: readonly string[]
}

function toldEarlier(db: ReadDb, { told, brief, lines }: Telling): Earlier[] {
  const reader = readerOf(told, brief.draft)
  const { id, kind, at, toRole, itemId, lines: keys } = told
  if (reader === null || (kind !== 'brief' && kind !== 'action')) return []
  const said = lines.filter(({ key }) => keys.includes(key))
  const label = (kind === 'brief' ? briefs.byId(db, itemId)?.copy : actions.byId(db, itemId)?.label) ?? ''
  const shown = { id, kind, reader, at, toRole, label, gone: keys.length - said.length }
  return [{ shown: { ...shown, lines: said.map(({ label, about }) => ({ label, about })) }, keys }]
}
