import { basename } from 'node:path'
import { statSync } from 'node:fs'
import { FileId } from '../../shared/model.ts'
import { maxEmailBytes } from '../../shared/import/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { changed, mustExist } from '../case/repository.ts'
import { takeInEmail } from '../evidence/takeIn.ts'
import { refusalForRead } from '../file/refusalFor.ts'
import { readWhole } from '../file/readWhole.ts'
import type { HandlersFor } from '../handler.ts'
import { readEmailApart } from './readEmailApart.ts'

/** Asks for a file and keeps its path on the desk; the page gets a number, the base name and the size in bytes. */
export async function chooseFile(
  app: App,
  ask: { readonly title: string; readonly extensions: readonly string[] },
): Promise<{ fileId: FileId; name: string; size: number } | null> {
  const path = await app.ask.chooseFile(ask)
  if (path === null) return null
  const fileId = FileId.parse(app.newId())
  app.desk.files.set(fileId, path)
  return { fileId, name: basename(path), size: sizeOf(path) }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    throw refusalForRead(error)
  }
}

/** The whole of a file somebody chose. @throws Refused `file/gone`, `file/too-large`, `file/cannot-read` */
export async function readChosen(app: App, fileId: FileId, limit: number): Promise<Uint8Array> {
  const path = app.desk.files.get(fileId)
  if (path === undefined) throw new Refused('file/gone')
  return readWhole(path, limit)
}

export const importHandlers: HandlersFor<'import'> = {
  'import.chooseEmail': ({ app }) => chooseFile(app, { title: 'E-mail', extensions: ['eml'] }),

  'import.readEmail': async ({ app }, { fileId }) => {
    const original = await readChosen(app, fileId, maxEmailBytes)
    const read = await readEmailApart(app.ask, original)
    app.desk.emails.set(fileId, { read, original })
    return read.email
  },

  'import.addEmail': ({ app, write }, { caseId, fileId }) => {
    const email = app.desk.emails.get(fileId)
    if (!email) throw new Refused('file/gone')
    write(context => {
      mustExist(context.db, caseId)
      takeInEmail(context, { caseId, ...email })
      changed(context, caseId)
    })
    app.desk.emails.delete(fileId)
    return null
  },
}
