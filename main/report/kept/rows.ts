import type { CaseFile } from '../../../shared/case/model.ts'
import { lineTime, msOf } from '../../../shared/lines/time.ts'
import type { LineTime } from '../../../shared/lines/time.ts'
import { facetOf, isTold } from '../../../shared/report/row.ts'
import { fallsIn } from '../../../shared/report/proposal.ts'
import { acts } from '../../act/repository.ts'
import { scopeTests } from '../../scope/repository.ts'
import { standingIn, whyOutside } from '../cases.ts'
import type { At, Known, Standing } from '../cases.ts'
import { annexOf } from '../lines.ts'
import { isDecidedFor, wasToldBefore } from '../repository.ts'
import type { ReportRow } from './repository.ts'

const uncounted = { regions: null, forms: null, perpetrators: null } as const
const steady = { turns_at: null, turns_on: null, since_at: 0, since_on: 0 } as const

const ofFile = ({ id, code, startedAt }: CaseFile, ordinal: number) => ({
  case_id: id,
  ordinal,
  code,
  begun: msOf(startedAt),
})

/** Whether nothing of a case falls into a window and nobody decided or wrote anything for it. */
function isOutside({ db }: At, { id }: CaseFile, { window }: Known): boolean {
  const all = acts.ofCase(db, id)
  if (all.some(({ when }) => fallsIn(when, window))) return false
  return !wasToldBefore(db, id, window.ordinal) && !isDecidedFor(db, id, window.ordinal)
}

/** How a case stands for one window, as it is kept. Only what may appear is looked at whole. */
export function rowOf(at: At, known: Known, file: CaseFile): ReportRow {
  if (!isOutside(at, file, known)) return rowInside(standingIn(at, known, file), known, lineTime(at))
  const why = whyOutside(scopeTests.byId(at.db, file.id)?.result ?? null)
  return {
    ...ofFile(file, known.window.ordinal),
    outside: 1,
    facet: facetOf({ level: 'omitted', isOutside: true, isWritten: false }),
    annex: 'annex1',
    why,
    ...uncounted,
    ...steady,
    recalled: known.shut.has(file.id) ? 1 : 0,
  }
}

/** Codes in one order, so that cases with the same are counted together. */
const inOrder = (codes: readonly string[]) => JSON.stringify(codes.toSorted())

function rowInside(standing: Standing, { window, shut }: Known, time: LineTime): ReportRow {
  const { file, now, action, codes, turning } = standing
  const isCounted = now.level === 'trend_only'
  const isWritten = isTold(now.level) && action !== null
  return {
    ...ofFile(file, window.ordinal),
    outside: 0,
    facet: facetOf({ level: now.level, isOutside: false, isWritten }),
    annex: annexOf(standing),
    why: now.why,
    regions: isCounted ? inOrder(codes.regions) : null,
    forms: isCounted ? inOrder(codes.forms) : null,
    perpetrators: isCounted ? inOrder(codes.perpetrators) : null,
    recalled: shut.has(file.id) ? 1 : 0,
    turns_at: turning.instants.find(at => at > time.now) ?? null,
    turns_on: turning.days.find(on => on > time.today) ?? null,
    since_at: turning.instants.findLast(at => at <= time.now) ?? 0,
    since_on: turning.days.findLast(on => on <= time.today) ?? 0,
  }
}
