import type { ReportLine } from '../../shared/report/model.ts'
import type { Annex } from '../../shared/report/entry.ts'
import { wordsIn } from '../../shared/report/entry.ts'
import { lowerThan } from '../../shared/report/proposal.ts'
import type { QueryContext } from '../handler.ts'
import { judgeEntry } from './entry.ts'
import type { JudgedEntry } from './entry.ts'
import type { Standing } from './cases.ts'

type EntryStanding = NonNullable<ReportLine['entry']>['standing']

const sameOnes = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted())

/** Whether the entry was written for how the case stands now: its level, what that rests on, and whom it is about. */
function isOfNow({ action, now, coverage, personIds }: Standing): boolean {
  if (!action?.draft.entry) return false
  const purpose = now.level === 'named' ? 'sg_report_named' : coverage.anonymisedFor
  const { draft } = action
  return (
    draft.entry?.level === now.level &&
    draft.purpose === purpose &&
    (now.level !== 'anonymised' || draft.identityLevel !== 'full_name') &&
    sameOnes(draft.personIds, personIds)
  )
}

/** How far the entry of a case is. */
export function standingOf(standing: Standing, judged: JudgedEntry | null): EntryStanding {
  if (!judged) return 'none'
  if (!isOfNow(standing)) return 'other-level'
  if (judged.leaks > 0) return 'gives-away'
  return judged.result.open && judged.isTold ? 'ready' : 'not-ready'
}

/** In which annex a case stands: its author's word counts. */
export const annexOf = ({ action, proposal }: Standing): Annex => action?.draft.entry?.annex ?? proposal.annex

/** A case as it stands for the page of that case. */
export function lineOf(context: QueryContext, standing: Standing): ReportLine {
  const { file, proposal, now, decision, coverage, action, isSent } = standing
  const hasEntry = now.level === 'named' || now.level === 'anonymised'
  const judged = hasEntry ? judgeEntry(context, standing) : null
  return {
    caseId: file.id,
    code: file.code,
    proposal,
    level: now.level,
    annex: annexOf(standing),
    why: now.why,
    decision: decision && {
      level: decision.level,
      reason: decision.reason,
      by: decision.by,
      at: decision.at,
    },
    lower: lowerThan(now.level, coverage),
    entry:
      hasEntry && action?.draft.entry
        ? {
            actionId: action.id,
            label: action.label,
            standing: standingOf(standing, judged),
            words: wordsIn(action.draft.entry.text),
            sent: isSent,
          }
        : null,
  }
}
