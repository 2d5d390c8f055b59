import type { Act } from '../act/model.ts'
import type { ActionLine } from '../action/model.ts'
import type { BriefSummary } from '../brief/model.ts'
import type { Disclosed, FollowUpTask } from '../consent/followUp.ts'
import type { ConsentDecision } from '../consent/model.ts'
import type { ConsentEvent } from '../consent/review.ts'
import type { ConsentTalk } from '../consent/talk.ts'
import type { Engagement } from '../engagement/model.ts'
import type { Verification } from '../evidence/claim.ts'
import { verificationTrack } from '../evidence/rules.ts'
import type { Day, Instant } from '../model.ts'
import type { PaperSummary } from '../paper/model.ts'
import type { Person } from '../person/model.ts'
import { riskTrack, situationOf } from '../risk/rules.ts'
import type { RiskAssessment, RiskEvent } from '../risk/model.ts'
import type { Protection } from '../plan/model.ts'
import type { ScopeTest } from '../scope/model.ts'
import type { ShareSummary } from '../share/summary.ts'
import type { Thresholds } from '../settings/thresholds.ts'
import { actionSteps, actionsStatus, urgentActionSteps } from './actions.ts'
import { consentStatus, consentSteps, consentTrack } from './consent.ts'
import { dues } from './dues.ts'
import type { Clocks, Mark } from './clockModel.ts'
import type { CaseCourse } from './course.ts'
import { intakeGuard, onwardOf } from './moves.ts'
import type { CaseFile, CasePart, CaseView, NextStep, PartStatus } from './model.ts'
import { planTrack, protectionStatus, protectionSteps, imminentSteps, missedSteps } from './protection.ts'

/** What the rules of a case look at. */
export interface CaseContent {
  readonly case: CaseFile
  readonly course: CaseCourse
  readonly messages: readonly unknown[]
  readonly persons: readonly Person[]
  readonly engagements: readonly Engagement[]
  readonly acts: readonly Act[]
  readonly scope: ScopeTest | null
  readonly consents: readonly ConsentDecision[]
  readonly talks: readonly ConsentTalk[]
  readonly consentEvents: readonly ConsentEvent[]
  readonly followUps: readonly FollowUpTask[]
  readonly disclosures: readonly Disclosed[]
  readonly risks: readonly RiskAssessment[]
  readonly events: readonly RiskEvent[]
  readonly marks: readonly Mark[]
  readonly clocks: Clocks
  readonly thresholds: Thresholds
  readonly briefs: readonly BriefSummary[]
  readonly actions: readonly ActionLine[]
  readonly papers: readonly PaperSummary[]
  readonly shares: readonly ShareSummary[]
  readonly protection: Protection
  readonly verification: Verification
  readonly now: Instant
  readonly today: Day
}

/** What the tracks look at. */
type Tracked = Pick<
  CaseContent,
  'persons' | 'consents' | 'talks' | 'consentEvents' | 'acts' | 'risks' | 'events' | 'now' | 'today'
>

/** The four tracks that run in parallel while a case is open. */
export function tracks(
  content: Tracked & Pick<CaseContent, 'protection' | 'engagements' | 'verification'>,
): CaseView['tracks'] {
  return { ...listedTracks(content), verification: verificationTrack(content), plan: planTrack(content) }
}

/** The two tracks the list of cases shows. */
export function listedTracks(content: Tracked): Pick<CaseView['tracks'], 'consent' | 'risk'> {
  return { consent: consentTrack(content), risk: worstRisk(content) }
}

const everyVictim = (persons: readonly Person[]) => persons.filter(person => person.parts.includes('victim'))

export { situationOf } from '../risk/rules.ts'

const order = ['current', 'due', 'none', 'overdue'] as const

/** The track of the person who needs attention most. */
function worstRisk({ persons, risks, events, now }: Tracked): CaseView['tracks']['risk'] {
  const all = everyVictim(persons).map(person => riskTrack(situationOf(risks, person.id), { events, now }))
  return all.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? 'none'
}

/** How far each part of the task list is, in its order. */
export function parts(content: CaseContent): PartStatus[] {
  const { case: file, messages, persons, engagements, acts, scope, briefs } = content
  const some = (count: number): PartStatus['status'] => (count > 0 ? 'done' : 'not-started')
  const part = (
    name: CasePart,
    status: PartStatus['status'],
    blockedBy: string | null = null,
  ): PartStatus => ({
    part: name,
    status,
    blockedBy: status === 'blocked' ? blockedBy : null,
  })
  const needsPerson = persons.length === 0
  const { risk, verification } = tracks(content)
  return [
    part('intake', intakeGuard(content).length === 0 && file.account !== '' ? 'done' : 'in-progress'),
    part('source', messages.length > 0 ? 'done' : 'not-started'),
    part('persons', some(persons.length)),
    part('engagements', some(engagements.length)),
    part('acts', some(acts.length)),
    part(
      'scope',
      scope === null ? 'not-started' : scope.result.outcome === 'incomplete' ? 'in-progress' : 'done',
    ),
    part('verification', verificationStatus[verification]),
    part('consent', needsPerson ? 'blocked' : consentStatus(content), 'no-person'),
    part('risk', needsPerson ? 'blocked' : riskStatus(risk), 'no-person'),
    part('protection', needsPerson ? 'blocked' : protectionStatus(content), 'no-person'),
    part(
      'actions',
      needsPerson ? 'blocked' : actionsStatus(content, lateActions(content).length > 0),
      needsPerson ? 'no-person' : 'action-consent',
    ),
    part('brief', needsPerson ? 'blocked' : briefStatus(briefs), 'no-person'),
    part('paper', needsPerson ? 'blocked' : paperStatus(content.papers), 'no-person'),
    part('share', needsPerson ? 'blocked' : shareStatus(content.shares), 'no-person'),
    part('dues', duesStatus(content)),
  ]
}

const verificationStatus = {
  not_started: 'not-started',
  in_progress: 'in-progress',
  assessed: 'done',
} as const

const riskStatus = (track: CaseView['tracks']['risk']) =>
  track === 'none' ? 'not-started' : track === 'overdue' ? 'overdue' : 'done'

const duesStatus = (content: CaseContent) => {
  const all = dues(content, content.clocks)
  return all.some(({ overdue }) => overdue) ? 'overdue' : all.length > 0 ? 'in-progress' : 'done'
}

/** The kinds of what actions ask for that are overdue. */
const lateActions = (content: CaseContent) =>
  dues(content, content.clocks)
    .filter(({ part, overdue }) => part === 'actions' && overdue)
    .map(({ kind }) => kind)

const briefStatus = (briefs: readonly BriefSummary[]) =>
  briefs.length === 0
    ? 'not-started'
    : briefs.some(brief => brief.state === 'decided')
      ? 'done'
      : 'in-progress'

const paperStatus = (papers: readonly PaperSummary[]) =>
  papers.length === 0 ? 'not-started' : papers.some(({ left }) => left === null) ? 'in-progress' : 'done'

const shareStatus = (shares: readonly ShareSummary[]) =>
  shares.length === 0 ? 'not-started' : shares.some(({ sentAt }) => sentAt === null) ? 'in-progress' : 'done'

/** The next right steps, most pressing first. Empty only when nothing is left to do. */
export function nextSteps(content: CaseContent): NextStep[] {
  const { case: file, persons, engagements, acts, scope, consents, briefs } = content
  const { risk, verification } = tracks(content)
  const steps: (NextStep | false)[] = [
    ...missedSteps(content),
    persons.length === 0 && file.danger === 'imminent' && step('add-person', 'persons', true),
    persons.length > 0 &&
      file.danger === 'imminent' &&
      risk !== 'current' &&
      step('assess-danger', 'risk', true),
    ...imminentSteps(content),
    ...urgentActionSteps(content, lateActions(content)),
    risk === 'overdue' && step('reassess', 'risk', true),
    intakeGuard(content).length > 0 && step('safe-contact', 'intake'),
    persons.length === 0 && file.danger !== 'imminent' && step('add-person', 'persons'),
    engagements.length === 0 && step('add-engagement', 'engagements'),
    acts.length === 0 && step('add-act', 'acts'),
    (scope === null || scope.result.outcome === 'incomplete') && step('test-scope', 'scope'),
    ...onwardOf(content).map(to => ({ step: `move-${to}`, part: null, urgent: false })),
    persons.length > 0 && file.danger !== 'imminent' && risk === 'none' && step('assess-risk', 'risk'),
    content.papers.some(({ printing }) => printing) && step('settle-paper', 'paper'),
    ...consentSteps(content),
    ...protectionSteps(content),
    ...actionSteps(content, lateActions(content)),
    dues(content, content.clocks).some(due => due.overdue && due.part === 'dues') &&
      step('do-overdue', 'dues'),
    briefs.length === 0 && consents.length > 0 && step('prepare-brief', 'brief'),
    acts.length > 0 &&
      verification !== 'assessed' &&
      step(verification === 'not_started' ? 'verify' : 'finish-verifying', 'verification'),
    briefs.some(brief => brief.state === 'draft' || brief.state === 'approved') &&
      step('finish-brief', 'brief'),
    content.shares.some(({ sentAt }) => sentAt === null) && step('finish-share', 'share'),
    briefs.some(brief => brief.state === 'sent') && step('await-reply', 'brief'),
    briefs.some(brief => brief.state === 'decided') && step('act-on-decision', 'brief'),
  ]
  return steps.filter(one => one !== false)
}

const step = (name: string, part: CasePart, urgent = false): NextStep => ({ step: name, part, urgent })
