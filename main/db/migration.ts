import type { Connection } from './handles.ts'

/** One step of the schema. Versions are 1, 2, 3 without gaps; a released step is never edited. */
export interface Migration {
  readonly version: number
  up(db: Connection): void
}
