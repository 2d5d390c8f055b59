import { kindOf } from '../../shared/exchange/card.ts'
import { colleagueFrom, standingFrom } from '../../shared/exchange/colleague.ts'
import type { ColleagueEvent, ColleagueRow } from '../../shared/exchange/colleague.ts'
import type { ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { cardWords } from './card.ts'

/** A colleague as screens show them. @param events theirs, oldest first. */
export function colleagueView(row: ColleagueRow, events: readonly ColleagueEvent[]): ColleagueView | null {
  const colleague = colleagueFrom(row, events)
  const previous = standingFrom(events)?.previous ?? null
  return (
    colleague && {
      ...colleague,
      kind: kindOf(colleague.recipient),
      words: cardWords(colleague),
      previousWords: previous && cardWords(previous),
      events: events.map(happened),
    }
  )
}

const happened = (event: ColleagueEvent): ColleagueView['events'][number] => ({
  id: event.id,
  kind: event.kind,
  at: event.at,
  by: event.by,
  how: event.kind === 'verified' ? event.how : null,
  reason: event.kind === 'retired' ? event.reason : null,
})
