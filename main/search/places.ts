import { tableSlots, watched } from '../db/migrations/0024-search.ts'
import { sources, type Source } from './sources.ts'

/* A row that is searched, in one number: its rowid and, in the lowest bits, its table (ADR 0038). */

const byTable = new Map(sources.map(source => [source.table, source]))

const byNumber = watched.map(({ name }) => byTable.get(name))

/** How what is found at a place reads: the table is part of the place. @throws Error when there is no such table */
export function sourceAt(place: number): Source {
  const source = byNumber[place % tableSlots]
  if (!source) throw new Error('a table that is not searched')
  return source
}

/** The place of a row, as SQL over its rowid. */
export const placeSql = ({ table }: Source): string =>
  `rowid * ${tableSlots} + ${watched.findIndex(({ name }) => name === table)}`

/** The rowid in its table of what stands at a place. */
export const rowidAt = (place: number): number => Math.floor(place / tableSlots)

/** The columns a trigger keeps when they change, in their order. */
export const keptColumns = ({ table }: Source): readonly string[] =>
  watched.find(({ name }) => name === table)?.columns ?? []
