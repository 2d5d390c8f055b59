import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { Told, type ConsentTalk } from '../../shared/consent/talk.ts'
import { sayAnswer } from '../answers.tsx'
import { CasePage, RowName } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, Quiet, Section, Table, type Column, type Description } from '../ui/index.ts'
import { addressOf } from './matrix.ts'
import { TalkLacks } from './TalkLacks.tsx'

interface TalkPageProps {
  readonly view: CaseView
  readonly talk: ConsentTalk
}

/** One talk about consent as it was recorded: what was left out, the answers given in it, everything noted of it. */
export function TalkPage({ view, talk }: TalkPageProps) {
  const text = useText()
  const code = view.persons.find(({ id }) => id === talk.personId)?.label ?? ''
  const answers = view.consents.filter(({ talkId }) => talkId === talk.id)
  return (
    <CasePage
      view={view}
      title={text('consent.talkWith', { code, day: text.day(talk.heldOn) })}
      under={{
        label: text('consent.ofPerson', { code }),
        href: placeOf(view, 'consent', `person-${talk.personId}`),
      }}
    >
      <TalkLacks talk={talk} />
      <Section title={text('consent.answers')}>
        <Table
          caption={text('consent.answers')}
          columns={columns(text)}
          rows={answers}
          rowKey={({ id }) => id}
          rowHref={({ id }) => placeOf(view, 'consent', `answer-${id}`)}
          empty={null}
        />
      </Section>
      <Section title={text('consent.talk')}>
        <DescriptionList rows={[...factsOf(text, talk), ...saidRows(text, talk), ...notes(text, talk)]} />
      </Section>
    </CasePage>
  )
}

const columns = (text: Text): readonly Column<ConsentDecision>[] => [
  {
    id: 'what',
    header: text('consent.corner'),
    wide: true,
    cell: row => (
      <>
        <RowName>{text.code('purpose', row.purpose)}</RowName>
        <Quiet>{addressOf(text, row)}</Quiet>
      </>
    ),
  },
  {
    id: 'level',
    header: text('consent.identityLevelShort'),
    cell: row => text.code('identityLevel', row.identityLevel),
  },
  { id: 'answer', header: text('consent.decision'), cell: row => text.code('decision', row.decision) },
]

function factsOf(text: Text, talk: ConsentTalk): Description[] {
  const yesNo = (value: boolean) => text(value ? 'app.yes' : 'app.no')
  const fact = (id: string, value: Description['value']): Description => ({
    id,
    label: text(`consent.${id}Short`),
    value,
  })
  return [
    fact('askedBy', <bdi>{talk.askedBy}</bdi>),
    fact(
      'givenBy',
      sayAnswer(text, talk.givenBy, code => text.code('givenBy', code)),
    ),
    fact(
      'capacity',
      sayAnswer(text, talk.capacity, code => text(`consent.capacity.${code}`)),
    ),
    fact(
      'language',
      sayAnswer(text, talk.language, code => text.code('language', code)),
    ),
    fact('understood', sayAnswer(text, talk.understood, yesNo)),
    fact('interpreter', interpreterIn(text, talk)),
    fact('readBack', sayAnswer(text, talk.readBack, yesNo)),
    fact('privatePlace', sayAnswer(text, talk.privatePlace, yesNo)),
    fact(
      'form',
      sayAnswer(text, talk.form, code => text.code('form', code)),
    ),
  ]
}

function interpreterIn(text: Text, { interpreter, interpreterCode }: ConsentTalk) {
  const word = sayAnswer(text, interpreter, value => text(value ? 'app.yes' : 'app.no'))
  return interpreterCode === '' ? (
    word
  ) : (
    <>
      {word} · <bdi>{interpreterCode}</bdi>
    </>
  )
}

const saidRows = (text: Text, { told }: ConsentTalk): Description[] => [
  {
    id: 'told',
    label: text('consent.told'),
    value:
      told.length === 0 ? (
        text('consent.toldNothing')
      ) : (
        <ul>
          {Told.options
            .filter(one => told.includes(one))
            .map(one => (
              <li key={one}>{text(`consent.told.${one}`)}</li>
            ))}
        </ul>
      ),
  },
]

const noted = [
  'capacityNote',
  'representation',
  'othersPresent',
  'withdrawHow',
  'whyNotWritten',
  'evidence',
] as const

/** What was noted in words; what was left empty is left out. */
const notes = (text: Text, talk: ConsentTalk): Description[] =>
  noted
    .filter(id => talk[id] !== '')
    .map(id => ({ id, label: text(`consent.${id}`), value: <span dir="auto">{talk[id]}</span> }))
