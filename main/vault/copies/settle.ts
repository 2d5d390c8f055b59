import type { Instant } from '../../../shared/model.ts'
import { forWriting, type Connection } from '../../db/handles.ts'
import { openEntry, sealEntry } from '../../record/entry.ts'
import type { OpenVault } from '../openVault.ts'
import { boxKeyName, type Manifest } from './manifest.ts'
import { restores } from './repository.ts'
import { unmarkRestored, unrecordedManifest } from './restoring.ts'

/** Where a vault stands that was just opened, by whom and when. */
interface Opened {
  readonly folder: string
  readonly vault: OpenVault
  /** Role code. */
  readonly actor: string
  readonly at: Instant
  /** 16 random bytes, for the entry. */
  readonly salt: Uint8Array
}

function write(connection: Connection, manifest: Manifest, { actor, at, salt }: Opened): void {
  const db = forWriting(connection)
  const { copy_id: id, made_at, facts } = manifest
  if (restores.byId(db, id)) return
  connection
    .transaction(() => {
      const seq = openEntry(db)
      restores.insert(db, {
        id,
        restoredAt: at,
        restoredBy: actor,
        copyMadeAt: made_at as Instant,
        entries: facts.entries,
        head: facts.head,
      })
      const said = { caseId: null, subject: null, reason: null, salt }
      sealEntry(db, seq, { at, actor, operation: 'vault.restored', ...said })
    })
    .immediate()
}

/** Writes into the record of a vault that was restored from a copy, and proved, that it was. Else nothing. */
export async function recordRestored(opened: Opened): Promise<void> {
  const { folder, vault } = opened
  const manifest = await unrecordedManifest(folder, vault.subkey(boxKeyName))
  if (!manifest) return
  write(vault.db, manifest, opened)
  unmarkRestored(folder)
}
