import type { Migration } from '../migrate.ts'
import { desk } from './0001-desk.ts'

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [desk]
