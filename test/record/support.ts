import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openEntry, sealEntry } from '../../main/record/entry.ts'
import { forWriting, type Connection } from '../../main/db/handles.ts'
import { toldIn } from '../../main/db/said.ts'
import { Instant } from '../../shared/model.ts'
import { freshFolder, testApp, type TestApp } from '../support.ts'

/** A machine with a place of its own outside the vault, as it has in life. */
export function machine(now?: string, home = freshFolder()): TestApp {
  const here = testApp(now, join(home, 'vault.vigil'))
  Object.assign(here.app, { preferencesFile: join(home, 'preferences.json') })
  return here
}

/** Closes the vault as a lock does. */
export const locks = ({ get }: TestApp) => get('vault.lock', {})

/** A copy of the closed vault, as somebody with the machine in their hands would make it. */
export function copyOf({ folder }: TestApp): string {
  const copy = join(freshFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** Puts a copy in the place of the closed vault. */
export function putBack({ folder }: TestApp, copy: string): void {
  rmSync(folder, { recursive: true })
  cpSync(copy, folder, { recursive: true })
}

/** One more entry, small and honest. */
export const writes = ({ get }: TestApp, minutes = 7) => get('vault.setIdle', { minutes })

/** What somebody with the passphrase and a database tool could do: the triggers that forbid it taken away first. */
export function tampers({ app }: TestApp, sql: string): void {
  const db = app.desk.vault?.db
  const triggers = db
    ?.prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('entry', 'change') AND name LIKE '%never%'`,
    )
    .all()
  for (const { name } of triggers ?? []) db?.exec(`DROP TRIGGER "${name}"`)
  db?.exec(sql)
}

/** Cuts entries off the end of the record and leaves a chain that fits. */
export const cutsTail = (here: TestApp, keep: number) =>
  tampers(here, `DELETE FROM entry WHERE seq > ${keep}; DELETE FROM change WHERE entry > ${keep}`)

/** Cuts the end off and seals as many other entries in its place: a chain that fits, of the same length. */
export function rewrites(here: TestApp, keep: number): void {
  const connection = here.app.desk.vault!.db
  const db = forWriting(connection)
  const { last } = connection.prepare('SELECT max(seq) AS last FROM entry').get() as { last: number }
  cutsTail(here, keep)
  for (let seq = keep + 1; seq <= last; seq++) {
    connection.transaction(() => {
      const opened = openEntry(db)
      const said = {
        caseId: null,
        subject: null,
        reason: 'rewritten',
        salt: new Uint8Array(16).fill(seq % 250),
      }
      sealEntry(db, opened, {
        at: Instant.parse(here.app.clock()),
        actor: 'FP-1',
        operation: 'vault.setIdle',
        ...said,
      })
    })()
  }
}

/** Everything the record says, as text, as whoever is at the desk reads it. */
export const saidIn = (db: Connection): string =>
  db
    .prepare<[], { said: Uint8Array | null }>('SELECT said FROM change ORDER BY id')
    .all()
    .map(({ said }) => toldIn(said).flat().join('\n'))
    .join('\n')

/** What each witness says, shortly. */
export const verdicts = async ({ get }: TestApp) =>
  (await get('record.standing', {})).witnesses.map(
    ({ kind, verdict, missing }) => `${kind} ${verdict} ${missing}`,
  )
