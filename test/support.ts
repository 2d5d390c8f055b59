import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { afterEach } from 'vitest'
import { newDesk } from '../main/app.ts'
import type { App } from '../main/app.ts'
import type { Ask } from '../main/ask.ts'
import { JobFailed } from '../main/ask.ts'
import { textOfPdf } from '../main/brief/pdfText.ts'
import { docxOf } from '../main/docx/docxOf.ts'
import { answer } from '../main/door.ts'
import { textInPicture } from '../main/exchange/readPicture.ts'
import { runEncrypt, runOpen, runSeal } from '../main/exchange/run.ts'
import type { PaperAsk } from '../main/host/host.ts'
import { readEmail } from '../main/import/readEmail.ts'
import { sayIn } from '../main/text.ts'
import { newThrottle } from '../main/vault/throttle.ts'
import { contract } from '../shared/contract.ts'
import type { Name, Output, Sent } from '../shared/contract.ts'
import type { BriefDocument } from '../shared/brief/model.ts'
import type { DueLine } from '../shared/case/due.ts'
import type { Intake } from '../shared/case/model.ts'
import { Horizon } from '../shared/lines/model.ts'
import type { DueGroup, DueKey } from '../shared/lines/model.ts'
import { Day, Instant } from '../shared/model.ts'
import type { PersonDraft } from '../shared/person/model.ts'
import { Refused } from '../shared/refusal.ts'
import type { Reply } from '../shared/refusal.ts'

/** A cost of the key derivation that keeps tests quick. Only code can ask for it. */
export const quickKdf = { m: 64, t: 1, p: 1 }

export const passphrase = () => new TextEncoder().encode('correct horse battery staple lamp river window')

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(folder => rmSync(folder, { recursive: true, force: true })))

/** A fresh folder that is gone after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-test-'))
  folders.push(folder)
  return folder
}

/** What the shell would do: dialogs answered from a queue, jobs run here, pages printed as plain text. */
export interface Shell {
  /** Paths the next dialogs answer with; `null` closes the dialog. */
  readonly dialogs: (string | null)[]
  /** What the printer does next; a printer that is not asked about takes everything. */
  readonly printers: ('prints' | 'closed' | 'missing')[]
  /** What came out of the printer. */
  readonly printed: PaperAsk[]
}

const jobs: Readonly<Record<string, (input: never) => Promise<unknown>>> = {
  'read-email': ({ bytes }: { bytes: Uint8Array }) => readEmail(bytes),
  seal: runSeal,
  encrypt: runEncrypt,
  open: runOpen,
  'read-picture': ({ bytes }: { bytes: Uint8Array }) => Promise.resolve(textInPicture(bytes)),
  'pdf-text': ({ bytes }: { bytes: Uint8Array }) => textOfPdf(bytes),
  docx: ({ document }: { document: BriefDocument }) => docxOf(document, sayIn(document.language)),
}

function shellAsk(shell: Shell): Ask {
  const next = () => Promise.resolve(shell.dialogs.shift() ?? null)
  return {
    chooseFile: next,
    chooseDestination: next,
    chooseFolder: next,
    printToPdf: printPlainly,
    async printOnPaper(ask) {
      const next = shell.printers.shift() ?? 'prints'
      if (next === 'missing') throw new Refused('paper/no-printer')
      if (next === 'prints') shell.printed.push(ask)
      return next === 'prints'
    },
    async runJob(name, input) {
      try {
        return await jobs[name]?.(input as never)
      } catch (error) {
        throw error instanceof Refused ? new JobFailed('refused', error.code) : error
      }
    },
  }
}

/** The words of a page on one sheet: enough to be read back. Real printing is tested in a real window. */
async function printPlainly(html: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([2000, 2000])
  const words = html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(/[^\x20-\x7e\n]/g, '?')
  page.drawText(words, {
    font: await pdf.embedFont(StandardFonts.Helvetica),
    size: 6,
    x: 10,
    y: 1990,
    lineHeight: 7,
  })
  return pdf.save()
}

/** A whole main side without a window: real database, real crypto, a clock that stands still until it is moved. */
export function testApp(now = '2026-03-02T12:00:00.000Z', folder = join(freshFolder(), 'vault.vigil')) {
  const shell: Shell = { dialogs: [], printers: [], printed: [] }
  let at = Instant.parse(now)
  let counter = 0
  const faults: string[] = []
  const app: App = {
    desk: newDesk(folder),
    ask: shellAsk(shell),
    clock: () => at,
    today: () => Day.parse(at.slice(0, 10)),
    newId: () => uuidOf(`${folder}${counter++}`),
    random: size => crypto.getRandomValues(new Uint8Array(size)),
    throttle: newThrottle(() => performance.now()),
    kdf: quickKdf,
    readerPage: () => '<p>%FILE%</p>',
    preferencesFile: null,
    tellShell: () => undefined,
    tellFound: () => undefined,
    tellBehaviour: () => undefined,
    logFault: (operation, error) => faults.push(`${operation} ${String(error)}`),
  }
  const call = async <N extends Name>(name: N, input: Sent<N>): Promise<Reply<Output<N>>> => {
    const reply = await answer(app, name, input)
    if (faults.length > 0) throw new Error(`fault: ${faults.splice(0).join(', ')}`)
    if (reply.ok) contract[name].output.parse(reply.value)
    return reply as Reply<Output<N>>
  }
  /** The value of a call that must succeed. */
  const get = async <N extends Name>(name: N, input: Sent<N>): Promise<Output<N>> => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${name} refused: ${reply.code} ${reply.field ?? ''}`)
    return reply.value
  }
  const unlock = () => get('vault.unlock', { passphrase: passphrase() })
  const create = () => get('vault.create', { passphrase: passphrase(), officer: 'FP-1' })
  const moveTo = (instant: string) => void (at = Instant.parse(instant))
  return { app, call, get, shell, create, unlock, moveTo, folder }
}

export type TestApp = ReturnType<typeof testApp>

/** Everything that is due on all cases, in the order of the days. */
export async function everyDue({ get }: Pick<TestApp, 'get'>): Promise<DueLine[]> {
  const dues: DueLine[] = []
  for (const horizon of Horizon.options)
    for (let after: DueKey | null | undefined; after !== null;) {
      const group: DueGroup = await get('case.moreDues', { horizon, after: after ?? null, limit: 200 })
      dues.push(...group.dues)
      after = group.next
    }
  return dues
}

/** The same id for the same text: a UUID that tests can repeat. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A stub as a focal point would type it. */
export const intake = (change: Partial<Intake> = {}): Intake => ({
  receivedOn: {
    said: '1 March 2026',
    precision: 'day',
    from: Day.parse('2026-03-01'),
    to: Day.parse('2026-03-01'),
  },
  channel: 'mailbox',
  language: { value: 'ar' },
  interpreter: { none: 'not-asked' },
  reporterRelation: { value: 'self' },
  mandateToAct: { none: 'not-asked' },
  firstEntity: { value: 'OHCHR_field_presence' },
  danger: 'possible',
  dangerWhy: '',
  safeToWrite: 'yes',
  safeContact: { value: 'none' },
  account: '',
  owner: 'FP-1',
  retentionReviewOn: Day.parse('2027-03-01'),
  ...change,
})

/** A person as a focal point would type them: a victim, nothing asked yet. */
export const person = (change: Partial<PersonDraft> = {}): PersonDraft => ({
  parts: ['victim'],
  unit: 'individual',
  gender: { none: 'not-asked' },
  ageBand: { none: 'not-asked' },
  roles: ['lawyer'],
  characteristics: [],
  linkToCooperator: { value: 'self' },
  region: { none: 'not-asked' },
  remunerated: { value: 'no' },
  situation: { none: 'unknown' },
  wishes: { none: 'not-asked' },
  wishesLanguage: null,
  wishesTranslation: '',
  note: '',
  ...change,
})
