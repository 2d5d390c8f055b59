import type { CaseView } from '../../shared/case/model.ts'
import { ActionId } from '../../shared/model.ts'
import type { PublicationView } from '../../shared/publication/model.ts'
import { unsafeAnswers } from '../../shared/publication/rules.ts'
import { useAnswer } from '../asking.ts'
import { CasePage, GonePage } from '../CasePage.tsx'
import { LineWords } from '../LineWords.tsx'
import { lineName } from '../outward.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { DescriptionList, Disclosure, Notice, Quiet, Section } from '../ui/index.ts'
import { RecognisedForm } from './RecognisedForm.tsx'
import { SecondReader } from './SecondReader.tsx'

interface PublicationPageProps {
  readonly view: CaseView
  readonly item: string
}

/** What publication asks for besides consent, danger and proof: whether anybody can be recognised, and a second reader. */
export function PublicationPage({ view, item }: PublicationPageProps) {
  const id = ActionId.safeParse(item)
  return id.success ? <OfAction view={view} itemId={id.data} /> : <GonePage view={view} code="item/gone" />
}

/** What the parts of the page are given. */
export interface PublicationProps {
  readonly view: CaseView
  readonly of: PublicationView
  /** Loads it again. */
  readonly again: () => void
}

function OfAction({ view, itemId }: { readonly view: CaseView; readonly itemId: ActionId }) {
  const text = useText()
  const { value: of, refusal, again } = useAnswer('publication.view', { itemId })
  if (refusal) return <GonePage view={view} code={refusal.code} />
  if (of === null) return null
  const back = { label: text('override.action', { label: of.label }), href: placeOf(view, 'actions', itemId) }
  return (
    <CasePage
      key={of.check?.at}
      view={view}
      title={text('publication.title')}
      lead={text('publication.lead')}
      under={back}
    >
      <AsPublished of={of} />
      <Recognised view={view} of={of} again={again} />
      <Section title={text('publication.reader')} lead={text('publication.readerLead')}>
        <SecondReader view={view} of={of} again={again} />
      </Section>
    </CasePage>
  )
}

/** The lines as everybody would read them. */
function AsPublished({ of: { lines } }: Pick<PublicationProps, 'of'>) {
  const text = useText()
  return (
    <Section title={text('publication.lines')}>
      {lines.length === 0 ? (
        <Notice tone="neutral">{text('publication.noLines')}</Notice>
      ) : (
        <DescriptionList
          rows={lines.map(line => ({
            id: line.key,
            label: lineName(text, line),
            value: <LineWords line={line} />,
          }))}
        />
      )}
    </Section>
  )
}

function Recognised({ view, of, again }: PublicationProps) {
  const text = useText()
  const { check, left } = of
  return (
    <Section title={text('publication.recognised')} lead={text('publication.recognisedLead')}>
      <LikeThem of={of} />
      {check && <Checked check={check} />}
      {!left && <Check view={view} of={of} again={again} />}
    </Section>
  )
}

/** What the last check said, and whether that still holds. */
function Checked({ check }: { readonly check: NonNullable<PublicationView['check']> }) {
  const text = useText()
  const { answers, by, checkedOn, same } = check
  const unsafe = unsafeAnswers(answers)
  const day = text.day(checkedOn)
  if (!same) return <Notice tone="care">{text('publication.checkedBefore', { by, day })}</Notice>
  return (
    <Notice tone={unsafe.length > 0 ? 'stop' : 'safe'} title={text('publication.checked', { by, day })}>
      {unsafe.length === 0 ? (
        text('publication.clear')
      ) : (
        <ul>
          {unsafe.map(question => (
            <li key={question}>
              {text(`publication.ask.${question}`)} {text(`publication.answer.${answers[question].answer}`)}.{' '}
              <bdi>{answers[question].note}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

/** The check is made by whoever is at the desk; for somebody who came to read, or when it was made, it is folded away. */
function Check(props: PublicationProps) {
  const text = useText()
  const { check, author } = props.of
  const officer = useSession(({ vault }) => vault?.officer)
  const form = <RecognisedForm key={check?.at} {...props} />
  if (check?.same !== true && officer === author) return form
  return (
    <Disclosure label={text(check === null ? 'publication.checkIt' : 'publication.checkAgain')}>
      {form}
    </Disclosure>
  )
}

/** How many cases of this vault have somebody like each person: what is rare gives somebody away. */
function LikeThem({ of: { shared } }: Pick<PublicationProps, 'of'>) {
  const text = useText()
  if (shared.length === 0) return null
  return (
    <>
      <Quiet>{text('publication.like')}</Quiet>
      <DescriptionList
        rows={shared.map(({ personId, label, cases, smallest }) => ({
          id: personId,
          label,
          value:
            cases === null
              ? text('publication.likeFew', { smallest })
              : text('publication.likeMany', { count: cases }),
        }))}
      />
    </>
  )
}
