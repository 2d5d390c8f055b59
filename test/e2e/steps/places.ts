import type { Page } from 'playwright-core'
import { CasePart, type CaseView } from '../../../shared/case/model.ts'
import type { Reply } from '../../../shared/refusal.ts'
import { ask } from './look.ts'

/** A screen and where it is. */
export interface Screen {
  readonly name: string
  readonly address: string
}

/** The screens there are only where there is no vault. */
export const beforeVault: readonly Screen[] = [
  { name: 'create', address: '/create' },
  { name: 'practice', address: '/practice' },
]

/** The screens there are before a vault is open. */
export const firstScreens: readonly Screen[] = [
  { name: 'first', address: '/' },
  { name: 'read', address: '/read' },
  { name: 'make-key', address: '/read/key' },
  { name: 'restore', address: '/restore' },
  { name: 'damaged', address: '/damage' },
]

/** Every screen of an open vault and of one of its cases. */
export async function screensOf(page: Page, caseId: string): Promise<readonly Screen[]> {
  const reply = (await ask(page, 'case.view', { caseId })) as Reply<CaseView>
  if (!reply.ok) throw new Error(`The case cannot be seen: ${reply.code}.`)
  return [...deskScreens, ...caseScreens(reply.value)]
}

const deskScreens: readonly Screen[] = [
  { name: 'today', address: '/today' },
  { name: 'cases', address: '/cases' },
  { name: 'start-case', address: '/cases/new' },
  { name: 'search', address: '/search' },
  { name: 'look for a name', address: '/search/name' },
  { name: 'hand-over', address: '/handover' },
  { name: 'sent-and-received', address: '/handover/exchanged' },
  { name: 'caseloads', address: '/handover/caseload' },
  { name: 'caseload-new', address: '/handover/caseload/new' },
  { name: 'take-in-caseload', address: '/take-in/handover' },
  { name: 'take-in-receipt', address: '/take-in/receipt' },
  { name: 'take-in-recall', address: '/take-in/recall' },
  { name: 'take-in-declined', address: '/take-in/decline' },
  { name: 'take-in-question', address: '/take-in/approval-request' },
  { name: 'take-in-answer', address: '/take-in/approval' },
  { name: 'read-brief', address: '/read' },
  { name: 'make-key-inside', address: '/read/key' },
  { name: 'colleagues', address: '/colleagues' },
  { name: 'colleague-new', address: '/colleagues/new' },
  { name: 'own-card', address: '/colleagues/card' },
  { name: 'report', address: '/report' },
  { name: 'report-hand-in', address: '/report/17/send' },
  { name: 'report-received', address: '/report/received' },
  { name: 'take-in-contribution', address: '/take-in/contribution' },
  { name: 'record', address: '/record' },
  { name: 'disposed', address: '/record/disposed' },
  { name: 'vault', address: '/vault' },
  { name: 'clocks', address: '/vault/clocks' },
  { name: 'copies', address: '/vault/copies' },
  { name: 'drill', address: '/vault/copies/drill' },
  { name: 'locking', address: '/vault/lock' },
  { name: 'before-erasing', address: '/vault/erase' },
  { name: 'erasing', address: '/vault/erase/now' },
  { name: 'people', address: '/vault/people' },
  { name: 'ways', address: '/vault/ways' },
  { name: 'make-shares', address: '/vault/ways/shares' },
  { name: 'rehearse-shares', address: '/vault/ways/rehearse' },
  { name: 'witnesses', address: '/vault/witnesses' },
  { name: 'lists', address: '/vault/lists' },
  { name: 'list', address: '/vault/lists/unEntity' },
  { name: 'thresholds', address: '/vault/thresholds' },
  { name: 'windows', address: '/vault/windows' },
]

function caseScreens(view: CaseView): Screen[] {
  const [person] = view.persons
  const within = (name: string, ...rest: readonly string[]): Screen => ({
    name: `case-${name}`,
    address: ['/case', view.case.id, ...rest].join('/'),
  })
  const one = (name: string, part: string, id: string | undefined, before = ''): Screen[] =>
    id === undefined ? [] : [within(name, part, `${before}${id}`)]
  return [
    within('overview'),
    within('gates', 'gates'),
    within('access', 'access'),
    within('dispose', 'dispose'),
    ...view.moves
      .filter(({ blockedBy }) => blockedBy.length === 0)
      .map(({ to }) => within(`move-${to}`, 'move', to)),
    ...CasePart.options.map(part => within(part, part)),
    ...['source', 'persons', 'engagements', 'acts', 'actions', 'brief'].map(part =>
      within(`${part}-new`, part, 'new'),
    ),
    within('perpetrator-new', 'acts', 'perpetrator-new'),
    ...one('person', 'persons', person?.id),
    ...one('identity', 'persons', person?.id, 'identity-'),
    ...one('access-identity', 'access', person?.id),
    ...one('engagement', 'engagements', view.engagements[0]?.id),
    ...one('act', 'acts', view.acts[0]?.id),
    ...one('perpetrator', 'acts', view.perpetrators[0]?.id, 'perpetrator-'),
    ...one('consent-new', 'consent', person?.id, 'new-'),
    ...one('consent-answer', 'consent', view.consents[0]?.id, 'answer-'),
    ...one('consent-withdraw', 'consent', view.consents.at(-1)?.id, 'withdraw-'),
    ...one('risk-new', 'risk', person?.id, 'new-'),
    ...one('risk-event', 'risk', person?.id, 'event-'),
    within('dues-note', 'dues', 'case-reviewed'),
    ...one('risk-assessment', 'risk', view.risks[0]?.id, 'risk-'),
    ...one('verification-claim-new', 'verification', 'new', 'claim-'),
    ...one('verification-source-new', 'verification', 'new', 'source-'),
    ...one('forget', 'persons', person?.id, 'forget-'),
    ...view.actions.flatMap(({ id }) => actionScreens(view, id)),
    ...one('paper-read', 'paper', person?.id, 'read-'),
    ...one('paper-sheet', 'paper', person?.id, 'sheet-'),
    ...one('paper-plan', 'paper', view.protection.plans[0]?.id, 'plan-'),
    ...view.papers.map(({ id }) => within('paper-one', 'paper', id)),
    ...view.briefs.flatMap(brief => briefScreens(view, brief)),
  ]
}

/** The page of one action and what can be opened from it while it is planned. */
function actionScreens(view: CaseView, id: string): Screen[] {
  const base = `/case/${view.case.id}/actions/${id}`
  const steps = ['change', 'harm', 'approve', 'override']
  return [
    { name: 'action', address: base },
    ...steps.map(step => ({ name: `action-${step}`, address: `${base}/${step}` })),
  ]
}

function briefScreens(view: CaseView, { id, state }: CaseView['briefs'][number]): Screen[] {
  const base = `/case/${view.case.id}/brief/${id}`
  if (state === 'sent' || state === 'decided')
    return [
      { name: `brief-${state}`, address: base },
      { name: 'brief-recall', address: `${base}/recall` },
    ]
  const steps = ['reader', 'say', 'known', 'words', 'harm', 'approve', 'send']
  return [
    { name: 'brief-steps', address: base },
    ...steps.map(step => ({ name: `brief-${step}`, address: `${base}/${step}` })),
  ]
}
