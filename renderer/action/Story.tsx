import type { ActionEntry, ActionEvent } from '../../shared/action/model.ts'
import { mayRecord } from '../../shared/action/rules.ts'
import { sayAnswer } from '../answers.tsx'
import { Persons } from '../CasePage.tsx'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, EmptyState, Link, Quiet, Quote, Row, Section, Stack } from '../ui/index.ts'
import { langOf } from './actionText.tsx'
import { actionPlace, type ActionPageProps } from './place.ts'
import { recorded } from './recorded.ts'

/** What happened since, in the order it happened, and what can be added. */
export function Story(props: ActionPageProps) {
  const text = useText()
  const { line, entries } = props.action
  const told = entries.toSorted((a, b) => a.event.on.localeCompare(b.event.on))
  const more = recorded.filter(what => what !== 'sent' && mayRecord(line, { what }) === null)
  return (
    <Section title={text('action.story')} lead={text('action.storyLead')}>
      {told.length === 0 && <EmptyState title={text('action.storyNone')} />}
      <DescriptionList
        rows={told.map(entry => ({
          id: entry.id,
          label: text.day(entry.event.on),
          value: <Told {...props} entry={entry} />,
          by: text('action.recordedBy', { by: entry.by, moment: text.moment(entry.recordedAt) }),
        }))}
      />
      <Row gap={24}>
        {more.map(what => (
          <Link key={what} href={actionPlace(props, what)}>
            {text(`action.add.${what}`)}
          </Link>
        ))}
      </Row>
    </Section>
  )
}

function Told({ entry, ...props }: ActionPageProps & { readonly entry: ActionEntry }) {
  const text = useText()
  const { event } = entry
  const words = wordsOf(event)
  return (
    <Stack gap={8}>
      <strong>{titleOf(text, event)}</strong>
      {event.what === 'outcome' && (
        <span>
          <Persons view={props.view} ids={[event.personId]} />
        </span>
      )}
      {event.what === 'reply' && (
        <Quiet>
          {text('action.replyIn', {
            language: sayAnswer(text, event.language, language => text.code('language', language)),
          })}
        </Quiet>
      )}
      {words !== '' && <p dir="auto">{words}</p>}
      {event.what === 'outcome' && event.accountability.length > 0 && (
        <p>
          {text('action.responsible', {
            what: event.accountability
              .map(code => text.code('accountability', code))
              .join(text('form.listComma')),
          })}
        </p>
      )}
      {event.what === 'effect' && <OwnWords event={event} />}
    </Stack>
  )
}

type Effect = Extract<ActionEvent, { what: 'effect' }>

/** What the person says of it, beside what we say. */
function OwnWords({ event: { ownWords } }: { readonly event: Effect }) {
  const text = useText()
  if ('none' in ownWords)
    return <p>{text('action.ownWordsNone', { answer: text(`answer.${ownWords.none}`) })}</p>
  const { words, language, translation } = ownWords.value
  return (
    <Quote
      text={words}
      lang={langOf(language)}
      label={text('action.ownWords')}
      translation={translation === '' ? undefined : { label: text('action.translation'), text: translation }}
    />
  )
}

/** What happened, in one line. */
function titleOf(text: Text, event: ActionEvent): string {
  const what = text(`action.entry.${event.what}`)
  const which = codeOf(text, event)
  return which === '' ? what : text('action.entryIs', { what, which })
}

function codeOf(text: Text, event: ActionEvent): string {
  switch (event.what) {
    case 'reply':
      return text.code('stateResponse', event.response)
    case 'adequacy':
      return text.code('responseAdequacy', event.adequacy)
    case 'effect':
      return text.code('effect', event.effect)
    case 'outcome':
      return text.code('outcomeForVictim', event.outcome)
    case 'ended':
      return text.code('actionStatus', event.how)
    case 'sent':
    case 'reminder':
    case 'development':
      return ''
  }
}

function wordsOf(event: ActionEvent): string {
  switch (event.what) {
    case 'reply':
      return event.text
    case 'adequacy':
      return event.reason
    case 'development':
      return event.text
    case 'ended':
      return event.why
    case 'sent':
    case 'reminder':
    case 'effect':
    case 'outcome':
      return event.note
  }
}
