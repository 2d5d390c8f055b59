import { useLocation } from 'wouter'
import { openActions } from '../../shared/case/actions.ts'
import type { CasePart, CaseView } from '../../shared/case/model.ts'
import { isDisposable } from '../../shared/retention/rules.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { BlockCard, Button, Link, Quiet, Row, Section } from '../ui/index.ts'
import { OpenThings } from './OpenThings.tsx'
import { moveName, useMayMove, whoOf } from './moveWords.ts'

interface ViewProps {
  readonly view: CaseView
}

/** Where the case can go from here, what still stands in the way, and who takes each step. */
export function CaseMoves({ view }: ViewProps) {
  const text = useText()
  const [, navigate] = useLocation()
  const refusalOf = useMayMove(view)
  const free = view.moves.filter(move => move.blockedBy.length === 0)
  const others = free.filter(move => refusalOf(move) !== null)
  return (
    <Section
      title={text('case.moves')}
      lead={text('case.moves.lead', { state: text(`case.state.${view.case.state}`) })}
    >
      <Blocks view={view} />
      <Row>
        {free
          .filter(move => refusalOf(move) === null)
          .map(({ to }) => (
            <Button key={to} onPress={() => navigate(placeOf(view, 'move', to))}>
              {moveName(text, view, to)}
            </Button>
          ))}
      </Row>
      {isDisposable(view.case.state) && (
        <Row>
          <Link href={placeOf(view, 'dispose')}>{text('retention.open')}</Link>
        </Row>
      )}
      {others.map(move => (
        <Quiet key={move.to}>
          {text('case.move.others', { move: moveName(text, view, move.to), who: whoOf(text, view, move) })}
        </Quiet>
      ))}
    </Section>
  )
}

/** Which part of the case resolves what blocks. */
const resolvedIn: Readonly<Record<string, CasePart>> = {
  'safe-contact': 'intake',
  'scope-test': 'scope',
  'out-of-scope': 'scope',
  'scope-not-out': 'scope',
  'no-person': 'persons',
  'closing-actions_finished': 'actions',
  'closing-retention_decided': 'consent',
}

/** Only briefs are open: then they resolve it. */
function placeResolving({ actions }: CaseView, reason: string): CasePart {
  if (reason === 'closing-actions_finished' && openActions(actions).length === 0) return 'brief'
  return resolvedIn[reason] ?? 'intake'
}

function Blocks({ view }: ViewProps) {
  const text = useText()
  return view.moves.flatMap(move =>
    move.blockedBy.map(reason => {
      const { to } = move
      const part = placeResolving(view, reason)
      const what = text('case.move.cannot', { move: moveName(text, view, to) })
      const why = text(`case.blocked.${reason}`)
      // Nobody has to make a case fall out of scope: that is no block to resolve.
      if (to === 'out_of_scope') return <Quiet key={to}>{`${what}. ${why}`}</Quiet>
      return (
        <BlockCard
          key={`${to} ${reason}`}
          what={what}
          reason={
            <>
              {why}{' '}
              {reason === 'closing-actions_finished' && (
                <OpenThings view={view} criterion="actions_finished" />
              )}
            </>
          }
          who={text('case.move.resolve', { who: whoOf(text, view, move) })}
          way={{
            label: text('case.move.goTo', { part: text(`case.part.${part}`) }),
            href: placeOf(view, part),
          }}
        />
      )
    }),
  )
}
