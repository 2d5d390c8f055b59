import { join } from 'node:path'
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fileAt, fontAt, pageFiles, printedDocument } from '../../main/host/page.ts'
import { standIn } from './support.ts'

const files = pageFiles(join(standIn, 'page'))

describe('the files of the page', () => {
  it('are those that were built, each with its type and the policy', () => {
    expect([...files.keys()].toSorted()).toEqual(['/index.html', '/page.css', '/page.js'])
    expect(fileAt(files, '/').body).toEqual(fileAt(files, '/index.html').body)
    expect(fileAt(files, '/page.js').headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('are all there is: no path, however it is written, reaches anything else', () => {
    const piece = constantFrom(
      '..',
      '.',
      '',
      'etc',
      'passwd',
      '%2e%2e',
      '%2f',
      '\\',
      '\0',
      'index.html',
      'C:',
      '__proto__',
    )
    assert(
      property(array(piece, { maxLength: 8 }), pieces => {
        const path = `/${pieces.join('/')}`
        const found = fileAt(files, new URL(`vigil://app${path.replaceAll('\0', '%00')}`).pathname)
        const isOurs = found.status === 404 ? found.body.length === 0 : [...files.values()].includes(found)
        expect(isOurs).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  it('let nothing inline, nothing evaluated and nothing from elsewhere run', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*|data:/)
    for (const rule of [
      "default-src 'none'",
      "connect-src 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(contentSecurityPolicy).toContain(rule)
  })
})

describe('a document being printed', () => {
  it('may run nothing and fetch only fonts', () => {
    expect(printedDocument('<p>').headers['content-security-policy']).not.toMatch(/script-src|connect-src/)
    expect(fontAt(files, '/index.html').status).toBe(404)
    expect(fontAt(new Map([['/fonts/a.woff2', printedDocument('x')]]), '/fonts/a.woff2').status).toBe(200)
  })
})
