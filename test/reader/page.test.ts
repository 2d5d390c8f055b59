import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { inPage } from '../../main/brief/oneFile.ts'
import { isNeeded, readerPage } from '../../script/lib/reader-page.ts'
import { formWords, paperOf } from '../../shared/brief/paper.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'
import { assembled } from '../brief/support.ts'
import { answer } from '../gate/support.ts'

let page = ''
beforeAll(async () => void (page = await readerPage(process.cwd())), 60_000)

const between = (from: string, to: string) => page.split(from)[1]?.split(to)[0] ?? ''
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

describe('the page that opens a brief', () => {
  it('lets its own script and style run and nothing else: no request, no frame, no form, no text as markup', () => {
    const policy = between('Security-Policy" content="', '"').split('; ')
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(between('<script>', '</script>'))}`,
      `style-src ${hashOf(between('<style>', '</style>'))}`,
      "connect-src 'none'",
      "img-src 'none'",
      "worker-src 'none'",
      "frame-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
  })

  it('has in it no word of the network, of storage or of programs made from text', () => {
    const never =
      /localStorage|sessionStorage|indexedDB|document\.cookie|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bfetch\(|serviceWorker|importScripts|\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|navigator\.credentials/
    expect(never.exec(page)?.[0]).toBeUndefined()
  })

  it('refers to nothing outside itself', () => {
    const [head] = page.split('<script>')
    expect(
      /(?:src|href|action|srcset|poster|data)=["']/.exec(head?.replace(/<style>.*<\/style>/s, '') ?? ''),
    ).toBe(null)
    expect(/url\(|@import|@font-face/.exec(between('<style>', '</style>'))).toBe(null)
  })

  it('says nothing of where, when, for whom or by what it was made', () => {
    const [head = ''] = page.split('<style>')
    expect(head).not.toMatch(/vigil|generator|author|\d{4}-\d\d/i)
    expect(page).not.toContain(process.cwd())
    expect(page).not.toContain('sourceMappingURL')
  })

  it('is the same page each time it is built', async () => {
    expect(await readerPage(process.cwd())).toBe(page)
  }, 60_000)

  it('grows by the file alone, whatever is in it, and holds it once', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(255), (size, byte) => {
        const one = inPage(page, new Uint8Array(size).fill(byte))
        expect(one).toHaveLength(inPage(page, new Uint8Array(size)).length)
      }),
      { numRuns: 10 },
    )
    expect(() => inPage(page.replace('%FILE%', ''), new Uint8Array(3))).toThrow('no place')
    expect(() => inPage(`${page}${page}`, new Uint8Array(3))).toThrow('no place')
  })

  it('has every sentence that a brief on paper asks for, and every label that may stand on one', () => {
    const { document } = assembled([answer()], { answerBy: null, talkingPoints: ['x'] })
    const asked = new Set<string>()
    const listen = (key: string) => {
      asked.add(key)
      return key
    }
    for (const each of [document, { ...document, practice: true as const }]) {
      formWords(each, listen)
      paperOf(each, listen)
    }
    const english = JSON.parse(readFileSync('resources/text/en.json', 'utf8')) as Record<string, string>
    const labels = Object.keys(english).filter(key =>
      /^(vocabulary\.(?!country)|paper\.|brief\.line\.)/.test(key),
    )
    expect(asked.size).toBeGreaterThan(60)
    expect(labels.length).toBeGreaterThan(300)
    expect([...asked, ...labels].filter(key => !isNeeded(key))).toEqual([])
    expect(['brief.lead', 'plan.title', 'refusal.fault'].filter(isNeeded)).toEqual([])
  })

  it('holds the sentences it needs in every language', () => {
    for (const language of PaperLanguage.options) {
      const texts = JSON.parse(readFileSync(`resources/text/${language}.json`, 'utf8')) as Record<
        string,
        string
      >
      const plain = Object.entries(texts).filter(
        ([key, text]) => isNeeded(key) && /^[\p{L} ]{12,}$/u.test(text),
      )
      expect(plain.filter(([, text]) => !page.includes(text))).toEqual([])
    }
  })
})
