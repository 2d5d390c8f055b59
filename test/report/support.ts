import { expect } from 'vitest'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import { noScopeAnswers } from '../../shared/scope/rules.ts'
import type { TalkRow } from '../../shared/consent/talk.ts'
import { Day } from '../../shared/model.ts'
import type { ActionId, CaseId, PersonId } from '../../shared/model.ts'
import { row, talkWith } from '../consent/support.ts'
import { another, handOver, thought } from '../override/support.ts'
import { intake, person } from '../support.ts'
import type { TestApp } from '../support.ts'

const day = (text: string) => Day.parse(text)

/** The report whose window holds the day the tests begin on: 1 May 2025 to 30 April 2026. */
export const ordinal = 17

/** An answer for the annual report. */
export const forReport = (change: Partial<TalkRow> = {}): TalkRow =>
  row({
    purpose: 'sg_report_anonymised',
    recipient: 'public',
    channel: 'UN_document',
    identityLevel: 'role_and_region',
    ...change,
  })

export const namedYes = forReport({ purpose: 'sg_report_named', identityLevel: 'full_name' })
export const trendYes = forReport({ purpose: 'sg_report_trend_only', identityLevel: 'aggregate_only' })

const inScope: ScopeAnswers = {
  ...noScopeAnswers,
  engagement: 'yes',
  harmed: ['self'],
  remunerated: 'no',
  act: 'happened',
  indicators: ['timing', 'official_document_cites_it'],
  linkGrade: 'strong',
  linkWhy: 'The summons names the meeting.',
  perpetrator: 'state',
  timing: 'after',
  purpose: 'punish',
  humanRights: 'yes',
}

export interface Told {
  readonly caseId: CaseId
  readonly personId: PersonId
}

interface Given {
  readonly rows?: readonly TalkRow[]
  readonly name?: string
  readonly form?: 'threat_other' | 'travel_ban'
  readonly when?: string
}

/** A case inside scope, with an act in the window that an official document shows, assessed, with these answers. */
export async function aCase({ get }: TestApp, given: Given = {}): Promise<Told> {
  const { rows = [forReport()], name, form = 'threat_other', when = '2025-11-03' } = given
  const { caseId } = await get('case.start', { intake: intake(), fileId: null })
  const { personId } = await get('person.add', {
    caseId,
    person: person({ region: { value: 'western_asia' } }),
  })
  if (name !== undefined)
    await get('person.identify', {
      personId,
      identity: { name, otherNames: '', contact: '', documents: '' },
      basis: 'Needed to judge urgency.',
    })
  const { actId } = await get('act.add', {
    caseId,
    act: {
      personIds: [personId],
      form,
      status: 'carried_out',
      when: { said: when, precision: 'day', from: day(when), to: day(when) },
      domain: { none: 'unknown' },
      region: { value: 'western_asia' },
      legalTools: [],
      perpetratorIds: [],
      account: '',
    },
  })
  await get('act.addPerpetrator', {
    caseId,
    perpetrator: {
      class: 'state',
      kind: { none: 'unknown' },
      involvement: { none: 'unknown' },
      description: '',
    },
  })
  const claim = { statement: 'They were threatened.', about: { actId } }
  const { claimId } = await get('evidence.addClaim', { caseId, claim })
  await get('evidence.assessClaim', {
    claimId,
    finding: { status: 'official_document_seen', reason: 'The summons was seen.', unknowns: '' },
  })
  await get('scope.answer', { caseId, answers: inScope })
  await assessed({ get }, personId)
  if (rows.length > 0) await get('consent.recordTalk', talkWith(personId, {}, rows))
  return { caseId, personId }
}

/** The danger for one person, small unless a test says otherwise. */
export const assessed = ({ get }: Pick<TestApp, 'get'>, personId: PersonId, [chance, harm] = [2, 2]) =>
  get('risk.assess', {
    personId,
    about: 'situation',
    actionId: null,
    likelihood: chance,
    impact: harm,
    residualLikelihood: chance,
    residualImpact: harm,
    threats: [],
    vulnerabilities: [],
    capacities: [],
    uncertainties: [],
    confidence: 'medium',
    why: '',
    ownView: { none: 'not-asked' },
  })

/** How one case stands for the window, which the page of all cases says as well. */
export async function lineOf({ get }: TestApp, { caseId }: Pick<Told, 'caseId'>) {
  const { line } = await get('report.case', { caseId, ordinal })
  const { lines, behind } = await get('report.overview', { ordinal, limit: 200 })
  const { code, level, annex, why, entry } = line
  const isTold = level === 'named' || level === 'anonymised'
  const listed = { caseId, code, level, annex, why, entry: isTold ? (entry?.standing ?? 'none') : null }
  expect({ behind, listed: lines.find(one => one.caseId === caseId) }).toEqual({ behind: 0, listed })
  return line
}

/** Writes the entry of a case. */
export async function writes({ get }: TestApp, { caseId }: Told, text: string): Promise<ActionId> {
  const { draft, actionId } = await get('report.case', { caseId, ordinal })
  if (!draft?.entry) throw new Error('no entry')
  const written = { ...draft, entry: { ...draft.entry, text } }
  if (actionId === null) return (await get('action.plan', { caseId, draft: written })).actionId
  await get('action.change', { actionId, draft: written })
  return actionId
}

const nobody = { answer: 'no', note: '' } as const

/** Everything a public text needs besides: no harm, nobody recognisable, read and approved by somebody else. */
export async function cleared(app: TestApp, { caseId }: Told, actionId: ActionId) {
  const { get } = app
  await thought({ ...app, caseId }, actionId)
  const answers = { combination: nobody, attendance: nobody, detention: nobody, rare: nobody, known: nobody }
  await get('publication.check', { itemId: actionId, answers })
  if ((await get('vault.people', {})).length === 1) await another(app)
  await handOver(app, 'other')
  await get('publication.read', { itemId: actionId, words: 'Nobody can be recognised.' })
  await get('action.approve', { actionId, sole: false, statement: 'I agree.' })
  await handOver(app, 'author')
}

/** A case whose entry is ready to be handed in. */
export async function withEntry(app: TestApp, given: Given & { readonly text?: string } = {}) {
  const told = await aCase(app, given)
  const actionId = await writes(
    app,
    told,
    given.text ?? 'A lawyer was reportedly threatened after a meeting.',
  )
  await cleared(app, told, actionId)
  return { ...told, actionId }
}
