import { maxEmailBytes } from '../../shared/import/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { cases, changed, mustExist } from '../case/repository.ts'
import { casesWithSame } from '../evidence/sameEmail.ts'
import { takeInEmail } from '../evidence/takeIn.ts'
import { chooseFile, readChosen } from '../file/chosen.ts'
import type { HandlersFor } from '../handler.ts'
import { readEmailApart } from './readEmailApart.ts'

export const importHandlers: HandlersFor<'import'> = {
  'import.chooseEmail': ({ app }) => chooseFile(app, { title: 'E-mail', extensions: ['eml'] }),

  'import.readEmail': async ({ app }, { fileId }) => {
    const original = await readChosen(app, fileId, maxEmailBytes)
    const read = await readEmailApart(app.ask, original)
    app.desk.emails.set(fileId, { read, original })
    return read.email
  },

  'import.sameEmail': ({ app, vault }, { fileId }) => {
    const email = app.desk.emails.get(fileId)
    if (!email) throw new Refused('file/gone')
    const { db } = vault()
    return casesWithSame(db, email).flatMap(({ caseId, how }) => {
      const file = cases.byId(db, caseId)
      return file ? [{ caseId, how, code: file.code, state: file.state }] : []
    })
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
