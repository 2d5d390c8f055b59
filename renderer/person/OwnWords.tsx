import type { PersonDraft } from '../../shared/person/model.ts'
import { AnswerText, listWords } from '../answers.tsx'
import type { Form, Typed } from '../form.ts'
import { groupsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { ComboBox, Quote, Section, TextArea } from '../ui/index.ts'

interface PersonFields {
  readonly form: Form<PersonDraft>
}

/** What the person asks for, in their words, a working translation beside them; then our own note. */
export function OwnWords({ form }: PersonFields) {
  const text = useText()
  const { value, set, error } = form
  return (
    <Section title={text('person.wants')} lead={text('person.wantsLead')}>
      <AnswerText
        id="wishes"
        label={text('person.wishes')}
        hint={text('person.wishesHint')}
        error={error('wishes')}
        lang={langOf(value.wishesLanguage)}
        answer={value.wishes}
        onChange={answer => set('wishes', answer)}
      />
      {value.wishes && 'value' in value.wishes && <Translated form={form} />}
      <TextArea
        id="note"
        label={text('person.note')}
        hint={text('person.noteHint')}
        optional={text('form.optional')}
        error={error('note')}
        value={value.note ?? ''}
        onChange={note => set('note', note)}
      />
    </Section>
  )
}

function Translated({ form: { value, set, error } }: PersonFields) {
  const text = useText()
  return (
    <>
      <ComboBox
        id="wishesLanguage"
        label={text('person.wishesLanguage')}
        optional={text('form.optional')}
        error={error('wishesLanguage')}
        {...listWords(text)}
        options={groupsOf(text, 'language')}
        value={value.wishesLanguage}
        onChange={language => set('wishesLanguage', language)}
      />
      <TextArea
        id="wishesTranslation"
        label={text('person.wishesTranslation')}
        hint={text('person.translationHint')}
        optional={text('form.optional')}
        error={error('wishesTranslation')}
        value={value.wishesTranslation ?? ''}
        onChange={translation => set('wishesTranslation', translation)}
      />
      <AsTheyStand value={value} />
    </>
  )
}

/** How the words will stand everywhere: theirs first, the translation beside. */
function AsTheyStand({ value }: { readonly value: Typed<PersonDraft> }) {
  const text = useText()
  if (!value.wishes || 'none' in value.wishes || !value.wishesTranslation) return null
  return (
    <Quote
      label={text('person.ownWords')}
      text={value.wishes.value}
      lang={langOf(value.wishesLanguage)}
      translation={{ label: text('person.wishesTranslation'), text: value.wishesTranslation }}
    />
  )
}

/** The language as HTML knows it; "other" and "unknown" are none. */
const langOf = (code: PersonDraft['wishesLanguage']) =>
  code === null || code === 'other' || code === 'unknown' ? undefined : code
