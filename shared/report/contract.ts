import { Receipt } from '../brief/contract.ts'
import { CaseId, ColleagueId, ContributionId, Note } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import {
  ContributionArrival,
  DecidedLevel,
  ReadyContribution,
  ReceivedContribution,
  ReceivedSummary,
  ReportCase,
  ReportOverview,
  SentContribution,
  SentSummary,
} from './model.ts'
import { ReportAsked, ReportFilter } from './row.ts'

const Ordinal = z.int().min(1).max(200)
const ofCase = { caseId: CaseId, ordinal: Ordinal }

/** Contributions to the annual report: handed in by a presence, received by headquarters (ADR 0026). */
export const reportContract = {
  /** How the cases of the vault stand for one window, by page; `null`: the window of today, or else the last that has begun. */
  'report.overview': query(
    z.strictObject({
      ordinal: Ordinal.nullable(),
      filters: z.array(ReportFilter).max(ReportFilter.options.length).default([]),
      page: ReportAsked.default({ from: 'first' }),
      limit: z.int().min(1).max(200).default(50),
    }),
    ReportOverview,
  ),
  'report.case': query(z.strictObject(ofCase), ReportCase),
  /** Lowers how openly a case appears, or takes that back. Nothing raises it. */
  'report.decide': command(z.strictObject({ ...ofCase, level: DecidedLevel, reason: Note.min(1) }), z.null()),
  /** What would be handed in now, exactly as it would leave, as far as every case was looked at. */
  'report.ready': query(z.strictObject({ ordinal: Ordinal }), ReadyContribution),
  /** Asks where to write and hands it in. `why` is needed when it takes the place of another. `null`: the dialog was closed. */
  'report.send': task(
    z.strictObject({ ordinal: Ordinal, to: ColleagueId, why: Note }),
    Receipt.extend({ id: ContributionId }).nullable(),
  ),
  /** What was sent, newest first. */
  'report.sent': query(z.strictObject({}), z.array(SentSummary)),
  'report.oneSent': query(
    z.strictObject({ id: ContributionId }),
    SentContribution.extend({ to: z.string() }),
  ),
  /** The contribution on the desk, against what is here already. */
  'report.arrival': task(z.strictObject({}), ContributionArrival),
  'report.takeIn': task(z.strictObject({}), z.object({ id: ContributionId })),
  /** What came, newest first. */
  'report.received': query(z.strictObject({}), z.array(ReceivedSummary)),
  'report.oneReceived': query(
    z.strictObject({ id: ContributionId }),
    z.object({ summary: ReceivedSummary, document: ReceivedContribution.shape.document }),
  ),
}
