import type { Session } from 'electron'
import { fileAt, type PageFile } from '../page.ts'

/** Answers `vigil://app/…` of a session from a fixed set of files; every other host and method gets an empty 404. */
export function serve(session: Session, find: (path: string) => PageFile): void {
  session.protocol.handle('vigil', request => {
    const url = new URL(request.url)
    const { status, headers, body } =
      url.host === 'app' && request.method === 'GET' ? find(url.pathname) : nothing
    return new Response(body, { status, headers })
  })
}

const nothing = fileAt(new Map(), '')
