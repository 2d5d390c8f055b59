import type { CaseView } from '../../shared/case/model.ts'
import { situationOf } from '../../shared/case/rules.ts'
import { valueOf } from '../../shared/model.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Link, Quiet, Quote, Section, Stack, Tracks, type QuoteProps, type Track } from '../ui/index.ts'
import styles from './case.module.css'
import { standings } from './caseColumns.tsx'
import { placeOfStep, useNextSteps } from './nextStep.ts'

interface ViewProps {
  readonly view: CaseView
}

/** Beside an open case: what to do now, how far it is, what was decided, and the persons' own words. */
export function CaseAside({ view }: ViewProps) {
  const text = useText()
  return (
    <Stack gap={32}>
      <Section title={text('case.now')}>
        <Now view={view} />
      </Section>
      <Decision view={view} />
      <Section title={text('case.tracks')}>
        <Tracks label={text('case.tracks')} tracks={useTracks(view)} />
      </Section>
      <OwnWords view={view} />
    </Stack>
  )
}

/** Urgent first; the order of the rest is that of the rules. */
function Now({ view }: ViewProps) {
  const text = useText()
  const steps = useNextSteps(view)
  if (steps.length === 0) return <Quiet>{text('case.nowNothing')}</Quiet>
  return (
    <ul className={styles.steps}>
      {steps.map(one => (
        <li key={one.step}>
          {one.urgent && <strong>{text('case.nowUrgent')} </strong>}
          <Link href={placeOfStep(view, one)}>{text(`case.next.${one.step}`)}</Link>
        </li>
      ))}
    </ul>
  )
}

const consentDone = { none: 0, sought: 0.3, partial: 0.6, given: 1, due: 0.8, ended: 0.3 } as const
const verificationLooks = {
  not_started: { standing: 'not-started', done: 0 },
  in_progress: { standing: 'in-progress', done: 0.5 },
  assessed: { standing: 'done', done: 1 },
} as const
const riskDone = { none: 0, current: 1, due: 0.8, overdue: 0.4 } as const
const planDone = { none: 0, drafted: 0.3, agreed: 0.6, active: 1, reviewed: 1 } as const

function useTracks({ tracks }: CaseView): readonly Track[] {
  const text = useText()
  const track = (id: keyof CaseView['tracks'], how: Pick<Track, 'standing' | 'done'>): Track => ({
    id,
    label: text(`case.track.${id}`),
    word: text(`case.track.${id}.${tracks[id]}`),
    ...how,
  })
  const { consent, verification, risk, plan } = tracks
  return [
    track('consent', { standing: standings.consent[consent], done: consentDone[consent] }),
    track('verification', verificationLooks[verification]),
    track('risk', { standing: standings.risk[risk], done: riskDone[risk] }),
    track('plan', { standing: standings.plan[plan], done: planDone[plan] }),
  ]
}

/** The newest decision on a brief of this case. */
function Decision({ view }: ViewProps) {
  const text = useText()
  const brief = view.briefs
    .filter(({ reply }) => reply !== null)
    .toSorted((a, b) => ((a.reply?.receivedAt ?? '') < (b.reply?.receivedAt ?? '') ? 1 : -1))[0]
  if (!brief?.reply) return null
  const { decision, words, decidedBy, decidedOn } = brief.reply
  return (
    <Section title={text('case.decision')}>
      <Stack gap={8}>
        <strong>{text(`case.decision.${decision}`)}</strong>
        {words !== '' && (
          <p dir="auto" className={styles.account}>
            {words}
          </p>
        )}
        <Quiet>
          {text('case.decision.by', {
            who: `\u2068${decidedBy}\u2069`,
            when: `\u2068${text.day(decidedOn)}\u2069`,
          })}
        </Quiet>
        <Link href={placeOf(view, 'brief', brief.id)}>{text('case.decision.read')}</Link>
      </Stack>
    </Section>
  )
}

/** What the persons wish and how they see the danger, as they said it. */
function OwnWords({ view }: ViewProps) {
  const text = useText()
  const quotes = useQuotes(view)
  if (quotes.length === 0) return null
  return (
    <Section title={text('case.words')}>
      <Stack gap={24}>
        {quotes.map(quote => (
          <Quote key={`${quote.label} ${quote.text}`} {...quote} />
        ))}
      </Stack>
    </Section>
  )
}

function useQuotes({ persons, risks }: CaseView): readonly QuoteProps[] {
  const text = useText()
  return persons.flatMap(person => {
    const who = person.label
    const risk = situationOf(risks, person.id)
    const view = risk && valueOf(risk.ownView)
    const wishes = valueOf(person.wishes)
    const translated = (translation: string) =>
      translation === '' ? {} : { translation: { label: text('case.words.translation'), text: translation } }
    return [
      ...(wishes
        ? [
            {
              label: text('case.words.wishes', { who }),
              text: wishes,
              lang: person.wishesLanguage ?? undefined,
              ...translated(person.wishesTranslation),
            },
          ]
        : []),
      ...(view?.words
        ? [
            {
              label: text('case.words.ownView', { who, band: text(`risk.band.${view.band}`) }),
              text: view.words,
              lang: view.language ?? undefined,
              ...translated(view.translation),
            },
          ]
        : []),
    ]
  })
}
