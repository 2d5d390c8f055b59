import type { Act, Perpetrator } from '../../shared/act/model.ts'
import type { Action } from '../../shared/action/model.ts'
import { lineOf } from '../../shared/action/rules.ts'
import { lostContact } from '../../shared/case/protection.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import type { ConsentTalk } from '../../shared/consent/talk.ts'
import { actProof } from '../../shared/gate/needs.ts'
import type { Moments } from '../../shared/lines/moments.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { valueOf } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { Protection } from '../../shared/plan/model.ts'
import { coverageOf } from '../../shared/report/coverage.ts'
import type { Coverage } from '../../shared/report/coverage.ts'
import { isOutOfScope, verifiedEnough } from '../../shared/report/disposition.ts'
import type { ReportDecision } from '../../shared/report/model.ts'
import { reportMoments } from '../../shared/report/moments.ts'
import { effective, proposalFor } from '../../shared/report/proposal.ts'
import type { Proposal } from '../../shared/report/proposal.ts'
import type { RiskAssessment } from '../../shared/risk/model.ts'
import { situationOf } from '../../shared/risk/rules.ts'
import type { ScopeResult } from '../../shared/scope/model.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import { acts, perpetrators } from '../act/repository.ts'
import { actions, entriesOf } from '../action/repository.ts'
import { cases, mustExist } from '../case/repository.ts'
import { talks } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { verificationOf } from '../evidence/claimRepository.ts'
import { consentsInOrder } from '../exchange/merge/known.ts'
import type { QueryContext } from '../handler.ts'
import { shutByRecall } from '../notice/touched.ts'
import { persons } from '../person/repository.ts'
import { checkInPlans, checkIns } from '../plan/repository.ts'
import { risks } from '../risk/repository.ts'
import { scopeTests } from '../scope/repository.ts'
import type { Step } from '../working.ts'
import {
  caseIds,
  casesDecidedFor,
  casesOutside,
  casesToldBefore,
  decisions,
  wasToldBefore,
} from './repository.ts'

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
  /** When time alone can change this. */
  readonly turning: Moments
}

/** Victims; everybody where there is none. */
function concerned(persons: readonly Person[]): Person[] {
  const victims = persons.filter(({ parts }) => parts.includes('victim'))
  return victims.length > 0 ? victims : [...persons]
}

/** What is looked at of a case: reading, and the time. */
export type At = Pick<QueryContext, 'db' | 'now' | 'today'>

/** What of one case is looked at beside the case itself. */
interface Below {
  readonly persons: readonly Person[]
  readonly consents: readonly ConsentDecision[]
  readonly talks: readonly ConsentTalk[]
  readonly acts: readonly Act[]
  readonly risks: readonly RiskAssessment[]
  /** What of the protection tells whether contact is lost: the check-ins alone. */
  readonly protection: Protection
  readonly scope: ScopeResult | null
  readonly actions: readonly Action[]
  readonly behind: readonly Perpetrator[]
}

const belowOf = (db: ReadDb, caseId: CaseId): Below => ({
  persons: persons.ofCase(db, caseId),
  consents: consentsInOrder(db, caseId),
  talks: talks.ofCase(db, caseId),
  acts: acts.ofCase(db, caseId),
  risks: risks.ofCase(db, caseId),
  protection: {
    plans: [],
    contacts: [],
    wordsOf: [],
    checkInPlans: checkInPlans.ofCase(db, caseId),
    checkIns: checkIns.ofCase(db, caseId),
  },
  scope: scopeTests.byId(db, caseId)?.result ?? null,
  actions: actions.ofCase(db, caseId),
  behind: perpetrators.ofCase(db, caseId),
})

function bandsOf({ risks: assessed }: Below, personIds: readonly PersonId[]) {
  const last = personIds.map(id => situationOf(assessed, id))
  return {
    isAssessed: last.every(risk => risk !== null),
    bands: last.flatMap(risk => {
      const own = risk && valueOf(risk.ownView)
      return risk ? [risk.band, ...(own ? [own.band] : [])] : []
    }),
  }
}

/** How far the weakest act was verified. */
function verificationIn(db: ReadDb, { acts: all }: Below, caseId: CaseId) {
  const verification = verificationOf(db, caseId)
  const proofs = all.map(({ id }) => actProof(id, { verification }).status)
  return proofs.find(status => !verifiedEnough.includes(status)) ?? proofs[0] ?? 'not_assessed'
}

/** One window, and which cases nothing may leave because their sender called them back. */
export interface Known {
  readonly window: Pick<ReportWindow, 'ordinal' | 'from' | 'to'>
  readonly shut: ReadonlySet<CaseId>
}

/** One case as it stands for one window. */
export function standingIn({ db, now, today }: At, { window, shut }: Known, file: CaseFile): Standing {
  const below = belowOf(db, file.id)
  const people = concerned(below.persons)
  const personIds = people.map(({ id }) => id)
  const { consents: log, protection } = below
  const lost = lostContact({ protection, now })
  const coverage = coverageOf(personIds, { log, talks: below.talks, today, lostContact: lost })
  const proposal = proposalFor(
    {
      coverage,
      ...bandsOf(below, personIds),
      scope: below.scope,
      danger: file.danger,
      isOnHold: file.state === 'on_hold',
      isRecalled: shut.has(file.id),
      verification: verificationIn(db, below, file.id),
      acts: below.acts.map(({ when }) => when),
      isFollowUp: wasToldBefore(db, file.id, window.ordinal),
    },
    window,
  )
  const decision = decisions.ofCase(db, file.id).findLast(({ ordinal }) => ordinal === window.ordinal) ?? null
  const decided = decision === null || decision.level === 'as_proposed' ? null : decision.level
  return {
    file,
    personIds,
    coverage,
    proposal,
    now: effective(proposal, coverage, decided),
    decision,
    ...entryIn(db, below.actions, window.ordinal),
    codes: codesOf(people, below),
    turning: reportMoments({ consents: log, protection }),
  }
}

/** One case as it stands for one window. @throws Refused `case/gone` */
export function standingOfCase(at: At, window: ReportWindow, caseId: CaseId): Standing {
  const file = mustExist(at.db, caseId)
  return standingIn(at, { window, shut: shutByRecall(at.db) }, file)
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

/** Every case of the vault as it stands for one window, step by step. Only what may appear is looked at whole. */
export function* standings(at: At, window: ReportWindow): Generator<Step, Standings> {
  const { db } = at
  const known = { window, shut: shutByRecall(db) }
  const [before, decided] = [casesToldBefore(db, window.ordinal), casesDecidedFor(db, window.ordinal)]
  const bare = casesOutside(db, window).filter(({ id }) => !before.has(id) && !decided.has(id))
  const outside = new Set(bare.map(({ id }) => id))
  const ids = caseIds(db).filter(id => !outside.has(id))
  const inside: Standing[] = []
  for (const [done, id] of ids.entries()) {
    yield { done, all: ids.length }
    const file = cases.byId(db, id)
    if (file) inside.push(standingIn(at, known, file))
  }
  return { inside, outside: bare.map(({ id, code, scope }) => ({ id, code, why: whyOutside(scope) })) }
}

/** Why a case is left out of which nothing falls into the window. */
export const whyOutside = (scope: ScopeResult | null): Outside['why'] =>
  scope !== null && isOutOfScope(scope) ? 'scope' : 'window'

/** The last entry for a window that was not given up, and whether it went out. */
function entryIn(db: ReadDb, all: readonly Action[], ordinal: number) {
  const written = all.filter(({ draft }) => draft.entry?.ordinal === ordinal)
  const stages = written.map(action => lineOf(action, entriesOf(db, action)).stage)
  const at = stages.findLastIndex(stage => stage !== 'ended')
  return { action: written[at] ?? null, isSent: at >= 0 && stages[at] !== 'planned' }
}

const distinct = (codes: readonly string[]) => [...new Set(codes)]

function codesOf(people: readonly Person[], { acts: all, behind }: Below) {
  const regions = [
    ...all.map(({ region }) => valueOf(region)),
    ...people.map(({ region }) => valueOf(region)),
  ]
  return {
    regions: distinct(regions.filter(region => region !== null)),
    forms: distinct(all.map(({ form }) => form)),
    perpetrators: distinct(behind.map(one => one.class)),
  }
}
