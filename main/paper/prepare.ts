import { findLeaks } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { PaperId } from '../../shared/model.ts'
import { saidPaper } from '../../shared/paper/document.ts'
import type { PaperKind } from '../../shared/paper/model.ts'
import { formOf } from '../../shared/paper/phrase.ts'
import { Refused } from '../../shared/refusal.ts'
import type { PageLimit } from '../brief/pdf.ts'
import { cleanPdf } from '../brief/pdf.ts'
import type { QueryContext, TaskContext } from '../handler.ts'
import { readBack, withoutStreams } from '../leak/printed.ts'
import { alikeOn, assemble, secretsOf, type Assembled } from './assemble.ts'
import { fileTitle, paperHtml } from './html.ts'
import { voiceIn } from './voice.ts'

/** A plan is one page to keep in mind; what is held of somebody may take a second. */
const most: Readonly<Record<PaperKind, PageLimit>> = {
  plan: { limit: 1, code: 'paper/too-long' },
  sheet: { limit: 2, code: 'paper/too-long' },
}

/** A paper that may leave now. @throws Refused `paper/already-left`, `paper/gate-closed`, `paper/sounds-like` */
export function mayLeave(context: QueryContext, paperId: PaperId): Assembled {
  const ready = assemble(context, paperId)
  if (ready.paper.left || ready.paper.printing) throw new Refused('paper/already-left')
  if (!ready.gate.open) throw new Refused('paper/gate-closed')
  const places = alikeOn(context, ready).filter(({ reason }) => reason === null).length
  if (places > 0) throw new Refused('paper/sounds-like', { places })
  return ready
}

/** Time passes while a dialog is open: what was printed must still be what may leave. @throws Refused `paper/gate-closed` */
export function stillTheSame(context: QueryContext, ready: Assembled): void {
  const now = mayLeave(context, ready.paper.id)
  if (now.fingerprint !== ready.fingerprint) throw new Refused('paper/gate-closed')
}

/** A paper on its page, searched for everything that must stay here. */
export interface Printed {
  readonly ready: Assembled
  readonly html: string
  readonly pdf: Uint8Array
}

/** Asks the gate, prints apart and searches the pages. @throws Refused `paper/…`, `brief/unreadable-pdf` */
export async function prepare({ app, vault }: TaskContext, paperId: PaperId): Promise<Printed> {
  const ready = mayLeave(vault(), paperId)
  const { document, paper } = ready
  const html = paperHtml(document)
  const pdf = await cleanPdf(await app.ask.printToPdf(html), {
    title: fileTitle(document),
    language: document.language,
    most: most[paper.draft.kind],
  })
  const parts = [withoutStreams(pdf), ...(await readBack(app, pdf))].map(text => ({
    where: 'paper.pdf',
    text,
  }))
  const leaks = findLeaks(untold(ready, secretsOf(vault(), ready)), parts)
  if (leaks.length > 0) throw new Refused('paper/leak', { places: leaks.length })
  return { ready, html, pdf }
}

/** The secrets that are not words of the form itself, which gives nothing away. */
function untold({ paper, written }: Assembled, secrets: readonly Secret[]): Secret[] {
  const { kind, language } = paper.draft
  const parts = written.parts.map(({ part, entries }) => ({ part, entries: entries.map(formOf) }))
  const form = textIn(saidPaper(kind, { parts }, voiceIn(language)))
  const asKeys = secrets.map(({ text }) => ({ key: text, text }))
  const told = new Set(findLeaks(asKeys, [{ where: 'form', text: form }]).map(({ key }) => key))
  return secrets.filter(({ text }) => !told.has(text))
}

/** Every text of a value, one a line. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? Object.values(value).map(textIn).join('\n') : ''
}
