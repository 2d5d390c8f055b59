import { z } from '../zod.ts'

/** What was found when a vault did not open (ADR 0033): each of its files by name. */
export const Damage = z.object({
  /** `one-copy`: one of the two copies holds, so nothing is lost. */
  keys: z.enum(['whole', 'one-copy', 'damaged', 'missing', 'unreadable']),
  /**
   * `unknown`: nobody can look without the keys. `pages`: some pages are damaged. `order`: every page is whole and they do
   * not fit together. `none`: not one page can be read.
   */
  database: z.enum([
    'unknown',
    'whole',
    'missing',
    'empty',
    'pages',
    'order',
    'none',
    'unreadable',
    'foreign',
  ]),
  /** Pages the database has, or should have. */
  pages: z.int(),
  /** Of those, how many are damaged or missing. */
  damagedPages: z.int(),
  /** `damaged`: what the last, unfinished change was cannot be taken back by itself. */
  journal: z.enum(['none', 'whole', 'damaged', 'unreadable']),
  seal: z.enum(['unknown', 'whole', 'missing', 'damaged']),
  /** Whether the keys are in hand and at least one page can be read. */
  canRescue: z.boolean(),
})
export type Damage = z.infer<typeof Damage>

/** What became of the rows of one table. */
export const RescuedTable = z.object({
  table: z.string(),
  /** Rows read from whole pages. */
  found: z.int(),
  /** Rows no page held and the record told. */
  rebuilt: z.int(),
  /** Of the rebuilt: those that may have been changed later. */
  perhapsOlder: z.int(),
  /** Rows that are known to have been there and are not. */
  lost: z.int(),
  /** Rows that were read and do not fit; kept in the record of the rescue. */
  apart: z.int(),
})
export type RescuedTable = z.infer<typeof RescuedTable>

/** What a rescue brought. */
export const Rescued = z.object({
  pages: z.int(),
  damagedPages: z.int(),
  /** Entries of the record that were read. */
  entries: z.int(),
  /** Up to which of them the record verifies; the rest is kept in the new entry. */
  kept: z.int(),
  /** Rows on pages that nothing leads to and that could not be told apart; counted only. */
  unplaced: z.int(),
  /** Tables that lost a page without anything that says what stood there: how many rows are missing nobody can tell. */
  uncounted: z.array(z.string()),
  /** Tables of which there is anything to say, most lost first. */
  tables: z.array(RescuedTable),
})
export type Rescued = z.infer<typeof Rescued>

/** How far a rescue is. */
export const RescueProgress = z.object({
  stage: z.enum(['idle', 'reading', 'placing', 'rebuilding', 'checking']),
  done: z.int(),
  all: z.int(),
})
export type RescueProgress = z.infer<typeof RescueProgress>

/** A copy of a damaged vault, byte by byte. */
export const CopiedAsIs = z.object({
  /** The new folder's own name. */
  name: z.string(),
  files: z.int(),
  bytes: z.number(),
  /** Bytes the medium no longer gives; they are zeros in the copy. */
  unreadable: z.number(),
})
export type CopiedAsIs = z.infer<typeof CopiedAsIs>
