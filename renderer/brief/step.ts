import type { BriefView } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { contentFindings } from '../outward.ts'
import { placeOf } from '../part.ts'
import type { Standing } from '../ui/index.ts'

/** What every page of one brief is given. */
export interface StepPageProps {
  readonly view: CaseView
  readonly brief: BriefView
}

/** The steps of a brief, in order. */
export const stepNames = ['reader', 'say', 'known', 'words', 'harm', 'approve', 'send'] as const
export type StepName = (typeof stepNames)[number]

/** Where one step stands. `state` is a text key `brief.step.<name>.<state>`. */
export interface Step {
  readonly name: StepName
  readonly standing: Standing
  readonly state: string
  /** Whether it can be opened yet. */
  readonly open: boolean
}

/** The address of a brief, or of one step of it. */
export const briefPlace = ({ view, brief }: StepPageProps, step?: StepName): string =>
  [placeOf(view, 'brief', brief.id), ...(step ? [step] : [])].join('/')

/** Every step with where it stands. */
export function stepsOf(brief: BriefView): Step[] {
  const before = [reader, say(brief), known(brief), words(brief), harm(brief)]
  const ready = before.every(step => step.standing === 'done' || step.state === 'empty')
  return [...before, approve(brief, ready), send(brief)]
}

/** The one thing to do next. Words of one's own are not asked for again once the check is done. */
export function nextStep(brief: BriefView): StepName {
  const steps = stepsOf(brief)
  const isChecked = steps.some(step => step.name === 'harm' && step.standing === 'done')
  const isLeft = (step: Step) => step.standing !== 'done' && !(step.state === 'empty' && isChecked)
  return steps.find(isLeft)?.name ?? 'send'
}

const reader: Step = { name: 'reader', standing: 'done', state: 'done', open: true }

function say(brief: BriefView): Step {
  const blocked =
    brief.gate.lines.some(line => line.verdict === 'blocked') ||
    contentFindings({ result: brief.gate }).length > 0
  return {
    name: 'say',
    open: true,
    standing: blocked ? 'blocked' : 'done',
    state: blocked ? 'blocked' : 'done',
  }
}

function known({ together: { earlier, warnings } }: BriefView): Step {
  const isOpen = warnings.some(({ reason }) => reason === null)
  if (isOpen) return { name: 'known', open: true, standing: 'blocked', state: 'open' }
  return { name: 'known', open: true, standing: 'done', state: earlier.length === 0 ? 'none' : 'done' }
}

function words({ draft, leaks, alike }: BriefView): Step {
  const {
    options,
    talkingPoints,
    riskOfActing,
    riskOfNotActing,
    unknowns,
    stateView,
    actionsSoFar,
    followUp,
  } = draft
  const single = [riskOfActing, riskOfNotActing, unknowns, stateView, actionsSoFar, followUp]
  const isEmpty = options.length + talkingPoints.length === 0 && single.every(one => one === '')
  if (leaks.length > 0) return { name: 'words', open: true, standing: 'blocked', state: 'leaks' }
  if (alike.some(({ reason }) => reason === null))
    return { name: 'words', open: true, standing: 'blocked', state: 'alike' }
  return isEmpty
    ? { name: 'words', open: true, standing: 'not-started', state: 'empty' }
    : { name: 'words', open: true, standing: 'done', state: 'done' }
}

const harmStanding: Readonly<Record<string, Standing>> = {
  'harm-none': 'not-started',
  'harm-incomplete': 'in-progress',
  'harm-undecided': 'blocked',
  'harm-expired': 'overdue',
  'harm-of-something-else': 'overdue',
}

function harm({ gate }: BriefView): Step {
  const reason = gate.findings.find(finding => finding.place === 'harm')?.reason
  return {
    name: 'harm',
    open: true,
    standing: reason ? (harmStanding[reason] ?? 'blocked') : 'done',
    state: reason ?? 'done',
  }
}

function approve({ approval }: BriefView, ready: boolean): Step {
  if (approval?.current) return { name: 'approve', open: true, standing: 'done', state: 'done' }
  const state = approval ? 'changed' : 'none'
  if (!ready) return { name: 'approve', open: true, standing: 'not-started', state: 'later' }
  return { name: 'approve', open: true, standing: approval ? 'in-progress' : 'not-started', state }
}

function send({ gate, leaks, alike }: BriefView): Step {
  const ready = gate.open && leaks.length === 0 && alike.every(({ reason }) => reason !== null)
  return {
    name: 'send',
    open: ready,
    standing: 'not-started',
    state: ready ? 'ready' : 'later',
  }
}
