import type { ActionLine } from '../../shared/action/model.ts'
import type { Action } from '../../shared/action/model.ts'
import { lostContact } from '../../shared/case/protection.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import { actProof } from '../../shared/gate/needs.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { valueOf } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { coverageOf } from '../../shared/report/coverage.ts'
import type { Coverage } from '../../shared/report/coverage.ts'
import { verifiedEnough } from '../../shared/report/disposition.ts'
import type { ReportDecision } from '../../shared/report/model.ts'
import { effective, proposalFor } from '../../shared/report/proposal.ts'
import type { Proposal } from '../../shared/report/proposal.ts'
import { situationOf } from '../../shared/risk/rules.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import { perpetrators } from '../act/repository.ts'
import { actions } from '../action/repository.ts'
import { cases } from '../case/repository.ts'
import { talks } from '../consent/repository.ts'
import { verificationOf } from '../evidence/claimRepository.ts'
import type { QueryContext } from '../handler.ts'
import { isShutByRecall } from '../notice/touched.ts'
import { byCase, everythingTimed } from '../views/timed.ts'
import { decisions, lastTo, sentOnes } from './repository.ts'

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

type Timed = ReturnType<ReturnType<typeof everythingTimed>>

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

/** Every case of the vault as it stands for one window, in the order in which cases were begun. */
export function standings(context: QueryContext, window: ReportWindow): Standing[] {
  const { db, now, today } = context
  const timedOf = everythingTimed(db)
  const [talksOf, actionsOf] = [byCase(talks.all(db)), byCase(actions.all(db))]
  const [decisionsOf, behindOf] = [byCase(decisions.all(db)), byCase(perpetrators.all(db))]
  const before = toldBefore(context, window.ordinal)
  return cases.all(db).map(file => {
    const timed = timedOf(file.id)
    const people = concerned(timed.persons)
    const personIds = people.map(({ id }) => id)
    const coverage = coverageOf(personIds, {
      log: timed.consents,
      talks: talksOf(file.id),
      today,
      lostContact: lostContact({ protection: checkInsOf(timed), now }),
    })
    const proposal = proposalFor(
      {
        coverage,
        ...bandsOf(timed, personIds),
        scope: timed.scope?.result ?? null,
        danger: file.danger,
        isOnHold: file.state === 'on_hold',
        isRecalled: isShutByRecall(db, file.id),
        verification: verificationIn(context, timed, file.id),
        acts: timed.acts.map(({ when }) => when),
        isFollowUp: before.has(file.id),
      },
      window,
    )
    const decision = decisionsOf(file.id).findLast(({ ordinal }) => ordinal === window.ordinal) ?? null
    const decided = decision === null || decision.level === 'as_proposed' ? null : decision.level
    return {
      file,
      personIds,
      coverage,
      proposal,
      now: effective(proposal, coverage, decided),
      decision,
      ...entryIn(actionsOf(file.id), timed.actions, window.ordinal),
      codes: codesOf(people, timed, behindOf(file.id)),
    }
  })
}

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
