import { OmittedFor, omittedFor } from '../../../shared/report/proposal.ts'
import { isTold, levelOf, maskOf } from '../../../shared/report/row.ts'
import type { ReportWindow } from '../../../shared/settings/windows.ts'
import type { QueryContext } from '../../handler.ts'
import { placesOf } from '../../lines/place.ts'
import { standingOfCase } from '../cases.ts'
import { documentOf, readyEntry } from '../compile.ts'
import { reportBehind } from './keep.ts'
import { firstRows, tallied } from './page.ts'
import * as kept from './repository.ts'

/** How many cases without a ready entry are named; the others are counted. */
const some = 50

/** What would be handed in now: counted off what is kept of every case, and only what is written looked at whole. */
export function readyContribution(context: QueryContext, window: ReportWindow) {
  const { db } = context
  const { ordinal } = window
  const written = placesOf(db).flatMap(place => kept.writtenOnes(db, place, ordinal))
  const judged = written.map(caseId => {
    const standing = standingOfCase(context, window, caseId)
    return { file: standing.file, ready: readyEntry(context, standing) }
  })
  const waiting = judged.flatMap(({ file, ready }) => (ready ? [] : [{ caseId: file.id, code: file.code }]))
  const ready = judged.flatMap(one => one.ready ?? [])
  const tally = tallied(db, ordinal)
  const sum = (is: (one: kept.Tallied) => boolean) => tally.filter(is).reduce((all, { n }) => all + n, 0)
  const told = sum(({ facet }) => isTold(levelOf(facet)))
  const counted = sum(({ facet }) => levelOf(facet) === 'trend_only')
  const left = (reason: OmittedFor) =>
    sum(({ facet, why }) => levelOf(facet) === 'omitted' && omittedFor[why] === reason)
  return {
    document: documentOf(context, window, {
      entries: ready.map(one => one.judged.entry),
      counted: {
        cases: counted,
        alike: field =>
          placesOf(db)
            .flatMap(place => kept.codesOf(db, place, { ordinal, field }))
            .map(({ codes, n }) => ({ codes: JSON.parse(codes) as string[], cases: n })),
      },
      omitted: reason => left(reason) + (reason === 'other' ? told - ready.length : 0),
    }),
    notReady: {
      count: told - ready.length,
      some: [...waiting, ...unwritten(context, ordinal)].slice(0, some),
    },
    behind: reportBehind(context, ordinal),
  }
}

/** Some of the cases that are told and of which nothing is written. */
const unwritten = ({ db }: QueryContext, ordinal: number) =>
  firstRows(db, { ordinal, mask: maskOf(['unwritten']), limit: some }).map(({ case_id, code }) => ({
    caseId: case_id,
    code,
  }))
