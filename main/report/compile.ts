import type { Secret } from '../../shared/brief/leaks.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import type { LineVerdict } from '../../shared/gate/model.ts'
import { countsOf, isPlain } from '../../shared/report/counts.ts'
import type { ContributionDocument, ContributionEntry, Trends } from '../../shared/report/document.ts'
import type { SentContribution } from '../../shared/report/model.ts'
import { OmittedFor, omittedFor } from '../../shared/report/proposal.ts'
import { shownCount } from '../../shared/settings/thresholds.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import type { QueryContext } from '../handler.ts'
import { identitiesOf, secret } from '../leak/secrets.ts'
import { persons } from '../person/repository.ts'
import { currentThresholds } from '../settings/repository.ts'
import { standings } from './cases.ts'
import type { Standing } from './cases.ts'
import { elsewhere, judgeEntry, refOf } from './entry.ts'
import type { JudgedEntry } from './entry.ts'
import { standingOf } from './lines.ts'

/** A case that is told or counted, with what is written down of that. */
export interface ToldCase {
  readonly standing: Standing
  readonly ref: string
  /** `null` where it is only counted. */
  readonly judged: JudgedEntry | null
  /** What the gate said of each line; for a case that is only counted, that it may be. */
  readonly verdicts: readonly LineVerdict[]
}

/** What would be handed in now. */
export interface Compiled {
  readonly document: ContributionDocument
  readonly told: readonly ToldCase[]
  /** Cases whose entry is not ready: they stay out. */
  readonly notReady: readonly Standing[]
  /** Every text that must not be in it, wherever it came from. */
  readonly secrets: readonly Secret[]
}

/** Compiles the contribution to one window: only what the ledger and the gate let out, and nothing that tells which case. */
export function compile(context: QueryContext, window: ReportWindow): Compiled {
  const { inside: all, outside } = standings(context, window)
  const { smallestCount: smallest } = currentThresholds(context.db)
  const withEntry = all
    .filter(({ now }) => now.level === 'named' || now.level === 'anonymised')
    .map(standing => ({ standing, judged: judgeEntry(context, standing) }))
  const ready = withEntry.flatMap(({ standing, judged }) =>
    judged && standingOf(standing, judged) === 'ready' ? [{ standing, judged }] : [],
  )
  const notReady = withEntry.map(one => one.standing).filter(one => !ready.some(r => r.standing === one))
  const counted = all.filter(({ now }) => now.level === 'trend_only')
  const left = all.filter(({ now }) => now.level === 'omitted')
  const entries = ready.map(({ judged }) => judged.entry).toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  const reasons = [
    ...left.map(({ now }) => omittedFor[now.why]),
    ...outside.map(({ why }) => omittedFor[why]),
    ...notReady.map(() => 'other' as const),
  ]
  const files = [...all.map(({ file }) => file), ...outside]
  const { ordinal, from, to } = window
  return {
    document: {
      format: 'vigil-contribution/1',
      window: { ordinal, from, to },
      presence: context.actor,
      entries,
      smallest,
      trends: trendsOf(counted, smallest),
      omitted: OmittedFor.options.map(reason => ({
        reason,
        cases: told(reasons.filter(one => one === reason).length, context),
      })),
      words: entries.reduce((sum, { words }) => sum + words, 0),
    },
    told: [
      ...ready.map(one => toldOf(context, one, ordinal)),
      ...counted.map(standing => toldOf(context, { standing, judged: null }, ordinal)),
    ],
    notReady,
    secrets: secretsOf(context, { entries, files }),
  }
}

const told = (count: number, { db }: QueryContext) => shownCount(count, false, currentThresholds(db))

function toldOf(
  context: QueryContext,
  { standing, judged }: Pick<ToldCase, 'standing' | 'judged'>,
  ordinal: number,
): ToldCase {
  const counted: LineVerdict = {
    key: `trend:${ordinal}`,
    verdict: 'said',
    findings: [],
    consentIds: [...standing.coverage.consentIds],
    overrideId: null,
  }
  return {
    standing,
    judged,
    ref: refOf(context, standing.file.id, ordinal),
    verdicts: judged?.result.lines ?? [counted],
  }
}

/** Cases as the log of contributions keeps them. */
export const toldAs = (all: readonly ToldCase[]): SentContribution['told'] =>
  all.map(({ standing, ref }) => ({ caseId: standing.file.id, ref, level: standing.now.level }))

/** Counts of what is only counted; `null` where there are too few. */
function trendsOf(counted: readonly Standing[], smallest: number): Trends | null {
  if (counted.length < smallest) return null
  const lists = (['regions', 'forms', 'perpetrators'] as const).map(field =>
    counted.map(({ codes }) => [...new Set(codes[field].map(elsewhere))]),
  )
  const [regions, forms, perpetrators] = lists.map(list => countsOf(list, smallest))
  const counts = [regions ?? null, forms ?? null, perpetrators ?? null]
  const isTold = counts.every((one, at) => isPlain(lists[at] ?? [], one))
  return {
    cases: isTold ? counted.length : null,
    regions: regions ?? null,
    forms: forms ?? null,
    perpetrators: perpetrators ?? null,
  }
}

interface Searched {
  readonly entries: readonly ContributionEntry[]
  /** Every case of the vault. */
  readonly files: readonly Pick<CaseFile, 'id' | 'code'>[]
}

/**
 * The whole names of everybody in the vault but those who are named, and the codes of all cases. What an entry withholds of
 * its own case was searched for in it alone: a region withheld here may be told there.
 */
function secretsOf(context: QueryContext, { entries, files }: Searched): Secret[] {
  const named = new Set(entries.flatMap(({ names }) => names))
  const ids = persons.all(context.db).map(({ id }) => id)
  const whole = [...identitiesOf(context, ids)].flatMap(([id, { name, otherNames }]) =>
    secret(
      `identity:${id}`,
      [name, ...otherNames.split(/[\n,;،؛]+/u)].map(one => one.trim()),
    ),
  )
  return [
    ...whole.filter(({ text }) => text !== '' && !named.has(text)),
    ...files.flatMap(({ id, code }) => secret(`case:${id}`, [code])),
  ]
}
