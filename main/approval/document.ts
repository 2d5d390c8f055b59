import { AnsweringDuty } from '../../shared/approval/model.ts'
import type { RequestDocument, WordsOf } from '../../shared/approval/model.ts'
import type { BriefDraft, BriefLine } from '../../shared/brief/model.ts'
import type { ActionDraft } from '../../shared/action/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { situationOf } from '../../shared/case/rules.ts'
import type { GateResult } from '../../shared/gate/model.ts'
import { dayOf } from '../../shared/gate/rules.ts'
import type { ReportEntry } from '../../shared/report/entry.ts'
import { PublicationQuestion } from '../../shared/publication/model.ts'
import { actions } from '../action/repository.ts'
import { briefs } from '../brief/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { QueryContext } from '../handler.ts'
import { readOf } from '../publication/repository.ts'
import { harmCheckOf } from '../risk/repository.ts'
import { currentEditions } from '../settings/repository.ts'
import { wordsOf } from '../../shared/settings/ownWords.ts'
import type { Subject, Wanted } from './asked.ts'
import { requestLines } from './told.ts'

/** What a question is made of. Nothing else gets in. */
export interface DocumentInput extends Subject {
  readonly wanted: Wanted
  readonly content: CaseView
  readonly leaving: readonly BriefLine[]
  readonly result: GateResult
}

/** The question as data: only what the gate let out to this colleague is in it. */
export function documentFor(context: QueryContext, input: DocumentInput): RequestDocument {
  const { wanted, item, content, override, leaving, result } = input
  const { db, actor, duties } = context
  const opened = override?.keys ?? []
  const { asks, code, duty: asDuty, question } = wanted
  return {
    format: 'vigil-approval-request/1',
    asks,
    code,
    of: override ? item.content : item.fingerprint,
    caseCode: content.case.code,
    item: item.kind,
    label: item.label,
    ...writtenOf(db, item.itemId),
    lines: requestLines({ item, leaving, result, opened, words: wordsOf(currentEditions(db), 'en') }),
    danger: dangerOf(content, result),
    harm: harmOf(db, input),
    override: override
      ? { code: override.code, danger: override.danger, reason: override.reason, reach: override.reach }
      : null,
    publication: asks === 'reading' ? checkOf(db, input) : null,
    askedBy: actor,
    askerDuties: AnsweringDuty.options.filter(duty => duties.includes(duty)),
    asDuty,
    question,
  }
}

type Written = Pick<
  RequestDocument,
  | 'action'
  | 'to'
  | 'purpose'
  | 'recipient'
  | 'channel'
  | 'identityLevel'
  | 'marking'
  | 'words'
  | 'options'
  | 'entry'
  | 'conditions'
>

/** What its author decided and typed. */
function writtenOf(db: ReadDb, itemId: Wanted['itemId']): Written {
  const brief = briefs.byId(db, itemId)?.draft
  if (brief) return ofBrief(brief)
  const action = actions.byId(db, itemId)?.draft
  if (action) return ofAction(action)
  throw new Error('neither a brief nor an action')
}

const conditionsIn = ({ conditionsMet }: Pick<BriefDraft, 'conditionsMet'>) =>
  conditionsMet.map(({ kind, note }) => ({ kind, note }))

function ofBrief(draft: BriefDraft): Written {
  const { purpose, recipient, channel, marking, options, talkingPoints } = draft
  const { bottomLine, unknowns, stateView, riskOfActing, riskOfNotActing, actionsSoFar, followUp } = draft
  const typed = { bottomLine, unknowns, stateView, riskOfActing, riskOfNotActing, actionsSoFar }
  const points = talkingPoints.map(text => ['talkingPoint', text] as const)
  return {
    action: null,
    to: draft.forRole,
    purpose,
    recipient,
    channel,
    identityLevel: null,
    marking,
    words: wordsIn([...pairs(typed), ...points, ['followUp', followUp]]),
    options,
    conditions: conditionsIn(draft),
  }
}

function ofAction(draft: ActionDraft): Written {
  const { kind: action, to, purpose, recipient, channel, identityLevel, entry } = draft
  const { detail, expected, riskOfActing, riskOfNotActing, safetyReason } = draft
  return {
    action,
    to,
    purpose,
    recipient,
    channel,
    identityLevel,
    marking: null,
    words: wordsIn(pairs({ detail, expected, riskOfActing, riskOfNotActing, safetyReason })),
    options: [],
    ...(entry ? { entry: besideLines(entry) } : {}),
    conditions: conditionsIn(draft),
  }
}

/** Its paragraph and its State are lines, and pass the gate as lines. */
function besideLines({ text: _text, state: _state, ...chosen }: ReportEntry) {
  return chosen
}

type Typed = readonly (readonly [WordsOf, string])[]

const pairs = (typed: Partial<Record<WordsOf, string>>): Typed => Object.entries(typed) as [WordsOf, string][]

const wordsIn = (typed: Typed): Written['words'] =>
  typed.flatMap(([of, text]) => (text === '' ? [] : [{ of, text }]))

/** The danger for those about whom the colleague may know it. */
function dangerOf({ persons, risks }: CaseView, result: GateResult): RequestDocument['danger'] {
  const said = new Set(result.lines.filter(({ verdict }) => verdict === 'said').map(({ key }) => key))
  return persons.flatMap(({ id, label }) => {
    const risk = situationOf(risks, id)
    if (!risk || !said.has(`person:${id}:risk`)) return []
    return [{ about: label, band: risk.band, assessedOn: dayOf(risk.assessedAt) }]
  })
}

function harmOf(db: ReadDb, { item }: DocumentInput): RequestDocument['harm'] {
  const check = harmCheckOf(db, { id: item.itemId, caseId: item.caseId })
  if (check === null) return null
  const numbers = (answer: 'no' | 'unknown') =>
    check.answers.flatMap((one, at) => (one?.answer === answer ? [at + 1] : []))
  return {
    no: numbers('no'),
    unknown: numbers('unknown'),
    decidedBy: check.decidedBy,
    reason: check.decisionReason,
    checkedOn: dayOf(check.checkedAt),
    validUntil: check.validUntil,
  }
}

function checkOf(db: ReadDb, { item }: DocumentInput): RequestDocument['publication'] {
  const check = readOf(db, item).checks.at(-1)
  if (check === undefined) return null
  const { combination, attendance, detention, rare, known } = check.answers
  const all = { combination, attendance, detention, rare, known }
  const answers = Object.fromEntries(PublicationQuestion.options.map(one => [one, all[one].answer]))
  return { code: check.code, answers: answers as Record<PublicationQuestion, 'yes' | 'no' | 'unknown'> }
}
