import type { BrowserContext, Page, Route } from 'playwright-core'
import type { Reply } from '../../../shared/refusal.ts'
import type { HostEvent } from '../host.ts'
import { fileAt, type PageFile } from '../page.ts'

/** The made-up origin of the page; `.invalid` can never be a real one (RFC 2606). */
export const origin = 'https://vigil.invalid'

/**
 * Runs before the page's own scripts: makes `window.vigil` exactly what the preload makes under Electron, takes the
 * raw binding away, and sees to it that no page can hold up its own end or open a window.
 */
const script = `(() => {
  if (location.origin !== '${origin}' || window !== top) return
  const raw = window.vigilBinding
  const { parse } = JSON
  delete window.vigilBinding
  const listeners = []
  addEventListener('vigil-host', event => listeners.forEach(listener => listener(event.detail)))
  Object.defineProperty(window, 'vigil', {
    value: Object.freeze({
      call: async (name, input) => {
        const said = await raw(name, input)
        return typeof said === 'string' ? parse(said) : said
      },
      on: listener => void listeners.push(listener),
    }),
  })
  const add = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type !== 'beforeunload') add.call(this, type, ...rest)
  }
  Object.defineProperty(window, 'onbeforeunload', { value: null, writable: false })
  Object.defineProperty(window, 'open', { value: () => null, writable: false })
})()`

type Call = (name: unknown, input: unknown) => Promise<Reply<unknown>>

function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true
  return Object.values(value).some(holdsBytes)
}

/**
 * An answer as it crosses: one text, which the page reads at once. The driver would take a value apart piece by piece and put
 * it together again in the page, which takes several times as long. Bytes, which are no text, go as they are.
 */
export const packed = (reply: Reply<unknown>): unknown => (holdsBytes(reply) ? reply : JSON.stringify(reply))

/** Puts the bridge into every page of the context; only the top frame of our own page is answered. */
export async function exposeBridge(context: BrowserContext, call: Call): Promise<void> {
  await context.exposeBinding('vigilBinding', async ({ frame, page }, name: unknown, input: unknown) =>
    packed(
      frame === page.mainFrame() && new URL(frame.url()).origin === origin
        ? await call(name, input)
        : { ok: false, code: 'unknown-operation' },
    ),
  )
  await context.addInitScript(script)
}

/** Tells the page an event; does not wait, a page that hangs cannot hold up a lock. */
export function announce(page: Page, event: HostEvent): void {
  page.evaluate(`void dispatchEvent(new CustomEvent('vigil-host', { detail: '${event}' }))`).catch(() => {})
}

/** Serves the page from memory and lets nothing else through. */
export function servePage(files: ReadonlyMap<string, PageFile>) {
  return (route: Route): Promise<void> => {
    const url = new URL(route.request().url())
    if (url.origin === origin) return route.fulfill({ ...fileAt(files, url.pathname) })
    // An aborted navigation leaves the page where it is; a failed one would show an error page in its place.
    return route.abort(route.request().isNavigationRequest() ? 'aborted' : 'blockedbyclient')
  }
}
