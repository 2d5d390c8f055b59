import type {
  ReceivedContribution,
  ReceivedSummary,
  ReportDecision,
  SentContribution,
  SentSummary,
} from '../../shared/report/model.ts'
import { newestOf } from '../../shared/report/received.ts'
import { allColleagues } from '../exchange/colleagues.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Decisions on cases, in the order of recording. Never changed. */
export const decisions = table<ReportDecision>('report_decision', {
  id: 'plain',
  caseId: 'plain',
  ordinal: 'plain',
  level: 'plain',
  reason: 'plain',
  by: 'plain',
  at: 'plain',
})

/** What was handed in, in the order of sending. Never changed. */
export const sentOnes = table<SentContribution>('contribution_sent', {
  id: 'plain',
  ordinal: 'plain',
  packageId: 'plain',
  manifestSha256: 'plain',
  colleagueId: 'plain',
  about: 'plain',
  document: 'json',
  told: 'json',
  why: 'plain',
  by: 'plain',
  sentAt: 'plain',
})

/** What came from colleagues, in the order of taking in. Never changed. */
export const receivedOnes = table<ReceivedContribution>('contribution_received', {
  id: 'plain',
  ordinal: 'plain',
  packageId: 'plain',
  colleagueId: 'plain',
  about: 'plain',
  origin: 'plain',
  recordEntries: 'plain',
  document: 'json',
  sentAt: 'plain',
  takenAt: 'plain',
  by: 'plain',
})

const namesOf = (db: ReadDb) => new Map(allColleagues(db).map(one => [one.id, one]))

/** What was handed in, as lines, newest first. */
export function sentSummaries(db: ReadDb): SentSummary[] {
  const [all, names] = [sentOnes.all(db), namesOf(db)]
  return all
    .map(one => ({
      id: one.id,
      ordinal: one.ordinal,
      to: names.get(one.colleagueId)?.role ?? '',
      entries: one.document.entries.length,
      words: one.document.words,
      sentAt: one.sentAt,
      by: one.by,
      newest: lastTo(all, one)?.id === one.id,
    }))
    .toReversed()
}

/** The last that was handed in for the same window to the same reader, or `null`. */
export const lastTo = (
  all: readonly SentContribution[],
  { ordinal, colleagueId }: Pick<SentContribution, 'ordinal' | 'colleagueId'>,
): SentContribution | null =>
  all.findLast(one => one.ordinal === ordinal && one.colleagueId === colleagueId) ?? null

/** What came, as lines, newest first. */
export function receivedSummaries(db: ReadDb): ReceivedSummary[] {
  const [all, names] = [receivedOnes.all(db), namesOf(db)]
  return all
    .map(one => ({
      id: one.id,
      ordinal: one.ordinal,
      packageId: one.packageId,
      from: names.get(one.colleagueId)?.role ?? '',
      office: names.get(one.colleagueId)?.office ?? '',
      presence: one.document.presence,
      entries: one.document.entries.length,
      sentAt: one.sentAt,
      takenAt: one.takenAt,
      newest: newestOf(all, one)?.id === one.id,
    }))
    .toReversed()
}
