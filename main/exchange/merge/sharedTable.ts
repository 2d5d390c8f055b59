import type { Fact } from '../../../shared/consent/model.ts'
import type { HandedKind } from '../../../shared/exchange/caseDocument.ts'
import type { Json } from '../../../shared/exchange/version.ts'
import type { Element } from '../../../shared/gate/model.ts'
import type { CaseId } from '../../../shared/model.ts'
import type { z } from '../../../shared/zod.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'

/** A row of any table, as its model has it. */
export type Row = Readonly<Record<string, Json>> & { readonly id: string }

/** A field that holds text; empty when it holds anything else. */
export const textIn = (row: Row, field: string): string => {
  const value = row[field]
  return typeof value === 'string' ? value : ''
}

/** Fields that are told together: which fact, giving away how much of who somebody is. */
export interface Part {
  readonly fields: readonly string[]
  readonly fact: Fact
  readonly element: Element
}

/** How one table is shared with colleagues (ADR 0024). */
export interface SharedTable {
  readonly name: HandedKind
  /** Its id is the case's: at most one row a case. */
  readonly ofCase: boolean
  /** Its id is a person's: at most one row a person. */
  readonly ofPerson: boolean
  /** Rows are added and never changed: they go whole or not at all. */
  readonly fixed: boolean
  /** It goes only when a whole caseload is handed over. */
  readonly handedOnly: boolean
  /** Fields that name a row it cannot be without, and that somebody may take off. */
  readonly parents: readonly string[]
  /** The letter of its neutral codes, where its rows have them. */
  readonly letter: string | null
  readonly fields: readonly string[]
  /** The first part is the row's own: without it nothing of the row goes. */
  readonly parts: readonly Part[]
  /** What stands in a new row for what was withheld. */
  readonly blank: Readonly<Record<string, Json>>
  /** Whom a row is about; empty: everybody the case is about. */
  personIdsOf(row: Row): readonly string[]
  rowsOf(db: ReadDb, caseId: CaseId): Row[]
  byId(db: ReadDb, id: string): Row | null
  insert(db: WriteDb, row: Row): void
  update(db: WriteDb, row: Row): void
  remove(db: WriteDb, id: string): void
  /** Whether one value may stand in one field. */
  isValid(field: string, value: unknown): boolean
  /** Whether a whole row is one. */
  isRow(row: unknown): boolean
}

interface Handle {
  readonly columns: object
  insert(db: WriteDb, value: never): void
  update(db: WriteDb, value: never): void
  remove(db: WriteDb, id: never): void
  byId(db: ReadDb, id: string): unknown
  ofCase(db: ReadDb, caseId: string): readonly unknown[]
}

interface Shape {
  readonly rows: Handle
  readonly model: z.ZodObject
  readonly key?: 'case' | 'person'
  readonly fixed?: boolean
  readonly handedOnly?: boolean
  readonly parents?: readonly string[]
  readonly letter?: string
  /** Fields that belong to each vault alone, with what a new row has there. */
  readonly own?: Readonly<Record<string, Json>>
  readonly parts: readonly Part[]
  readonly blank?: Readonly<Record<string, Json>>
  readonly about?: (row: Row) => readonly string[]
}

/** Fields that are told together. */
export const part = (fields: readonly string[], fact: Fact, element: Element = 'group'): Part => ({
  fields,
  fact,
  element,
})

/** How one table is shared. */
export function shared(name: HandedKind, shape: Shape): SharedTable {
  const { rows, model, key, own = {}, parts, about = () => [] } = shape
  const fields = Object.keys(rows.columns).filter(
    field => field !== 'id' && field !== 'caseId' && !Object.hasOwn(own, field),
  )
  const named = parts.flatMap(({ fields: some }) => some)
  const [first, ...others] = parts
  const rest = { ...(first ?? part([], 'who')), fields: fields.filter(field => !named.includes(field)) }
  return {
    name,
    ofCase: key === 'case',
    ofPerson: key === 'person',
    fixed: shape.fixed ?? false,
    handedOnly: shape.handedOnly ?? false,
    parents: shape.parents ?? [],
    letter: shape.letter ?? null,
    fields,
    parts: [rest, ...others],
    blank: { ...own, ...shape.blank },
    personIdsOf: about,
    rowsOf: (db, caseId) =>
      key === 'case'
        ? ([rows.byId(db, caseId)].filter(Boolean) as Row[])
        : (rows.ofCase(db, caseId) as Row[]),
    byId: (db, id) => rows.byId(db, id) as Row | null,
    insert: (db, row) => rows.insert(db, row as never),
    update: (db, row) => rows.update(db, row as never),
    remove: (db, id) => rows.remove(db, id as never),
    isValid: (field, value) => {
      const read = model.shape[field]?.safeParse(value)
      return read?.success === true && JSON.stringify(read.data) === JSON.stringify(value)
    },
    isRow: row => model.safeParse(row).success,
  }
}
