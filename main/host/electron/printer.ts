import type { BrowserWindow as Window } from 'electron'
import { Refused } from '../../../shared/refusal.ts'
import type { Host } from '../host.ts'
import { fontAt, printedDocument, type PageFile } from '../page.ts'
import type { Electron } from './electron.ts'
import { serve } from './serve.ts'
import { printOptions } from './windowOptions.ts'

type Files = ReadonlyMap<string, PageFile>

/** Makes the printer: one document at a time, in a hidden window without scripts that is destroyed afterwards. */
export function createPrinter(
  { BrowserWindow, session }: Pick<Electron, 'BrowserWindow' | 'session'>,
  files: Files,
): Pick<Host, 'printToPdf' | 'printOnPaper'> {
  const documents = new Map<string, PageFile>()
  let next = 0
  serve(session.fromPartition('vigil-print'), path => documents.get(path) ?? fontAt(files, path))

  const withDocument = async <T>(html: string, work: (window: Window) => Promise<T>): Promise<T> => {
    const path = `/document-${next++}.html`
    documents.set(path, printedDocument(html))
    const window = new BrowserWindow(printOptions)
    try {
      await window.loadURL(`vigil://app${path}`)
      return await work(window)
    } finally {
      documents.delete(path)
      window.destroy()
    }
  }
  return {
    printToPdf: html =>
      withDocument(html, async window => new Uint8Array(await window.webContents.printToPDF(paper))),
    printOnPaper: ({ html }) => withDocument(html, printWithDialog),
  }
}

const paper = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/** What Electron says when somebody closed the dialog. */
const closed = 'Print job canceled'

/** The system's own dialog, which knows the printers; without a printer it could only write a file in clear text. */
async function printWithDialog({ webContents }: Window): Promise<boolean> {
  const printers = await webContents.getPrintersAsync()
  if (printers.length === 0) throw new Refused('paper/no-printer')
  return new Promise((resolve, reject) => {
    webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (success, why) => {
      if (success) resolve(true)
      else if (why === closed) resolve(false)
      else reject(new Refused('paper/no-printer'))
    })
  })
}
