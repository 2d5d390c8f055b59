import { json, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/**
 * Lists, thresholds and report windows in versions: each row is the whole setting as it holds from then on, and what
 * was changed to get there. `about` is the list, or which of the other two it is.
 */
const versions = `
  ${kept('setting_version', [
    "about TEXT NOT NULL CHECK (about <> '')",
    json('content'),
    json('change'),
    'valid_from TEXT NOT NULL',
    'set_by TEXT NOT NULL',
    "reason TEXT NOT NULL CHECK (reason <> '')",
  ])}
  CREATE INDEX setting_version_about ON setting_version (about);
  ${neverChanged('setting_version')}`

/** Lists, thresholds and report windows as versioned data. */
export const settings: Migration = {
  version: 8,
  up: db => void db.exec(versions),
}
