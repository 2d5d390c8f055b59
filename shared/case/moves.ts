import type { RefusalCode } from '../refusal.ts'
import type { Duty } from '../vault/model.ts'
import { wasSent } from './actions.ts'
import { alwaysNeeded, known } from './closing.ts'
import type { CaseState, Move } from './course.ts'
import type { CaseContent } from './rules.ts'

/** Who may take each kind of step (6.1, third column). The focal point coordinates, and so may do what the owner may. */
const respondent: Move['who'] = ['first_respondent']
const intakeStaff: Move['who'] = ['first_respondent', 'focal_point']
const focalPoint: Move['who'] = ['focal_point']
const owner: Move['who'] = ['owner', 'focal_point']
const senior: Move['who'] = ['focal_point', 'head_of_presence']
/** Stopping is never harder than going on: whoever hears that the person asks to stop may stop. */
const anybody: Move['who'] = ['owner', 'first_respondent', 'focal_point', 'head_of_presence']

/**
 * What the state machine allows next, with what still blocks each move, who may make it and what it asks for.
 *
 * Total: every state has an answer. A case on hold goes back to where it stood; a closed one is reopened, never held.
 *
 * @see docs/adr/0009-rules-as-pure-functions.md
 */
export function moves(content: CaseContent): Move[] {
  const { state } = content.case
  return [...onward[state](content), ...(pauses(state) ? [move('on_hold', anybody, { asks: 'hold' })] : [])]
}

/** The one way on from each state, where there is one that is the next right thing. */
const wayOn: Readonly<Partial<Record<CaseState, readonly CaseState[]>>> = {
  draft: ['intake'],
  intake: ['triage'],
  triage: ['open', 'out_of_scope'],
  closure_proposed: ['closed'],
  out_of_scope: ['referred'],
}

/** The states a case can be moved on to now, in the order of the state machine; nothing while something blocks. */
export const onwardOf = (content: CaseContent): CaseState[] =>
  moves(content)
    .filter(({ to, blockedBy }) => blockedBy.length === 0 && wayOn[content.case.state]?.includes(to))
    .map(({ to }) => to)

/** Whether a case in this state can be put on hold. */
export const pauses = (state: CaseState): boolean => state !== 'on_hold' && state !== 'closed'

const onward: Readonly<Record<CaseState, (content: CaseContent) => readonly Move[]>> = {
  draft: content => [move('intake', respondent, { blockedBy: intakeGuard(content) })],
  intake: () => [move('triage', intakeStaff)],
  triage: content => [
    move('open', focalPoint, { blockedBy: openGuard(content) }),
    move('out_of_scope', focalPoint, { blockedBy: outGuard(content), asks: 'referral' }),
  ],
  open: content => [move('follow_up', focalPoint, { asks: actionDone(content) ? null : 'no-action' })],
  follow_up: content => [
    move('closure_proposed', owner, { blockedBy: closingGuard(content), asks: 'closure' }),
    move('open', focalPoint),
  ],
  closure_proposed: content => [
    move('closed', senior, {
      blockedBy: closingGuard(content),
      notBy: content.course.closure?.proposedBy ?? null,
    }),
    move('follow_up', senior),
  ],
  closed: () => [move('open', focalPoint, { asks: 'reopen' })],
  out_of_scope: () => [move('referred', focalPoint), move('triage', focalPoint)],
  referred: content => [
    move('closed', focalPoint, { blockedBy: closingGuard(content), asks: 'closure' }),
    move('triage', focalPoint),
  ],
  on_hold: ({ course }) => [move(course.hold?.before ?? 'intake', focalPoint)],
}

const move = (
  to: CaseState,
  who: Move['who'],
  rest: { readonly blockedBy?: string[]; readonly notBy?: string | null; readonly asks?: Move['asks'] } = {},
): Move => ({ to, who: [...who], blockedBy: [], notBy: null, asks: null, ...rest })

/** The safe-contact question must be answered, even with "none". */
export const intakeGuard = ({ case: file }: Pick<CaseContent, 'case'>): string[] =>
  'none' in file.safeContact ? ['safe-contact'] : []

function openGuard({ scope, persons }: CaseContent): string[] {
  return [
    ...(scope === null || scope.result.outcome === 'incomplete' ? ['scope-test'] : []),
    ...(scope && ['out_no_engagement', 'staff_route'].includes(scope.result.outcome) ? ['out-of-scope'] : []),
    ...(persons.length === 0 ? ['no-person'] : []),
  ]
}

function outGuard({ scope }: CaseContent): string[] {
  const out =
    scope !== null && ['out_no_engagement', 'staff_route', 'preventive_advice'].includes(scope.result.outcome)
  return out ? [] : ['scope-not-out']
}

/** Whether something was done: an action was sent, or a brief left. */
const actionDone = ({ briefs, actions }: CaseContent) =>
  actions.some(wasSent) || briefs.some(({ state }) => state === 'sent' || state === 'decided')

/** What no closing goes without, whatever its reason, as far as the case itself knows (G6). */
const closingGuard = (content: CaseContent): string[] =>
  alwaysNeeded.filter(criterion => known(content)[criterion] === 'not_met').map(one => `closing-${one}`)

/** Somebody who would make a move. */
export interface MoverNow {
  readonly role: string
  readonly duties: readonly Duty[]
  readonly sole: boolean
}

/** Why this person may not make a move, or `null`. @param owner role code of whoever handles the case. */
export function mayMove(
  { who, notBy }: Pick<Move, 'who' | 'notBy'>,
  { role, duties, sole, owner: handles }: MoverNow & { readonly owner: string },
): RefusalCode | null {
  const may = who.some(one => (one === 'owner' ? handles === role : duties.includes(one)))
  if (!may) return 'case/not-your-duty'
  return notBy === role && !sole ? 'case/closing-by-proposer' : null
}
