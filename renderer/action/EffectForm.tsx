import { EffectEvent } from '../../shared/action/model.ts'
import { valueOf } from '../../shared/model.ts'
import { AnswerText, choicesOf, listWords } from '../answers.tsx'
import { today } from '../dateReader.ts'
import type { Form } from '../form.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import type { z } from '../../shared/zod.ts'
import { ComboBox, RadioGroup, Section } from '../ui/index.ts'
import { DayField, EventBody, WordsField, useEvent, type EventFormProps } from './EventFields.tsx'
import { langOf } from './actionText.tsx'

type EffectTyped = z.input<typeof EffectEvent>

/** What it led to: the person's own words first, then how we see it. */
export function EffectForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const spoken = valueOf(page.view.case.language)
  const form = useEvent(EffectEvent, {
    ...page,
    initial: { what: 'effect', on: today(), effect: null, note: '', ownWords: null },
  })
  const { value, set, error } = form
  return (
    <EventBody {...page} form={form} save={text('action.event.save')} onSave={onSave}>
      <Own form={form} spoken={spoken} />
      <Section title={text('action.effect.ours')}>
        <RadioGroup
          id="effect"
          label={text('action.event.effect')}
          error={error('effect')}
          options={optionsOf(text, 'effect')}
          value={value.effect}
          onChange={effect => set('effect', effect)}
        />
        <WordsField
          id="note"
          label={text('action.event.note')}
          optional
          error={error('note')}
          value={value.note}
          onChange={note => set('note', note)}
        />
        <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
      </Section>
    </EventBody>
  )
}

interface OwnProps {
  readonly form: Form<EffectTyped>
  readonly spoken: NonNullable<
    Extract<EffectTyped['ownWords'], { value: unknown }>['value']['language']
  > | null
}

/** What the person says came of it, in their own words; or why there are none. */
function Own({ form: { value, set, error }, spoken }: OwnProps) {
  const text = useText()
  const answer = value.ownWords
  const own = answer !== null && 'value' in answer ? answer.value : null
  const empty = { words: '', language: spoken, translation: '' }
  const change = (part: Partial<typeof empty>) => set('ownWords', { value: { ...empty, ...own, ...part } })
  return (
    <Section title={text('action.effect.own')} lead={text('action.effect.ownLead')}>
      <AnswerText
        id="ownWords"
        label={text('action.event.ownWords')}
        error={error('ownWords') ?? error('ownWords.value.words')}
        lang={langOf(own?.language ?? null)}
        answer={own ? { value: own.words } : answer !== null && 'none' in answer ? answer : null}
        onChange={now =>
          now !== null && 'value' in now ? change({ words: now.value }) : set('ownWords', now)
        }
      />
      {own && (
        <>
          <ComboBox
            id="ownWords.value.language"
            label={text('action.event.ownLanguage')}
            optional={text('form.optional')}
            {...listWords(text)}
            options={choicesOf(text, 'language')}
            value={own.language}
            onChange={language => change({ language })}
          />
          <WordsField
            id="ownWords.value.translation"
            label={text('action.event.ownTranslation')}
            hint={text('action.event.ownTranslationHint')}
            optional
            error={error('ownWords.value.translation')}
            value={own.translation}
            onChange={translation => change({ translation })}
          />
        </>
      )}
    </Section>
  )
}
