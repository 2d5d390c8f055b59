import { useState } from 'react'
import { useLocation } from 'wouter'
import { caseContract } from '../../shared/case/contract.ts'
import type { CasePart, CaseState, CaseView } from '../../shared/case/model.ts'
import { useForm } from '../form.ts'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { BlockCard, Button, ConfirmDialog, Quiet, Row, Section, TextField, show } from '../ui/index.ts'
import { FormTop } from './FormTop.tsx'
import { moveName, useMayMove, whoOf } from './moveWords.ts'

interface ViewProps {
  readonly view: CaseView
}

/** Where the case can go from here, what still stands in the way, and who takes each step. */
export function CaseMoves({ view }: ViewProps) {
  const text = useText()
  const [asked, setAsked] = useState<CaseState | null>(null)
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
          .map(({ to, asks }) =>
            asks === null ? (
              <Button key={to} onPress={() => setAsked(to)}>
                {moveName(text, view, to)}
              </Button>
            ) : (
              <Button key={to} onPress={() => navigate(placeOf(view, 'move', to))}>
                {moveName(text, view, to)}
              </Button>
            ),
          )}
      </Row>
      {others.map(move => (
        <Quiet key={move.to}>
          {text('case.move.others', { move: moveName(text, view, move.to), who: whoOf(text, view, move) })}
        </Quiet>
      ))}
      {asked && <Move key={asked} view={view} to={asked} onClose={() => setAsked(null)} />}
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
  'closing-actions_finished': 'brief',
  'closing-retention_decided': 'consent',
}

function Blocks({ view }: ViewProps) {
  const text = useText()
  return view.moves.flatMap(move =>
    move.blockedBy.map(reason => {
      const { to } = move
      const part = resolvedIn[reason] ?? 'intake'
      const what = text('case.move.cannot', { move: moveName(text, view, to) })
      const why = text(`case.blocked.${reason}`)
      // Nobody has to make a case fall out of scope: that is no block to resolve.
      if (to === 'out_of_scope') return <Quiet key={to}>{`${what}. ${why}`}</Quiet>
      return (
        <BlockCard
          key={`${to} ${reason}`}
          what={what}
          reason={why}
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

const MoveReason = caseContract['case.move'].input.pick({ reason: true })

interface MoveProps extends ViewProps {
  readonly to: CaseState
  readonly onClose: () => void
}

/** Asks for the reason and says what the move means. */
function Move({ view, to, onClose }: MoveProps) {
  const text = useText()
  const [attempt, setAttempt] = useState(0)
  const { run, refusal } = useCase()
  const caseId = view.case.id
  const form = useForm(MoveReason, {
    name: 'caseMove',
    initial: { reason: '' },
    draft: `case:move:${caseId}:${to}`,
  })
  const move = () => {
    setAttempt(attempt + 1)
    void form.submit(async ({ reason }) => {
      await run('case.move', { caseId, to, reason })
      if (useCase.getState().refusal) return false
      show(toasts, { text: text('case.moved', { state: text(`case.state.${to}`) }), tone: 'safe' })
      onClose()
      return true
    })
  }
  return (
    <ConfirmDialog
      open
      title={moveName(text, view, to)}
      consequence={text(`case.move.${to}.means`)}
      confirmLabel={moveName(text, view, to)}
      keepLabel={text('case.move.keep')}
      onConfirm={move}
      onClose={onClose}
    >
      <FormTop {...form} attempt={attempt} onDiscard={form.discard} refusal={refusal} />
      <TextField
        id="reason"
        label={text('caseMove.reason')}
        hint={text('caseMove.reason.hint')}
        error={form.error('reason')}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
      />
    </ConfirmDialog>
  )
}
