import { Approving } from '../Approving.tsx'
import { CasePage } from '../CasePage.tsx'
import { colleagueName, verifiedWords } from '../colleagueWords.ts'
import { ColleagueStanding } from '../ColleagueStanding.tsx'
import { ConfirmedConditions } from '../Conditions.tsx'
import { FindingCards } from '../FindingCards.tsx'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { DescriptionList, Link, Notice, Row, Section, Stack } from '../ui/index.ts'
import { Goes } from './Goes.tsx'
import { givesAway, Leaking } from './Leaking.tsx'
import { outwardOf, sharePlace, type SharePageProps } from './outward.ts'
import { Send } from './Send.tsx'
import { Stays } from './Stays.tsx'

/** A share that has not left, on one page: to whom, the next step, what goes and what stays. */
export function OneShare({ view, share }: SharePageProps) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const of = outwardOf({ view, share })
  const stopped = share.gate.findings.filter(({ place }) => place !== 'harm' && place !== 'approval')
  return (
    <CasePage
      view={view}
      title={text('share.one', { name: colleagueName(text, share.colleague) })}
      lead={text('share.one.lead', { go: goingIn(share), all: share.lines.length })}
      under={{ label: text('share.title'), href: placeOf(view, 'share') }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Facts view={view} share={share} />
      <NotVerified share={share} />
      <Leaking view={view} share={share} />
      <FindingCards of={of} findings={stopped} />
      {stopped.length === 0 && !givesAway(share) && <Next view={view} share={share} />}
      <Goes view={view} share={share} />
      <Stays view={view} share={share} />
      <ConfirmedConditions of={of} />
    </CasePage>
  )
}

const goingIn = ({ lines }: SharePageProps['share']) => lines.filter(({ why }) => why === null).length

function Facts({ view, share }: SharePageProps) {
  const text = useText()
  const { colleague, draft, earlier } = share
  const how = sharePlace({ view, share }, 'how')
  const [last] = earlier
  return (
    <Stack gap={12}>
      <DescriptionList
        rows={[
          {
            id: 'to',
            label: text('share.to'),
            value: (
              <Row gap={8}>
                <bdi>{colleagueName(text, colleague)}</bdi>
                <ColleagueStanding standing={colleague.standing} />
              </Row>
            ),
            by: last
              ? text(`share.earlier.${last.direction}`, {
                  count: earlier.length,
                  what: text(`notice.kind.${last.kind}`),
                  moment: text.moment(last.at),
                })
              : (verifiedWords(text, colleague) ?? undefined),
          },
          { id: 'purpose', label: text('share.purpose'), value: text.code('purpose', draft.purpose) },
          {
            id: 'level',
            label: text('share.level'),
            value: text.code('identityLevel', draft.identityLevel),
          },
          { id: 'channel', label: text('share.channel'), value: text.code('channel', draft.channel) },
          {
            id: 'note',
            label: text('share.note'),
            value: draft.note === '' ? text('share.note.none') : <bdi>{draft.note}</bdi>,
          },
        ]}
      />
      <p>
        <Link href={how}>{text('share.change')}</Link>
      </p>
    </Stack>
  )
}

/** A colleague whose keys nobody compared gets nothing; here is the way. */
function NotVerified({ share: { colleague } }: Pick<SharePageProps, 'share'>) {
  const text = useText()
  if (colleague.standing === 'verified') return null
  return (
    <Notice
      tone="stop"
      title={text('share.notVerified')}
      actions={<Link href={`/colleagues/${colleague.id}`}>{text('share.toColleague')}</Link>}
    >
      {text(`colleague.not.${colleague.standing}`)}
    </Notice>
  )
}

/** The one thing to do next: the do-no-harm check, the approval, the file. */
function Next({ view, share }: SharePageProps) {
  const text = useText()
  const { gate, approval } = share
  const harm = gate.findings.find(({ place }) => place === 'harm')
  if (harm)
    return (
      <Section title={text('share.next.harm')} lead={text(`gate.${harm.reason}`)}>
        <p>
          <Link kind="button" href={sharePlace({ view, share }, 'harm')}>
            {text(share.checkBefore || share.harmCheck ? 'share.harm.again' : 'share.harm.do')}
          </Link>
        </p>
      </Section>
    )
  if (approval?.current) return <Send view={view} share={share} />
  return (
    <Section title={text('share.approve.title')}>
      {approval && (
        <Notice tone="care" title={text('share.changedSinceApproval')}>
          {text('share.changedSinceApprovalWhy')}
        </Notice>
      )}
      <Approving of={outwardOf({ view, share })} />
    </Section>
  )
}
