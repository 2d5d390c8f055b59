import type { CaseLine } from '../../shared/case/model.ts'
import { situationOf, tracks } from '../../shared/case/rules.ts'
import { bandOf } from '../../shared/risk/rules.ts'
import type { Instant } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { contentOf } from './caseView.ts'
import type { CaseId } from '../../shared/model.ts'

type Content = ReturnType<typeof contentOf>

/** Every case as one line, the most recently changed first. */
export function caseList(db: ReadDb, now: Instant): CaseLine[] {
  const sql = `SELECT id FROM case_file ORDER BY changed_at DESC, id`
  return prepare<[], { id: CaseId }>(db, sql)
    .all()
    .map(({ id }) => lineOf(contentOf(db, { caseId: id, now })))
}

function lineOf(content: Content): CaseLine {
  const { case: file, persons, acts, briefs, risks } = content
  const { consent, risk } = tracks(content)
  const current = persons.flatMap(person => situationOf(risks, person.id) ?? [])
  const worst = current.toSorted((a, b) => score(b) - score(a))[0]
  return {
    id: file.id,
    code: file.code,
    state: file.state,
    danger: file.danger,
    persons: persons.length,
    acts: acts.length,
    band: worst ? bandOf(worst.residualLikelihood, worst.residualImpact) : null,
    differs: current.some(one => one.differs),
    risk,
    consent,
    waiting: waitingOf(briefs),
    startedAt: file.startedAt,
    changedAt: file.changedAt,
  }
}

const score = (risk: { readonly residualLikelihood: number; readonly residualImpact: number }) =>
  risk.residualLikelihood * risk.residualImpact

function waitingOf(briefs: Content['briefs']): CaseLine['waiting'] {
  if (briefs.some(brief => brief.state === 'decided')) return 'decided'
  return briefs.some(brief => brief.state === 'sent') ? 'brief-sent' : null
}
