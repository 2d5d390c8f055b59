import type { BrowserContext } from 'playwright-core'
import { fontAt, printedDocument, type PageFile } from '../page.ts'
import { origin } from './bridge.ts'

/** Prints one document with the only page of a context that runs no scripts; the context is the caller's to close. */
export async function printWith(
  context: BrowserContext,
  { html, files }: { readonly html: string; readonly files: ReadonlyMap<string, PageFile> },
): Promise<Uint8Array> {
  const address = `${origin}/document.html`
  await context.route('**/*', route => {
    const url = new URL(route.request().url())
    if (url.origin !== origin) return route.abort()
    return route.fulfill(url.href === address ? printedDocument(html) : { ...fontAt(files, url.pathname) })
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  return new Uint8Array(
    await page.pdf({
      preferCSSPageSize: true,
      format: 'A4',
      tagged: true,
      outline: true,
      printBackground: true,
    }),
  )
}
