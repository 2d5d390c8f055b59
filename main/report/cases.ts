import type { Perpetrator } from '../../shared/act/model.ts'
import type { ActionLine } from '../../shared/action/model.ts'
import type { Action } from '../../shared/action/model.ts'
import { lostContact } from '../../shared/case/protection.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import type { ConsentTalk } from '../../shared/consent/talk.ts'
import { actProof } from '../../shared/gate/needs.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { valueOf } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { coverageOf } from '../../shared/report/coverage.ts'
import type { Coverage } from '../../shared/report/coverage.ts'
import { isOutOfScope, verifiedEnough } from '../../shared/report/disposition.ts'
import type { ReportDecision } from '../../shared/report/model.ts'
import { effective, proposalFor } from '../../shared/report/proposal.ts'
import type { Proposal } from '../../shared/report/proposal.ts'
import { situationOf } from '../../shared/risk/rules.ts'
import type { ScopeResult } from '../../shared/scope/model.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import { perpetrators } from '../act/repository.ts'
import { actions } from '../action/repository.ts'
import { cases, mustExist } from '../case/repository.ts'
import { talks } from '../consent/repository.ts'
import { verificationOf } from '../evidence/claimRepository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { QueryContext } from '../handler.ts'
import { shutByRecall } from '../notice/touched.ts'
import { scopeTests } from '../scope/repository.ts'
import { byCase, everythingTimed, timedOf } from '../views/timed.ts'
import { caseIds, casesDecidedFor, casesOutside, decisions, lastTo, sentOnes } from './repository.ts'

/** One case as it stands for one window, with what its entry is made of. */
export interface Standing {
  readonly file: CaseFile
  /** Everybody the entry would tell of. */
  readonly personIds: readonly PersonId[]
  readonly coverage: Coverage
  readonly proposal: Proposal
  readonly now: Pick<Proposal, 'level' | 'why'>
  readonly decision: ReportDecision | null
  /** The last entry that was written for this window and not given up. */
  readonly action: Action | null
  readonly isSent: boolean
  /** What is counted of it where it is counted. */
  readonly codes: Record<'regions' | 'forms' | 'perpetrators', readonly string[]>
}

/** Victims; everybody where there is none. */
function concerned(persons: readonly Person[]): Person[] {
  const victims = persons.filter(({ parts }) => parts.includes('victim'))
  return victims.length > 0 ? victims : [...persons]
}

type Timed = ReturnType<typeof timedOf>

function bandsOf({ risks }: Timed, personIds: readonly PersonId[]) {
  const last = personIds.map(id => situationOf(risks, id))
  return {
    isAssessed: last.every(risk => risk !== null),
    bands: last.flatMap(risk => {
      const own = risk && valueOf(risk.ownView)
      return risk ? [risk.band, ...(own ? [own.band] : [])] : []
    }),
  }
}

/** How far the weakest act was verified. */
function verificationIn({ db }: QueryContext, { acts }: Timed, caseId: CaseId) {
  const verification = verificationOf(db, caseId)
  const all = acts.map(({ id }) => actProof(id, { verification }).status)
  return all.find(status => !verifiedEnough.includes(status)) ?? all[0] ?? 'not_assessed'
}

/** What of the protection tells whether contact is lost: the check-ins alone. */
const checkInsOf = ({ protection }: Timed) => ({
  plans: [],
  contacts: [],
  wordsOf: [],
  checkInPlans: [...protection.checkInPlans],
  checkIns: [...protection.checkIns],
})

/** What of one case is looked at beside the case itself. */
interface Below {
  readonly timed: Timed
  readonly scope: ScopeResult | null
  readonly talks: readonly ConsentTalk[]
  readonly actions: readonly Action[]
  readonly decisions: readonly ReportDecision[]
  readonly behind: readonly Perpetrator[]
}

/** Read for each case on its own. */
const belowOne = (db: ReadDb, caseId: CaseId): Below => ({
  timed: timedOf(db, caseId),
  scope: scopeTests.byId(db, caseId)?.result ?? null,
  talks: talks.ofCase(db, caseId),
  actions: actions.ofCase(db, caseId),
  decisions: decisions.ofCase(db, caseId),
  behind: perpetrators.ofCase(db, caseId),
})

/** Read once for all cases: sooner, where many are asked for. */
function belowAll(db: ReadDb): (caseId: CaseId) => Below {
  const timed = everythingTimed(db)
  const [talksOf, actionsOf] = [byCase(talks.all(db)), byCase(actions.all(db))]
  const [decisionsOf, behindOf] = [byCase(decisions.all(db)), byCase(perpetrators.all(db))]
  return caseId => ({
    timed: timed(caseId),
    scope: timed(caseId).scope?.result ?? null,
    talks: talksOf(caseId),
    actions: actionsOf(caseId),
    decisions: decisionsOf(caseId),
    behind: behindOf(caseId),
  })
}

/** One window, and what of all cases is known of it. */
interface Known {
  readonly window: ReportWindow
  readonly before: ReadonlySet<CaseId>
  readonly shut: ReadonlySet<CaseId>
}

const knownOf = (context: QueryContext, window: ReportWindow): Known => ({
  window,
  before: toldBefore(context, window.ordinal),
  shut: shutByRecall(context.db),
})

function standingFrom(
  context: QueryContext,
  { window, before, shut }: Known,
  { file, below }: { readonly file: CaseFile; readonly below: Below },
): Standing {
  const { timed } = below
  const people = concerned(timed.persons)
  const personIds = people.map(({ id }) => id)
  const coverage = coverageOf(personIds, {
    log: timed.consents,
    talks: below.talks,
    today: context.today,
    lostContact: lostContact({ protection: checkInsOf(timed), now: context.now }),
  })
  const proposal = proposalFor(
    {
      coverage,
      ...bandsOf(timed, personIds),
      scope: below.scope,
      danger: file.danger,
      isOnHold: file.state === 'on_hold',
      isRecalled: shut.has(file.id),
      verification: verificationIn(context, timed, file.id),
      acts: timed.acts.map(({ when }) => when),
      isFollowUp: before.has(file.id),
    },
    window,
  )
  const decision = below.decisions.findLast(({ ordinal }) => ordinal === window.ordinal) ?? null
  const decided = decision === null || decision.level === 'as_proposed' ? null : decision.level
  return {
    file,
    personIds,
    coverage,
    proposal,
    now: effective(proposal, coverage, decided),
    decision,
    ...entryIn(below.actions, timed.actions, window.ordinal),
    codes: codesOf(people, timed, below.behind),
  }
}

/** One case as it stands for one window. @throws Refused `case/gone` */
export function standingOfCase(context: QueryContext, window: ReportWindow, caseId: CaseId): Standing {
  const file = mustExist(context.db, caseId)
  return standingFrom(context, knownOf(context, window), { file, below: belowOne(context.db, caseId) })
}

/** A case nothing of which falls into a window: left out, whatever else is known of it. */
export interface Outside {
  readonly id: CaseId
  readonly code: CaseFile['code']
  readonly why: 'scope' | 'window'
}

/** Every case of the vault for one window. */
export interface Standings {
  /** Those that may appear, in the order in which cases were begun. */
  readonly inside: readonly Standing[]
  /** The others, in the same order. */
  readonly outside: readonly Outside[]
}

/** One reading of all of them costs as much as this many readings of one, for each case there is. */
const costOfOne = 3

/** Every case of the vault as it stands for one window. Only what may appear is looked at whole. */
export function standings(context: QueryContext, window: ReportWindow): Standings {
  const { db } = context
  const known = knownOf(context, window)
  const decided = casesDecidedFor(db, window.ordinal)
  const bare = casesOutside(db, window).filter(({ id }) => !known.before.has(id) && !decided.has(id))
  const outside = new Set(bare.map(({ id }) => id))
  const ids = caseIds(db).filter(id => !outside.has(id))
  const areMany = ids.length * costOfOne > ids.length + bare.length
  const below = areMany ? belowAll(db) : (caseId: CaseId) => belowOne(db, caseId)
  const inside = ids
    .flatMap(id => cases.byId(db, id) ?? [])
    .map(file => standingFrom(context, known, { file, below: below(file.id) }))
  return { inside, outside: bare.map(({ id, code, scope }) => ({ id, code, why: whyOutside(scope) })) }
}

const whyOutside = (scope: ScopeResult | null): Outside['why'] =>
  scope !== null && isOutOfScope(scope) ? 'scope' : 'window'

/** Cases that the last contribution to an earlier report told of. */
function toldBefore({ db }: QueryContext, ordinal: number): ReadonlySet<CaseId> {
  const all = sentOnes.all(db)
  const earlier = all.filter(one => one.ordinal < ordinal && lastTo(all, one)?.id === one.id)
  return new Set(
    earlier.flatMap(({ told }) =>
      told
        .filter(({ level }) => level === 'named' || level === 'anonymised')
        .map(({ caseId }): CaseId => caseId),
    ),
  )
}

function entryIn(all: readonly Action[], lines: readonly ActionLine[], ordinal: number) {
  const stageOf = (id: string) => lines.find(line => line.id === id)?.stage
  const action = all.findLast(({ id, draft }) => draft.entry?.ordinal === ordinal && stageOf(id) !== 'ended')
  return { action: action ?? null, isSent: action !== undefined && stageOf(action.id) !== 'planned' }
}

const distinct = (codes: readonly string[]) => [...new Set(codes)]

function codesOf(people: readonly Person[], { acts }: Timed, behind: readonly { readonly class: string }[]) {
  const regions = [
    ...acts.map(({ region }) => valueOf(region)),
    ...people.map(({ region }) => valueOf(region)),
  ]
  return {
    regions: distinct(regions.filter(region => region !== null)),
    forms: distinct(acts.map(({ form }) => form)),
    perpetrators: distinct(behind.map(one => one.class)),
  }
}
