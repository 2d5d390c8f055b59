import type { CaseFile } from '../../shared/case/model.ts'
import { valueOf } from '../../shared/model.ts'
import { Band, type OwnView } from '../../shared/risk/model.ts'
import { AnswerRadio, choicesOf, listWords } from '../answers.tsx'
import { useText } from '../text.tsx'
import { ComboBox, Section, TextArea } from '../ui/index.ts'
import type { RiskFields } from './AssessRisk.tsx'
import { langOf } from './riskText.ts'

interface OwnViewFieldsProps extends RiskFields {
  /** The language of the conversation, as intake noted it. */
  readonly spoken: CaseFile['language']
}

/** How the person sees the danger: a band, their words as they said them, a translation beside. Asked first. */
export function OwnViewFields({ form, spoken }: OwnViewFieldsProps) {
  const text = useText()
  const { value, set, error } = form
  const answer = value.ownView
  const own = answer !== null && 'value' in answer ? answer.value : null
  const empty = { words: '', language: valueOf(spoken), translation: '' }
  return (
    <Section title={text('risk.ownTitle')} lead={text('risk.ownLead')}>
      <AnswerRadio
        id="ownView"
        label={text('risk.ownBand')}
        hint={text('risk.ownBandHint')}
        error={error('ownView')}
        options={Band.options.map(id => ({ id, label: text(`risk.band.${id}`) }))}
        answer={own ? { value: own.band } : answer !== null && 'none' in answer ? answer : null}
        onChange={now =>
          set(
            'ownView',
            now !== null && 'value' in now ? { value: { ...(own ?? empty), band: now.value } } : now,
          )
        }
      />
      {own && <Words own={own} onChange={now => set('ownView', { value: now })} />}
    </Section>
  )
}

interface WordsProps {
  readonly own: OwnView
  readonly onChange: (own: OwnView) => void
}

function Words({ own, onChange }: WordsProps) {
  const text = useText()
  const change = (field: 'words' | 'translation') => (now: string) => onChange({ ...own, [field]: now })
  return (
    <>
      <TextArea
        id="ownView.value.words"
        label={text('risk.ownWords')}
        hint={text('risk.ownWordsHint')}
        lang={langOf(own.language)}
        maxLength={4_000}
        value={own.words}
        onChange={change('words')}
      />
      <ComboBox
        id="ownView.value.language"
        label={text('risk.ownLanguage')}
        optional={text('form.optional')}
        {...listWords(text)}
        options={choicesOf(text, 'language')}
        value={own.language}
        onChange={language => onChange({ ...own, language })}
      />
      <TextArea
        id="ownView.value.translation"
        label={text('risk.ownTranslation')}
        hint={text('risk.ownTranslationHint')}
        optional={text('form.optional')}
        maxLength={4_000}
        value={own.translation}
        onChange={change('translation')}
      />
    </>
  )
}
