import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { intake, testApp } from '../support.ts'
import { seek } from './support.ts'

/** What somebody types, and what was written: each must find it. */
const probes: readonly (readonly [what: string, typed: string, written: string])[] = [
  ['a Chinese word inside a sentence', '维权律师', '她是一名维权律师，去年在日内瓦作证。'],
  ['a Chinese name of two signs', '王梅', '证人王梅在会议之后失踪'],
  ['one Chinese sign at the end of a run', '亡', '他说有人死亡'],
  ['a Chinese word in the middle of Latin words', '联合国', 'met the联合国office'],
  ['Japanese kana', 'ジュネーブ', '昨日ジュネーブで会った'],
  ['a Korean word with its particle', '변호사', '변호사가 위협을 받았다'],
  ['ё typed as е', 'Семенов', 'Алексей Семёнов был задержан'],
  ['е typed as ё', 'Королёв', 'адвокат Королев'],
  ['Cyrillic in capitals', 'ПОЛИЦИЯ', 'пришла полиция'],
  ['alef without hamza', 'احمد', 'اتصل أحمد بالمكتب'],
  ['alef with hamza', 'إبراهيم', 'سافر ابراهيم أمس'],
  ['teh marbuta typed as heh', 'محكمه', 'ذهبت إلى المحكمة ثم محكمة أخرى'],
  ['alef maqsura typed as yeh', 'مستشفي', 'نقل إلى مستشفى المدينة'],
  ['tatweel in what was written', 'محمد', 'محـمـــد قال ذلك'],
  ['Arabic vowel signs in what was written', 'كتب', 'كَتَبَ رسالة'],
  ['Arabic vowel signs typed', 'مُحَامٍ', 'هو محام معروف'],
  ['Persian yeh and kaf', 'كريمي', 'آقای کریمی تهدید شد'],
  ['Arabic letters for a Persian word typed', 'پلیس', 'پليس به خانه آمد'],
  ['Turkish dotless i', 'Isik', 'Işık ailesi tehdit edildi'],
  ['French accents left out', 'temoin', 'le témoin a été menacé'],
  ['French accents typed', 'détention', 'placed in detention again'],
  ['a Vietnamese name', 'Nguyen', 'ông Nguyễn bị bắt'],
  ['Arabic digits', '2024', 'في سنة ٢٠٢٤'],
  ['the beginning of a word', 'intimid', 'acts of intimidation followed'],
]

describe('what is written one way is found when it is typed another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-probes-'))
  const app = testApp(undefined, join(folder, 'vault.vigil'))
  beforeAll(async () => {
    await app.create()
    for (const [, , written] of probes)
      await app.get('case.start', { intake: intake({ account: written }), fileId: null })
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has twenty-four probes', () => expect(probes).toHaveLength(24))

  it.each(probes)('finds %s', async (_, typed, written) => {
    const { hits } = await seek(app, typed)
    const hit = hits.find(({ excerpt }) => excerpt.text === written)
    expect(hit?.excerpt.found.length).toBeGreaterThan(0)
  })

  it('finds a code with its dash and without, and while it is typed', async () => {
    const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
    const { code } = (await app.get('case.view', { caseId })).case
    for (const typed of [code, code.replace('-', ''), code.toLowerCase(), code.slice(0, 6)]) {
      const { hits } = await seek(app, typed)
      expect(hits.map(hit => hit.code)).toContain(code)
    }
  })
})
