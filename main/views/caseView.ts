import { consentsInOrder } from '../exchange/merge/known.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { withBases } from '../../shared/case/minimal.ts'
import { moves } from '../../shared/case/moves.ts'
import { nextSteps, parts, tracks } from '../../shared/case/rules.ts'
import type { CaseContent } from '../../shared/case/rules.ts'
import type { CaseId, Day, Instant } from '../../shared/model.ts'
import { acts, perpetrators } from '../act/repository.ts'
import { actionSummaries } from '../action/judge.ts'
import { actionLines } from '../action/repository.ts'
import { briefSummaries } from '../brief/repository.ts'
import { currentClocks, marks } from '../case/clockRepository.ts'
import { courseOf } from '../case/courseRepository.ts'
import { mustExist } from '../case/repository.ts'
import { consentEvents, followUps, talks } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { disclosedOf } from '../disclosure/repository.ts'
import { engagements } from '../engagement/repository.ts'
import { verificationOf } from '../evidence/claimRepository.ts'
import { attachments, messages } from '../evidence/repository.ts'
import { briefRecallsOf, packagesOf } from '../notice/lines.ts'
import { fileLines } from '../approval/repository.ts'
import { overrideLines } from '../override/lines.ts'
import { paperSummaries } from '../paper/repository.ts'
import { forgettings, identityBases, persons } from '../person/repository.ts'
import { protectionOf } from '../plan/repository.ts'
import { riskEvents, risks } from '../risk/repository.ts'
import { shareSummaries } from '../share/repository.ts'
import { scopeTests } from '../scope/repository.ts'
import { currentThresholds, currentWindows } from '../settings/repository.ts'
import { wordingsOf } from './wordings.ts'

interface Asked {
  readonly caseId: CaseId
  readonly now: Instant
  readonly today: Day
}

/** Everything the rules of one case look at. @throws Refused `case/gone` */
export function contentOf(db: ReadDb, { caseId, now, today }: Asked) {
  const test = scopeTests.byId(db, caseId)
  return {
    case: mustExist(db, caseId),
    course: courseOf(db, caseId),
    messages: messages.ofCase(db, caseId),
    persons: persons.ofCase(db, caseId),
    engagements: engagements.ofCase(db, caseId),
    acts: acts.ofCase(db, caseId),
    scope: test && { answers: test.answers, result: test.result, answeredAt: test.answeredAt },
    consents: consentsInOrder(db, caseId),
    talks: talks.ofCase(db, caseId),
    consentEvents: consentEvents.ofCase(db, caseId),
    followUps: followUps.ofCase(db, caseId),
    disclosures: disclosedOf(db, caseId),
    risks: risks.ofCase(db, caseId),
    events: riskEvents.ofCase(db, caseId),
    marks: withBases(marks.ofCase(db, caseId), identityBases.ofCase(db, caseId)),
    clocks: currentClocks(db),
    thresholds: currentThresholds(db),
    briefs: briefSummaries(db, caseId),
    actions: actionLines(db, caseId),
    papers: paperSummaries(db, caseId),
    shares: shareSummaries(db, caseId),
    protection: protectionOf(db, caseId),
    verification: verificationOf(db, caseId),
    now,
    today,
  } satisfies CaseContent
}

/** Everything the open case shows; the shape is the screen's, not the tables'. */
export function caseView(db: ReadDb, asked: Asked): CaseView {
  const content = contentOf(db, asked)
  const behind = perpetrators.ofCase(db, asked.caseId)
  const told = { ...content, attachments: attachments.ofCase(db, asked.caseId), perpetrators: behind }
  return {
    ...told,
    actions: actionSummaries(db, told),
    windows: [...currentWindows(db)],
    packages: packagesOf(db, asked.caseId),
    briefRecalls: briefRecallsOf(db, asked.caseId),
    overrides: overrideLines(db, asked.caseId),
    fileAskings: fileLines(db, asked.caseId),
    wordings: wordingsOf(db, { ...content, perpetrators: behind }),
    bases: identityBases.ofCase(db, asked.caseId),
    forgettings: forgettings.ofCase(db, asked.caseId),
    parts: parts(content),
    tracks: tracks(content),
    next: nextSteps(content),
    moves: moves(content),
  }
}
