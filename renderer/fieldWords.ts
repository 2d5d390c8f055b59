import type { PartialDate } from '../shared/model.ts'
import type { Code, VocabularyId } from '../shared/vocabulary/index.ts'
import type { Text } from './text.tsx'

/** The lists of fields whose values are codes, by the field, or by table and field where the name alone does not say. */
const lists: Readonly<Record<string, VocabularyId>> = {
  'case_file.channel': 'intakeChannel',
  language: 'language',
  wishesLanguage: 'language',
  reporterRelation: 'reporterRelation',
  mandateToAct: 'mandateToAct',
  firstEntity: 'unEntity',
  danger: 'immediateDanger',
  unit: 'victimUnit',
  gender: 'gender',
  ageBand: 'ageBand',
  roles: 'victimRole',
  characteristics: 'characteristic',
  linkToCooperator: 'linkToCooperator',
  region: 'region',
  'person.situation': 'victimSituation',
  class: 'perpetratorClass',
  'perpetrator.kind': 'perpetratorKind',
  involvement: 'involvement',
  'engagement.kind': 'cooperationType',
  'engagement.status': 'cooperationStatus',
  entity: 'unEntity',
  locus: 'engagementLocus',
  publicity: 'publicity',
  'act.form': 'formOfAct',
  'act.status': 'actStatus',
  domain: 'actDomain',
  legalTools: 'legalTool',
  connection: 'sourceConnection',
  reliability: 'sourceReliability',
  material: 'sourceMaterial',
  credibility: 'informationCredibility',
  harmed: 'linkToCooperator',
  indicators: 'linkIndicator',
  linkGrade: 'linkGrade',
  'claim.status': 'verificationStatus',
  action: 'action',
  needs: 'purpose',
  'action.kind': 'action',
  purpose: 'purpose',
  recipient: 'recipientClass',
  'action.channel': 'channel',
  'consent_decision.channel': 'channel',
  identityLevel: 'identityLevel',
  'consent_decision.scope': 'scopeOfContent',
  'consent_decision.decision': 'decision',
  'consent_decision.form': 'form',
  'consent_decision.givenBy': 'givenBy',
}

/** Where a value stands, and what rows are called that it may name. */
export interface FieldPlace {
  readonly table: string
  readonly field: string
  /** The neutral code of a row, by its id. */
  readonly codeOf: (id: string) => string | null
}

/** What a field is called in plain words; `null` for one that tells people nothing. */
export const fieldName = (text: Text, field: string): string | null =>
  text.has(`field.${field}`) ? text(`field.${field}`) : null

/** A value as it stands in a field, in words. */
export function fieldValue(text: Text, place: FieldPlace, value: unknown): string {
  const words = wordsOf(text, place, value)
  return words === '' ? text('field.nothing') : words
}

function wordsOf(text: Text, place: FieldPlace, value: unknown): string {
  if (typeof value === 'boolean') return text(value ? 'field.yes' : 'field.no')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return wordOf(text, place, value)
  if (Array.isArray(value))
    return joined(
      text,
      value.map(one => wordsOf(text, place, one)),
    )
  return typeof value === 'object' && value !== null ? objectWords(text, place, value) : ''
}

function objectWords(text: Text, place: FieldPlace, value: object): string {
  if ('none' in value) return text(`answer.${String(value.none)}`)
  if ('precision' in value && 'said' in value) return text.date(value as PartialDate)
  if ('value' in value) return wordsOf(text, place, value.value)
  return joined(
    text,
    Object.entries(value).map(([field, one]) => wordsOf(text, { ...place, field }, one)),
  )
}

const joined = (text: Text, words: readonly string[]) =>
  words.filter(one => one !== '').join(text('form.listComma'))

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const code = /^[A-Za-z][A-Za-z0-9_.:-]*$/

function wordOf(text: Text, { table, field, codeOf }: FieldPlace, value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return text.day(value)
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return text.moment(value)
  if (uuid.test(value)) return codeOf(value) ?? text('field.row')
  const list = lists[`${table}.${field}`] ?? lists[field]
  const isCode = list === 'language' || text.has(`vocabulary.${list}.${value}`)
  if (list && isCode && code.test(value)) return text.code(list, value as Code<VocabularyId>)
  if (field === 'parts' && text.has(`person.part.${value}`)) return text(`person.part.${value}`)
  if (field === 'facts' && text.has(`consent.fact.${value}`)) return text(`consent.fact.${value}`)
  return text.has(`field.code.${value}`) ? text(`field.code.${value}`) : value
}
