import { basename, dirname, join } from 'node:path'
import type { Desk } from '../app.ts'
import { forReading } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { setting } from '../vault/repository.ts'

/** Where the practice vault stands: beside the usual place, under a name of its own. */
export const practiceFolder = ({ usual }: Pick<Desk, 'usual'>): string =>
  join(dirname(usual), `${basename(usual)}-practice`)

/** Whether this vault says of itself that it holds invented cases. It says so wherever it is moved to. */
export const isPracticeVault = (db: ReadDb): boolean => setting(db, 'practice') === true

/** Whether the desk is at practice: in the practice folder, or over a vault that says so itself. */
export function isAtPractice(desk: Desk): boolean {
  if (desk.folder === practiceFolder(desk)) return true
  return desk.vault !== null && isPracticeVault(forReading(desk.vault.db))
}
