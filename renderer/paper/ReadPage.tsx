import { useState } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import type { PaperLanguage } from '../../shared/paper/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { useAnswer } from '../asking.ts'
import { CasePage } from '../CasePage.tsx'
import { useText } from '../text.tsx'
import { Link, Select } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { languageOptions, papersPlace, usualLanguage } from './paperText.ts'

interface ReadPageProps {
  readonly view: CaseView
  readonly person: Person
}

/** What we hold of one person, to be read to them in their language. Nothing leaves. */
export function ReadPage({ view, person }: ReadPageProps) {
  const text = useText()
  const [language, setLanguage] = useState<PaperLanguage>(() => usualLanguage(view, person, text.language))
  return (
    <CasePage
      view={view}
      title={text('papers.read.of', { code: person.label })}
      lead={text('papers.read.lead')}
      under={{ label: text('papers.title'), href: papersPlace(view) }}
      width="wide"
      actions={
        <Link kind="button" href={papersPlace(view, `sheet-${person.id}`)}>
          {text('papers.sheet.prepare')}
        </Link>
      }
    >
      <Select
        label={text('papers.language')}
        hint={text('papers.languageHint')}
        value={language}
        onChange={setLanguage}
        options={languageOptions(text)}
        placeholder={text('form.choose')}
      />
      <Sheet key={language} person={person} language={language} />
    </CasePage>
  )
}

function Sheet({ person, language }: Pick<ReadPageProps, 'person'> & { readonly language: PaperLanguage }) {
  const { value, refusal } = useAnswer('paper.read', { personId: person.id, language })
  if (refusal) return <RefusalNotice refusal={refusal} />
  return value && <PaperSheet document={value} />
}
