import type { Attachment, SourceMessage } from '../../shared/evidence/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { dropRow, putRow } from '../db/rawRow.ts'
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
  const caseId = messages.byId(db, id)?.caseId ?? attachments.byId(db, id)?.caseId ?? null
  putRow(db, 'original', { key: ['id'], row: { id, bytes }, caseId })
}

/** Takes the bytes of a file off, when the package that brought it is undone. */
export const dropOriginal = (db: WriteDb, id: string): void => dropRow(db, 'original', { key: 'id', id })

/** The bytes of a kept file, or `null` when it was left out. */
export function original(db: ReadDb, id: string): Uint8Array | null {
  return (
    prepare<[string], { bytes: Uint8Array }>(db, `SELECT bytes FROM original WHERE id = ?`).get(id)?.bytes ??
    null
  )
}
