import { describe, expect, it } from 'vitest'
import { sayIn } from '../../main/text.ts'
import { documentOf } from '../../shared/brief/document.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import { paperOf, type Leaf } from '../../shared/brief/paper.ts'
import { wordsOf } from '../../shared/settings/ownWords.ts'
import { content, today } from '../brief/support.ts'
import { briefDefaults } from '../../shared/brief/defaults.ts'

const editions = {
  formOfAct: [
    {
      code: 'x_formOfAct_abcdef',
      group: null,
      label: { en: 'Door painted at night', ar: 'طلاء الباب ليلًا' },
      offered: true,
    },
  ],
}

const added = {
  ...content,
  acts: content.acts.map(act => ({ ...act, form: 'x_formOfAct_abcdef' as const })),
}

/** A brief in which everything is said. */
function briefIn(language: 'en' | 'ar') {
  const lines = linesOf(added)
  return documentOf({
    draft: { ...briefDefaults(added, { today, language }), bottomLine: 'Decide.' },
    content: { ...added, consents: [] },
    lines,
    verdicts: lines.map(({ key }) => ({
      key,
      verdict: 'said',
      reason: null,
      consentIds: [],
      conditions: [],
    })) as never,
    names: new Map(),
    copy: '1',
    author: 'FP-1',
    approval: null,
    today,
    words: wordsOf(editions, language),
  })
}

const wordsIn = (leaf: Leaf | string): string =>
  typeof leaf === 'string' ? leaf : leaf.children.map(wordsIn).join(' ')

describe('a term of the office in a brief', () => {
  it.each(['en', 'ar'] as const)(
    'is written out in %s: the program of the reader has no such term',
    language => {
      const document = briefIn(language)
      expect(JSON.stringify(document)).not.toContain('x_formOfAct_abcdef')
      expect(wordsIn(paperOf(document, sayIn(language)))).toContain(editions.formOfAct[0]!.label[language])
    },
  )

  it('leaves the terms everybody has as codes', () => {
    expect(JSON.stringify(briefIn('en'))).toContain('vocabulary.actStatus.carried_out')
  })
})
