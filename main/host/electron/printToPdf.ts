import { fontAt, printedDocument, type PageFile } from '../page.ts'
import type { Electron } from './electron.ts'
import { serve } from './serve.ts'
import { printOptions } from './windowOptions.ts'

type Files = ReadonlyMap<string, PageFile>

/** Makes the printer: one document at a time, in a hidden window without scripts that is destroyed afterwards. */
export function createPrinter(
  { BrowserWindow, session }: Pick<Electron, 'BrowserWindow' | 'session'>,
  files: Files,
): (html: string) => Promise<Uint8Array> {
  const documents = new Map<string, PageFile>()
  let next = 0
  serve(session.fromPartition('vigil-print'), path => documents.get(path) ?? fontAt(files, path))

  return async html => {
    const path = `/document-${next++}.html`
    documents.set(path, printedDocument(html))
    const window = new BrowserWindow(printOptions)
    try {
      await window.loadURL(`vigil://app${path}`)
      return new Uint8Array(await window.webContents.printToPDF(paper))
    } finally {
      documents.delete(path)
      window.destroy()
    }
  }
}

const paper = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const
