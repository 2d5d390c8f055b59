import type { FileId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { keyFileAt } from './keyFile.ts'

/**
 * The 32 bytes of the key file somebody chose, read now; `null` when none was chosen. The caller wipes them.
 *
 * @throws Refused `file/gone`, `file/cannot-read`, `keyfile/…`.
 */
export async function chosenKeyFile(app: App, fileId: FileId | null): Promise<Uint8Array | null> {
  if (fileId === null) return null
  const path = app.desk.files.get(fileId)
  if (path === undefined) throw new Refused('file/gone')
  return keyFileAt(path)
}
