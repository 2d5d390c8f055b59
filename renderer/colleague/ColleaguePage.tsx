import { useKept } from '../kept.ts'
import type { ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { useAnswer } from '../asking.ts'
import { ColleagueStanding } from '../ColleagueStanding.tsx'
import { colleagueName, verifiedWords } from '../colleagueWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { TwelveWords } from '../TwelveWords.tsx'
import {
  DescriptionList,
  Link,
  Notice,
  Page,
  Progress,
  Quiet,
  Row,
  Section,
  Stack,
  TextButton,
} from '../ui/index.ts'
import styles from './colleague.module.css'
import { Compare } from './Compare.tsx'
import { RetireKeys } from './RetireKeys.tsx'

const back = (text: Text) => ({ label: text('colleague.title'), href: '/colleagues' })

/** One colleague: how far their keys can be relied on, comparing them, and what happened to them. */
export function ColleaguePage({ id }: { readonly id: string }) {
  const text = useText()
  const { value, refusal, again } = useAnswer('colleague.list', {})
  const colleague = value?.find(one => one.id === id)
  if (colleague) return <Shown colleague={colleague} again={again} />
  return (
    <Page title={text('colleague.title')} back={back(text)}>
      {value === null && !refusal && <Progress label={text('colleague.loading')} />}
      {(value !== null || refusal) && (
        <RefusalNotice refusal={refusal ?? { code: 'exchange/colleague-gone' }} />
      )}
    </Page>
  )
}

interface ShownProps {
  readonly colleague: ColleagueView
  readonly again: () => void
}

function Shown({ colleague, again }: ShownProps) {
  const text = useText()
  const { standing } = colleague
  const isOpen = standing === 'unverified' || standing === 'changed'
  return (
    <Page title={colleagueName(text, colleague)} back={back(text)}>
      <Stack gap={32}>
        <About colleague={colleague} />
        {standing === 'changed' && (
          <Notice tone="stop" title={text('colleague.changed')}>
            {text('colleague.changed.means')}
          </Notice>
        )}
        {colleague.kind === 'x25519' && standing !== 'retired' && (
          <Notice tone="care" title={text('colleague.older')}>
            {text('colleague.older.means')}
          </Notice>
        )}
        <Words colleague={colleague} />
        {isOpen && <Compare colleague={colleague} onDone={again} />}
        <History events={colleague.events} />
        {standing !== 'retired' && <Later colleague={colleague} again={again} />}
      </Stack>
    </Page>
  )
}

function About({ colleague }: { readonly colleague: ColleagueView }) {
  const text = useText()
  const { recipientClass, standing, kind } = colleague
  return (
    <DescriptionList
      rows={[
        {
          id: 'standing',
          label: text('colleague.standing'),
          value: (
            <Stack gap={4}>
              <Row>
                <ColleagueStanding standing={standing} />
              </Row>
              <Quiet>{verifiedWords(text, colleague) ?? text(`colleague.standing.${standing}.means`)}</Quiet>
            </Stack>
          ),
        },
        { id: 'class', label: text('colleague.class'), value: text.code('recipientClass', recipientClass) },
        { id: 'kind', label: text('colleague.kind'), value: text(`colleague.kind.${kind}`) },
      ]}
    />
  )
}

function Words({ colleague: { words, previousWords } }: { readonly colleague: ColleagueView }) {
  const text = useText()
  const title = text(previousWords ? 'colleague.words.new' : 'colleague.words')
  return (
    <div className={styles.pair}>
      <Section title={title}>
        <TwelveWords label={title} words={words} />
      </Section>
      {previousWords && (
        <Section title={text('colleague.words.before')}>
          <TwelveWords label={text('colleague.words.before')} words={previousWords} old />
        </Section>
      )}
    </div>
  )
}

/** What happened to the keys, newest first. */
function History({ events }: { readonly events: ColleagueView['events'] }) {
  const text = useText()
  return (
    <Section title={text('colleague.history')}>
      <ol className={styles.history}>
        {events.toReversed().map(({ id, kind, at, by, how, reason }) => (
          <li key={id}>
            {text(`colleague.event.${how ?? kind}`, { by, at: text.moment(at) })}
            {reason !== null && (
              <>
                {' '}
                <q dir="auto">{reason}</q>
              </>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What may come later: a new card, or an end. */
function Later({ colleague, again }: ShownProps) {
  const text = useText()
  const [retiring, setRetiring] = useKept('colleague.retiring', false)
  return (
    <Section title={text('colleague.later')}>
      <Row gap={24}>
        <Link href={`/colleagues/${colleague.id}/card`}>{text('colleague.newCard')}</Link>
        <TextButton onPress={() => setRetiring(true)}>{text('colleague.retire')}</TextButton>
      </Row>
      {retiring && (
        <RetireKeys
          colleague={colleague}
          onDone={() => {
            setRetiring(false)
            again()
          }}
          onClose={() => setRetiring(false)}
        />
      )}
    </Section>
  )
}
