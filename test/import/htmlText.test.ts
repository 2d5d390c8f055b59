import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlText } from '../../main/import/htmlText.ts'
import { htmlEmail } from '../samples/email.ts'
import { read } from './support.ts'

describe('an e-mail that has only HTML', () => {
  it('is read as text, with the targets of its links, and nothing of it is asked for', async () => {
    const html = `<html><head><title>T</title><style>p { background: url(https://x.example/a) }</style></head><body>
      <p>They came on <b>Friday</b>&nbsp;night &amp; asked&#58;</p><ul><li>who</li><li>why</li></ul>
      <script>document.write('never')</script><!-- hidden -->
      <p>See <a href="https://letters.example/1?a=1&amp;b=2">the letter</a>.<br>a &lt;b&gt; c
      <img src="https://track.example/p.gif" alt="photograph"></p></body></html>`
    const { email } = await read(htmlEmail(html))
    expect(email).toMatchObject({ textFrom: 'html', hasRemoteContent: true })
    expect(email.text).toBe(
      'They came on Friday night & asked:\n\n- who\n- why\n\nSee the letter <https://letters.example/1?a=1&b=2>.\na <b> c [photograph]',
    )
  })

  it('is text already when it has no tags, and less-than signs stay', () => {
    expect(htmlText('1 < 2 and 3 <4 <').text).toBe('1 < 2 and 3 <4 <')
  })

  it.each([
    ['<img src="//x.example/a.png">', true],
    ['<IMG SRC=http://x.example/a.png>', true],
    ["<td background='https://x.example/a'>", true],
    ['<div style="background-image:url( \'https://x.example/a\')">', true],
    ['<link rel=stylesheet href="https://x.example/a.css">', true],
    ['<img alt=">" src="https://x.example/a">', true],
    ['<img srcset="&#104;ttps://x.example/a 2x">', true],
    ['<img src="file://server/share/a.png">', true],
    ['<a href="\\\\server\\share">x</a>', true],
    ['<style>@import "x.css"</style>', true],
    ['<img src="cid:photo1">', false],
    ['<img src="data:image/png;base64,AAAA">', false],
    ['<a href="mailto:a@b.example">x</a>', false],
    ['https://x.example as text', false],
  ])('tells whether it names something on a network: %s', (html, isRemote) => {
    expect(htmlText(html).isRemote).toBe(isRemote)
  })

  it('never gives back a tag that was a tag', () => {
    expect(htmlText('<p onclick="x">a</p><svg onload=x><img src=x onerror=y>').text).toBe('a')
    expect(htmlText('<script>a</scr<b></script >b').text).toBe('b')
    expect(htmlText('a<script>never closed').text).toBe('a')
    expect(htmlText('a<title>never closed').text).toBe('anever closed')
  })

  it.each([
    ['<'],
    ['<a '],
    ['<a "'],
    ["<a b='"],
    ['<!--'],
    ['<title>'],
    ['<style>'],
    ['<a href=x>'],
    ['&'],
    ['<p>'],
    [' \n'],
    ['<a b="c" '],
    ['&#'],
    ['a='],
  ])('is read to its end when it is built of nothing but %s', unit => {
    expect(htmlText(unit.repeat(200_000)).text.length).toBeGreaterThanOrEqual(0)
    expect(htmlText(`${unit.repeat(200_000)}>`).text.length).toBeGreaterThanOrEqual(0)
  })

  it('keeps every word that stands outside tags', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '<br/>',
      '<div class="x">',
      '</div>',
      '<img src=x>',
      '<!-- c -->',
      '<td>',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, word)), parts => {
        const text = htmlText(parts.map(([tag, word]) => `${tag} ${word} `).join('')).text
        expect(text.split(/\s+/).filter(Boolean)).toEqual(parts.map(([, word]) => word))
      }),
    )
  })
})
