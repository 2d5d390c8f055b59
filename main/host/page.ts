import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

/**
 * What the page may do, sent as a header with every file: its own scripts, styles, fonts and pictures, and nothing
 * else. No inline script, no `eval`, no request to anywhere, no frame, no form target (ADR 0008).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one policy writes nothing but the empty string (ADR 0010).
  'trusted-types default',
].join('; ')

/** What a document being printed may do: show itself, with its own styles and Vigil's fonts. */
export const printPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** One file as it is answered. */
export interface PageFile {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer<ArrayBuffer>
}

/**
 * Every file of the built page by its path (`/index.html`), read once at start; a font when it is first asked for, since
 * of two hundred only a few ever are. Nothing outside this map is ever answered, so that no path, however it is written,
 * reaches the disk.
 */
export function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    names.map(entry => {
      const path = join(entry.parentPath, entry.name)
      const name = `/${path
        .slice(folder.length + 1)
        .split(sep)
        .join('/')}`
      const type = mimeTypes[extname(path)] ?? 'application/octet-stream'
      return [name, type.startsWith('font/') ? font(path, type) : answer(readFileSync(path), type)] as const
    }),
  )
}

/** The file of a path; `/` is the page itself. What is not in the map is an empty 404 under the same policy. */
export function fileAt(files: ReadonlyMap<string, PageFile>, path: string): PageFile {
  return (
    files.get(path === '/' ? '/index.html' : path) ?? {
      ...answer(Buffer.alloc(0), 'text/plain'),
      status: 404,
    }
  )
}

/** A document to be printed, as it is answered. */
export function printedDocument(html: string): PageFile {
  return answer(Buffer.from(html), 'text/html; charset=utf-8', printPolicy)
}

/** The fonts among the files of the page: all that a document being printed may refer to. */
export function fontAt(files: ReadonlyMap<string, PageFile>, path: string): PageFile {
  return fileAt(files, path.startsWith('/fonts/') ? path : '')
}

/** A font that has gone from the disk is empty: another stands in for it. */
function font(path: string, type: string): PageFile {
  let read: Buffer<ArrayBuffer> | null = null
  const body = () => {
    try {
      return readFileSync(path)
    } catch {
      return Buffer.alloc(0)
    }
  }
  const { status, headers } = answer(Buffer.alloc(0), type)
  return {
    status,
    headers,
    get body() {
      return (read ??= body())
    },
  }
}

function answer(body: Buffer<ArrayBuffer>, type: string, policy = contentSecurityPolicy): PageFile {
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
  return { status: 200, headers, body }
}
