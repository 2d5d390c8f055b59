import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { v7 } from 'uuid'
import { newDesk } from '../../main/app.ts'
import type { App } from '../../main/app.ts'
import type { Ask } from '../../main/ask.ts'
import { JobFailed } from '../../main/ask.ts'
import { answer } from '../../main/door.ts'
import { runEncrypt, runOpen, runSeal } from '../../main/exchange/run.ts'
import type { EncryptInput, OpenInput, SealInput } from '../../main/exchange/run.ts'
import { readEmail } from '../../main/import/readEmail.ts'
import type { Kdf } from '../../main/vault/kdf.ts'
import { newThrottle } from '../../main/vault/throttle.ts'
import { sayIn } from '../../main/text.ts'
import type { BriefDocument } from '../../shared/brief/model.ts'
import type { Name, Output, Sent } from '../../shared/contract.ts'
import { Day, Instant } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Reply } from '../../shared/refusal.ts'

/** A cost of the key derivation that stays out of the way. Only code can ask for it. */
export const quickKdf: Kdf = { m: 64, t: 1, p: 1 }

export { passphraseOf } from './passphrase.ts'

export interface DeskAsk {
  readonly folder: string
  readonly kdf: Kdf
  /** In place of the usual size up to which a database is read through before it is shown, in bytes. */
  readonly checkedFirst?: number
  /** What the next dialogs answer with; `null` closes one. */
  readonly dialogs?: (string | null)[]
  /** Called when a dialog opens: between what an operation does before and after it. */
  readonly onDialog?: () => void
  /** In place of the real clock: milliseconds since 1970. */
  readonly clock?: () => number
  /** In place of chance, except for the keys of the vault itself. */
  readonly random?: (size: number) => Uint8Array
  /** In place of plain paper. */
  readonly printToPdf?: Ask['printToPdf']
}

/** A whole main side without a window, with the real clock unless told otherwise. Jobs run in this process; paper is plain. */
export function newAppDesk(asked: DeskAsk) {
  const { folder, kdf, dialogs = [], onDialog, clock = Date.now } = asked
  const faults: string[] = []
  const found: string[] = []
  const next = () => {
    onDialog?.()
    return Promise.resolve(dialogs.shift() ?? null)
  }
  const ask: Ask = {
    chooseFile: next,
    chooseDestination: next,
    chooseFolder: next,
    printToPdf: asked.printToPdf ?? printPlainly,
    printOnPaper: () => Promise.resolve(true),
    runJob,
  }
  const app: App = {
    desk: newDesk(folder),
    ask,
    clock: () => Instant.parse(new Date(clock()).toISOString()),
    today: () => Day.parse(new Date(clock()).toISOString().slice(0, 10)),
    newId: () => v7(),
    random: asked.random ?? (size => crypto.getRandomValues(new Uint8Array(size))),
    throttle: newThrottle(() => performance.now()),
    kdf,
    checkedFirst: asked.checkedFirst,
    readerPage: () => '<p>%FILE%</p>',
    preferencesFile: null,
    tellShell: () => undefined,
    tellFound: what => void found.push(what),
    tellBehaviour: () => undefined,
    logFault: (operation, error) => void faults.push(`${operation}: ${String(error)}`),
  }
  const call = async <N extends Name>(name: N, input: Sent<N>): Promise<Reply<Output<N>>> =>
    (await answer(app, name, input)) as Reply<Output<N>>
  /** The value of a call that must succeed. */
  const get = async <N extends Name>(name: N, input: Sent<N>): Promise<Output<N>> => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${name} refused: ${reply.code} ${reply.field ?? ''} ${faults.join('; ')}`)
    return reply.value
  }
  return { app, call, get, dialogs, faults, found, folder }
}

export type AppDesk = ReturnType<typeof newAppDesk>

/** What throw-away processes do, done here. `pdf-text` is fetched when it is first needed: it is large. */
async function runJob(name: string, input: unknown): Promise<unknown> {
  try {
    if (name === 'read-email') return await readEmail((input as { readonly bytes: Uint8Array }).bytes)
    if (name === 'seal') return await runSeal(input as SealInput)
    if (name === 'open') return await runOpen(input as OpenInput)
    if (name === 'encrypt') return await runEncrypt(input as EncryptInput)
    if (name === 'docx') {
      const { docxOf } = await import('../../main/docx/docxOf.ts')
      const { document } = input as { readonly document: BriefDocument }
      return await docxOf(document, sayIn(document.language))
    }
    if (name === 'pdf-text') {
      const { textOfPdf } = await import('../../main/brief/pdfText.ts')
      return await textOfPdf((input as { readonly bytes: Uint8Array }).bytes)
    }
  } catch (error) {
    throw error instanceof Refused ? new JobFailed('refused', error.code) : error
  }
  throw new JobFailed('crash')
}

/** One sheet with one sentence: enough to be read back. Real printing is tested in a real window. */
async function printPlainly(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  pdf.addPage([600, 800]).drawText('A brief', { font, size: 12, x: 40, y: 700 })
  return pdf.save()
}
