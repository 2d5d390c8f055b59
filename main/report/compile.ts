import type { Secret } from '../../shared/brief/leaks.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import type { LineVerdict } from '../../shared/gate/model.ts'
import { msOf } from '../../shared/lines/time.ts'
import { alikeAmong, countsOf, isPlain } from '../../shared/report/counts.ts'
import type { Alike } from '../../shared/report/counts.ts'
import type { ContributionDocument, ContributionEntry, Trends } from '../../shared/report/document.ts'
import type { SentContribution } from '../../shared/report/model.ts'
import { OmittedFor, omittedFor } from '../../shared/report/proposal.ts'
import { isTold } from '../../shared/report/row.ts'
import { shownCount } from '../../shared/settings/thresholds.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import type { QueryContext } from '../handler.ts'
import { identitiesOf, secret } from '../leak/secrets.ts'
import { personIds } from '../person/repository.ts'
import { currentThresholds } from '../settings/repository.ts'
import type { Step } from '../working.ts'
import { standings } from './cases.ts'
import type { Standing } from './cases.ts'
import { elsewhere, judgeEntry, refOf } from './entry.ts'
import type { JudgedEntry } from './entry.ts'
import { standingOf } from './lines.ts'
import { caseIds } from './repository.ts'

/** A case that is told or counted, with what is written down of that. */
export interface ToldCase {
  readonly standing: Standing
  readonly ref: string
  /** `null` where it is only counted. */
  readonly judged: JudgedEntry | null
  /** What the gate said of each line; for a case that is only counted, that it may be. */
  readonly verdicts: readonly LineVerdict[]
}

/** What is handed in. */
export interface Compiled {
  readonly document: ContributionDocument
  readonly told: readonly ToldCase[]
  /** Every text that must not be in it, wherever it came from. */
  readonly secrets: readonly Secret[]
  /** From this moment on, in milliseconds, a case may stand otherwise though nobody wrote anything; `null`: not today. */
  readonly until: number | null
}

/** An entry that is ready to be handed in. */
export interface ReadyEntry {
  readonly standing: Standing
  readonly judged: JudgedEntry
}

/** Asks the gate about the entry of a case; `null` unless it may be handed in as it is. */
export function readyEntry(context: QueryContext, standing: Standing): ReadyEntry | null {
  const judged = judgeEntry(context, standing)
  return judged && standingOf(standing, judged) === 'ready' ? { standing, judged } : null
}

/** Looks at every case of the vault, then once more at whose text or name it is about: told as one way through all cases. */
function* within<T>(steps: Generator<Step, T>, from: number, all: number): Generator<Step, T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    const share = step.value.all === 0 ? 0 : step.value.done / step.value.all
    yield { done: Math.floor(((from + share) * all) / 3), all }
  }
}

/** Compiles the contribution to one window: only what the ledger and the gate let out, and nothing that tells which case. */
export function* compile(context: QueryContext, window: ReportWindow): Generator<Step, Compiled> {
  const cases = caseIds(context.db).length
  const { inside: all, outside } = yield* within(standings(context, window), 0, cases)
  const withEntry = all.filter(({ now }) => isTold(now.level))
  const ready = yield* within(readyAmong(context, withEntry), 1, cases)
  const counted = all.filter(({ now }) => now.level === 'trend_only')
  const left = all.filter(({ now }) => now.level === 'omitted')
  const reasons: OmittedFor[] = [
    ...left.map(({ now }) => omittedFor[now.why]),
    ...outside.map(({ why }) => omittedFor[why]),
    ...Array.from({ length: withEntry.length - ready.length }, () => 'other' as const),
  ]
  const document = documentOf(context, window, {
    entries: ready.map(({ judged }) => judged.entry),
    counted: {
      cases: counted.length,
      alike: field => alikeAmong(counted.map(({ codes }) => codes[field])),
    },
    omitted: reason => reasons.filter(one => one === reason).length,
  })
  const files = [...all.map(({ file }) => file), ...outside]
  return {
    document,
    told: [
      ...ready.map(one => toldOf(context, one, window.ordinal)),
      ...counted.map(standing => toldOf(context, { standing, judged: null }, window.ordinal)),
    ],
    until: nextMoment(context, all),
    secrets: yield* within(secretsOf(context, { entries: document.entries, files }), 2, cases),
  }
}

function* readyAmong(context: QueryContext, all: readonly Standing[]): Generator<Step, ReadyEntry[]> {
  const ready: ReadyEntry[] = []
  for (const [done, standing] of all.entries()) {
    yield { done, all: all.length }
    const one = readyEntry(context, standing)
    if (one) ready.push(one)
  }
  return ready
}

/** Cases that are only counted. */
interface Counted {
  readonly cases: number
  alike(field: Field): readonly Alike[]
}

/** What a contribution is made of. */
export interface Content {
  readonly entries: readonly ContributionEntry[]
  readonly counted: Counted
  /** How many cases are left out for one reason. */
  omitted(reason: OmittedFor): number
}

/** The contribution, as it leaves: entries in no order that tells which case came first, and no count that is small. */
export function documentOf(
  { db, actor }: QueryContext,
  { ordinal, from, to }: ReportWindow,
  content: Content,
): ContributionDocument {
  const thresholds = currentThresholds(db)
  const entries = content.entries.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  return {
    format: 'vigil-contribution/1',
    window: { ordinal, from, to },
    presence: actor,
    entries,
    smallest: thresholds.smallestCount,
    trends: trendsOf(content.counted, thresholds.smallestCount),
    omitted: OmittedFor.options.map(reason => ({
      reason,
      cases: shownCount(content.omitted(reason), false, thresholds),
    })),
    words: entries.reduce((sum, { words }) => sum + words, 0),
  }
}

/** When the first of these may stand otherwise today. */
function nextMoment({ now }: QueryContext, all: readonly Standing[]): number | null {
  const time = msOf(now)
  return all
    .flatMap(({ turning }) => turning.instants.find(at => at > time) ?? [])
    .reduce<number | null>((least, at) => (least === null || at < least ? at : least), null)
}

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

const fields = ['regions', 'forms', 'perpetrators'] as const
type Field = (typeof fields)[number]

/** Codes as they are called in other vaults. */
const asElsewhere = (all: readonly Alike[]): Alike[] =>
  all.map(({ codes, cases }) => ({ codes: [...new Set(codes.map(elsewhere))], cases }))

/** Counts of what is only counted; `null` where there are too few. */
function trendsOf(counted: Counted, smallest: number): Trends | null {
  if (counted.cases < smallest) return null
  const lists = fields.map(field => asElsewhere(counted.alike(field)))
  const [regions = null, forms = null, perpetrators = null] = lists.map(list => countsOf(list, smallest))
  const counts = [regions, forms, perpetrators]
  const isSaid = counts.every((one, at) => isPlain(lists[at] ?? [], one))
  return { cases: isSaid ? counted.cases : null, regions, forms, perpetrators }
}

interface Searched {
  readonly entries: readonly ContributionEntry[]
  /** Every case of the vault. */
  readonly files: readonly Pick<CaseFile, 'id' | 'code'>[]
}

/**
 * The whole names of everybody in the vault but those who are named, and the codes of all cases. What an entry withholds of
 * its own case was searched for in it alone: a region withheld here may be told there. Where no entry is told there is no text
 * a name could stand in, and nobody's is opened.
 */
function* secretsOf(context: QueryContext, { entries, files }: Searched): Generator<Step, Secret[]> {
  const named = new Set(entries.flatMap(({ names }) => names))
  const ids = entries.length === 0 ? [] : personIds(context.db)
  const whole: Secret[] = []
  for (const [done, id] of ids.entries()) {
    yield { done, all: ids.length }
    for (const { name, otherNames } of identitiesOf(context, [id]).values())
      whole.push(
        ...secret(
          `identity:${id}`,
          [name, ...otherNames.split(/[\n,;،؛]+/u)].map(one => one.trim()),
        ),
      )
  }
  return [
    ...whole.filter(({ text }) => text !== '' && !named.has(text)),
    ...files.flatMap(({ id, code }) => secret(`case:${id}`, [code])),
  ]
}
