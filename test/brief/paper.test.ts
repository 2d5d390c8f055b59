import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLeaks } from '../../shared/brief/leaks.ts'
import type { BriefDocument } from '../../shared/brief/model.ts'
import { dateText, dayText } from '../../shared/brief/leaf.ts'
import { formWords, markingOf, pageParts, paperOf, type Leaf, type Say } from '../../shared/brief/paper.ts'
import { Day } from '../../shared/model.ts'
import { markup } from '../../main/brief/html.ts'
import { officeWords, sayIn, sentences } from '../../main/text.ts'
import { anyBrief } from './anyBrief.ts'
import { assembled, content } from './support.ts'

const option = { what: 'Call', benefit: '', risk: 'r', consentNeeded: 'c', who: 'w', recommended: true }
const base = assembled([]).document
const full: BriefDocument = {
  ...base,
  answerBy: Day.parse('2026-11-28'),
  caveats: ['source_protected', 'no_name', 'no_state_sharing', 'recipient_only', 'destroy_after'],
  options: [option, { ...option, recommended: false }],
  talkingPoints: ['One.', 'Two.'],
  unknowns: 'u',
  stateView: 's',
  riskOfActing: 'a',
  riskOfNotActing: 'n',
  actionsSoFar: 'd',
  followUp: 'f',
  lines: content.persons.flatMap(({ label: about }) => [
    {
      fact: 'who' as const,
      label: 'brief.line.unit',
      about,
      said: [{ code: 'vocabulary.victimUnit.individual' }],
    },
    { fact: 'who' as const, label: 'brief.line.name', about, withheld: true as const },
    { fact: 'wishes' as const, label: 'brief.line.wishes', about, said: [{ text: 'words <b>' }] },
    {
      fact: 'acts' as const,
      label: 'brief.line.act',
      about,
      said: [{ date: content.acts[0]?.when ?? never() }],
    },
  ]),
  risks: (['critical', 'low'] as const).map((band, index) => ({
    about: `P${index + 1}`,
    band,
    assessedOn: Day.parse('2026-11-02'),
    ownView: index === 0 ? null : { none: 'declined' as const },
    differs: index === 0,
  })),
  limits: [
    {
      about: 'P1',
      may: true,
      purpose: 'keep_record',
      recipient: 'same_office',
      channel: 'in_person',
      identityLevel: 'role_only',
      scope: 'selected_facts',
      facts: ['acts', 'danger'],
      conditions: ['show_me_text_first'],
      until: Day.parse('2027-01-01'),
    },
  ],
}

function never(): never {
  throw new Error('the sample has an act')
}

const words = (node: Leaf | string): string =>
  typeof node === 'string' ? node : node.children.map(words).join(' ')

describe('the brief on paper', () => {
  it('says every sentence in every language it is written in', () => {
    const asked = new Set<string>()
    const listen: Say = key => {
      asked.add(key)
      return key
    }
    for (const soleApproval of [true, false]) paperOf({ ...full, soleApproval }, listen)
    paperOf({ ...full, approvedBy: '', unknowns: '' }, listen)
    formWords(full, listen)
    for (const [language, texts] of Object.entries(sentences))
      expect([language, [...asked].filter(key => !(key in texts))]).toEqual([language, []])
    expect(asked.size).toBeGreaterThan(60)
  })

  it('is the same tree for the same document, and changes nothing in it', () => {
    const before = structuredClone(full)
    expect(paperOf(full, sayIn('en'))).toEqual(paperOf(full, sayIn('en')))
    expect(full).toEqual(before)
  })

  it('shows what is withheld as withheld, and the person’s view and wish beside ours', () => {
    const page = words(paperOf(full, sayIn('en')))
    expect(page).toContain('Name   withheld')
    expect(page).toMatch(
      /Our view of the danger to P1.*The view of P1.*withheld.*What P1 asks for.*words <b>/s,
    )
    expect(page).toContain('Asked, declined')
  })

  it('stands under its marking with copy, caveats and the day to destroy it', () => {
    expect(markingOf(full, sayIn('en'))).toBe(
      'Strictly confidential · SOURCE PROTECTED · NO NAME · NO STATE SHARING · RECIPIENT ONLY · DESTROY AFTER 5 December 2026 · Copy 2AB-3CD-1',
    )
  })

  it('says who approved it: its author alone, somebody, or nobody yet', () => {
    const says = (change: Partial<BriefDocument>) => words(paperOf({ ...full, ...change }, sayIn('en')))
    expect(says({})).toContain('Approved by its own author, FP-1')
    expect(says({ soleApproval: false, approvedBy: 'HoP' })).toContain('Approved by HoP.')
    expect(says({ approvedBy: '' })).toContain('Not approved yet.')
  })

  it('escapes what was typed', () => {
    expect(markup(paperOf(full, sayIn('en')))).toContain('words &lt;b&gt;')
  })

  it('tells words of the form from what was typed', () => {
    const form = formWords({ ...full, approvedBy: 'Zyxwa' }, sayIn('en')).join('\n')
    expect(form).toContain('What is alleged to have happened')
    expect(findLeaks([{ key: 'k', text: 'Zyxwa' }], [{ where: 'form', text: form }])).toEqual([])
  })
})

describe('a brief in any of the six official languages', () => {
  it('has a sentence for everything it asks for, whatever is in it', () => {
    fc.assert(
      fc.property(anyBrief, document => {
        const missing: string[] = []
        const listen: Say = (key, values) => {
          if (!(key in sentences[document.language])) missing.push(key)
          return sayIn(document.language)(key, values)
        }
        formWords(document, listen)
        expect([document.language, missing]).toEqual([document.language, []])
      }),
    )
  })

  it('writes months and page numbers as the language does', () => {
    const when = {
      said: 'x',
      precision: 'month' as const,
      from: Day.parse('2026-03-01'),
      to: Day.parse('2026-03-31'),
    }
    const says = (language: BriefDocument['language']) => [
      dateText(when, sayIn(language)),
      dayText(Day.parse('2026-03-01'), sayIn(language)),
      pageParts(sayIn(language)).join('#'),
    ]
    expect(says('ru')).toEqual(['март 2026 года', '1 марта 2026 года', 'Страница # из #'])
    expect(says('fr')).toEqual(['mars 2026', '1er mars 2026', 'Page # sur #'])
    expect(says('es')).toEqual(['marzo de 2026', '1 de marzo de 2026', 'Página # de #'])
    expect(says('zh')).toEqual(['2026年3月', '2026年3月1日', '第#页，共#页'])
  })

  it('says a code the office added in English, and one it worded anew in the words that came with Vigil', () => {
    const label = { en: 'Office word', ar: 'كلمة المكتب' }
    const entry = (code: string) => ({ code, group: null, label, offered: true })
    const editions = { formOfAct: [entry('x_new'), entry('torture')] }
    const said = (language: BriefDocument['language']) => {
      const say = sayIn(language, officeWords(editions, language))
      return ['x_new', 'torture'].map(code => say(`vocabulary.formOfAct.${code}`))
    }
    expect(said('en')).toEqual(['Office word', 'Office word'])
    expect(said('ar')).toEqual(['كلمة المكتب', 'كلمة المكتب'])
    expect(said('fr')).toEqual(['Office word', 'Torture ou traitement cruel'])
  })
})
