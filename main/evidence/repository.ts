import type { Attachment, SourceMessage } from '../../shared/evidence/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

export const messages = table<SourceMessage>('source_message', {
  id: 'plain',
  caseId: 'plain',
  kind: 'plain',
  takenInAt: 'plain',
  from: 'plain',
  to: 'plain',
  subject: 'plain',
  sentSaid: 'plain',
  text: 'plain',
  textFrom: 'plain',
  hasRemoteContent: 'flag',
  notes: 'json',
  headers: 'json',
  sha256: 'plain',
  size: 'plain',
})

export const attachments = table<Attachment>('attachment', {
  id: 'plain',
  caseId: 'plain',
  sourceId: 'plain',
  name: 'plain',
  declaredType: 'plain',
  kind: 'plain',
  isProgram: 'flag',
  mismatch: 'flag',
  size: 'plain',
  sha256: 'plain',
  leftOut: 'plain',
})

/** Keeps a file as it came, under the id of its message or attachment. */
export function keepOriginal(
  db: WriteDb,
  { id, bytes }: { readonly id: string; readonly bytes: Uint8Array },
): void {
  prepare<[string, Uint8Array]>(db, `INSERT INTO original (id, bytes) VALUES (?, ?)`).run(id, bytes)
}

/** The bytes of a kept file, or `null` when it was left out. */
export function original(db: ReadDb, id: string): Uint8Array | null {
  return (
    prepare<[string], { bytes: Uint8Array }>(db, `SELECT bytes FROM original WHERE id = ?`).get(id)?.bytes ??
    null
  )
}
