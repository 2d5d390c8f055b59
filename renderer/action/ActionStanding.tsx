import { nextOf, type ActionStep } from '../../shared/action/ledger.ts'
import { ByFile } from '../ByFile.tsx'
import { firstWay } from '../outward.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Link, Notice, Quiet, Row, Stack } from '../ui/index.ts'
import { StatusBadge } from './actionText.tsx'
import { outwardOf } from './outward.ts'
import { actionPlace, type ActionPageProps } from './place.ts'

/** Where it stands in a sentence, and the one thing to do next. */
export function ActionStanding(props: ActionPageProps) {
  const text = useText()
  const { status, line, result, approval } = props.action
  const way = useWayOn(props, nextOf(line, result))
  const change = actionPlace(props, 'change')
  return (
    <Stack gap={16}>
      <Row>
        <StatusBadge status={status} />
        <span>{text(`action.status.${status}`, sentenceOf(props, text))}</span>
      </Row>
      {approval?.current && line.stage === 'planned' && (
        <>
          <Quiet>{text('action.approve.done', { by: approval.by, moment: text.moment(approval.at) })}</Quiet>
          <ByFile file={approval.file} />
        </>
      )}
      {line.soleApproval && line.stage !== 'planned' && <Notice>{text('action.wasSole')}</Notice>}
      <Row gap={24}>
        {way && (
          <Link kind="button" href={way.href}>
            {way.label}
          </Link>
        )}
        {line.stage === 'planned' && (
          <>
            {way?.href !== change && <Link href={change}>{text('action.changePlan')}</Link>}
            <Link href={actionPlace(props, 'ended')}>{text('action.giveUp')}</Link>
          </>
        )}
      </Row>
    </Stack>
  )
}

const sentenceOf = ({ action: { line } }: ActionPageProps, text: ReturnType<typeof useText>) => ({
  day: line.sentOn === null ? '' : text.day(line.sentOn),
  answered: line.lastReply === null ? '' : text.day(line.lastReply.on),
})

/** Where the next step is taken; what stands in the way names its own place. `null`: there is nothing to do, or it is done here. */
function useWayOn(props: ActionPageProps, next: ActionStep | null) {
  const text = useText()
  const vault = useSession(state => state.vault)
  if (next === null) return null
  if (next === 'resolve') {
    const way = firstWay(text, outwardOf(props))
    return way && 'href' in way ? way : null
  }
  const asks = next === 'approve' && vault?.people !== 1 && vault?.officer === props.action.author
  return { label: text(asks ? 'action.next.ask' : `action.next.${next}`), href: actionPlace(props, next) }
}
