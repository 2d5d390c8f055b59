import type { Standing, WatchedLine, WitnessLine } from '../../shared/record/model.ts'
import { isAlarming } from '../../shared/record/witness.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, EmptyState, Quiet, Section, Table } from '../ui/index.ts'

/** Everybody who has seen this record, and everybody whose record this vault has seen. */
export function WitnessTables({ standing }: { readonly standing: Standing }) {
  const text = useText()
  return (
    <>
      <Section title={text('witness.table')}>
        <Table
          caption={text('witness.table')}
          rows={standing.witnesses}
          rowKey={({ kind, who, at }) => `${kind} ${who?.role ?? ''} ${who?.office ?? ''} ${at}`}
          columns={[
            { id: 'who', header: text('witness.who'), cell: line => whoOf(text, line) },
            { id: 'entries', header: text('witness.entries'), cell: entriesOf(text), numeric: true },
            { id: 'at', header: text('witness.at'), cell: ({ at }) => text.moment(at) },
            { id: 'verdict', header: text('witness.verdict'), cell: verdictOf },
          ]}
          empty={<EmptyState title={text('witness.none')}>{text('witness.none.how')}</EmptyState>}
        />
      </Section>
      <Section title={text('witness.watched')} lead={text('witness.watched.lead')}>
        <Table
          caption={text('witness.watched')}
          rows={standing.watched}
          rowKey={({ who }) => `${who.role} ${who.office}`}
          columns={[
            { id: 'who', header: text('witness.who'), cell: ({ who }) => nameOf(text, who) },
            { id: 'entries', header: text('witness.entries'), cell: ({ entries }) => entries, numeric: true },
            { id: 'at', header: text('witness.at'), cell: ({ at }) => text.moment(at) },
            { id: 'differs', header: text('witness.verdict'), cell: watchedOf },
          ]}
          empty={
            <EmptyState title={text('witness.watched.none')}>{text('witness.watched.none.how')}</EmptyState>
          }
        />
      </Section>
    </>
  )
}

const nameOf = (text: Text, { role, office }: WatchedLine['who']) => (
  <bdi>{office === '' ? role : text('witness.kind.colleague', { role, office })}</bdi>
)

function whoOf(text: Text, { kind, who }: WitnessLine) {
  if (kind === 'colleague') return who && nameOf(text, who)
  return (
    <>
      {text(`witness.kind.${kind}`)}
      <div>
        <Quiet>{text(`witness.kind.${kind}.hint`)}</Quiet>
      </div>
    </>
  )
}

const entriesOf = (text: Text) => (line: WitnessLine) => line.entries ?? text('witness.unknown')

const verdictOf = (line: WitnessLine) => <Verdict line={line} />

function Verdict({ line: { verdict, missing } }: { readonly line: WitnessLine }) {
  const text = useText()
  const tone = isAlarming(verdict) ? 'stop' : verdict === 'fits' ? 'safe' : 'note'
  return <Badge tone={tone}>{text(`witness.verdict.${verdict}`, { missing })}</Badge>
}

const watchedOf = (line: WatchedLine) => <Watched line={line} />

function Watched({ line: { differs } }: { readonly line: WatchedLine }) {
  const text = useText()
  return (
    <Badge tone={differs ? 'stop' : 'safe'}>
      {text(differs ? 'witness.watched.differs' : 'witness.watched.fits')}
    </Badge>
  )
}
