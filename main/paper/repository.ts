import type { CaseId, PaperId } from '../../shared/model.ts'
import type { Paper, PaperSummary } from '../../shared/paper/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

export const papers = table<Paper>('paper', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  author: 'plain',
  draft: 'json',
  printing: 'json',
  left: 'json',
  startedAt: 'plain',
  changedAt: 'plain',
})

/** One paper. @throws Refused `paper/gone` */
export function paperById(db: ReadDb, paperId: PaperId): Paper {
  const paper = papers.byId(db, paperId)
  if (!paper) throw new Refused('paper/gone')
  return paper
}

/** The papers of a case, in the order of starting. */
export const paperSummaries = (db: ReadDb, caseId: CaseId): PaperSummary[] =>
  papers.ofCase(db, caseId).map(({ id, personId, draft, startedAt, printing, left }) => ({
    id,
    personId,
    kind: draft.kind,
    language: draft.language,
    startedAt,
    printing: printing !== null,
    left: left && { at: left.at, way: left.way },
  }))
