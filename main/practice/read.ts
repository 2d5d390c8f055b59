import { CaseState } from '../../shared/case/model.ts'
import { Band } from '../../shared/risk/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { fieldsOf } from './fields.ts'
import type { Fields } from './fields.ts'
import { readConsents } from './readConsents.ts'
import { dispositions } from '../../shared/report/disposition.ts'
import type { Pattern, PatternRisk, ReadPattern, UnknownCode } from './pattern.ts'

/**
 * Reads one pattern as a file gives it. Every field but the mapping itself may be missing.
 *
 * A code that stands in no list is named with its field and left out; everything else of the pattern still counts.
 *
 * @param place counted from 1: what a pattern without an `id` is called.
 */
export function readPattern(value: unknown, place: number): ReadPattern {
  const unknownCodes: UnknownCode[] = []
  const fields = fieldsOf(value, unknownCodes)
  const pattern = patternIn(fields, place)
  return { pattern, unknownCodes, unreadFields: unreadIn(value) }
}

/** Names of fields that are not of the form, those within another with its name before theirs. */
function unreadIn(value: unknown): string[] {
  const fields = fieldsOf(value, [])
  const within = Object.entries(knownWithin).flatMap(([name, names]) =>
    fields
      .within(name)
      .names.filter(inner => !names.includes(inner))
      .map(inner => `${name}.${inner}`),
  )
  return [...fields.names.filter(name => !known.has(name)), ...within]
}

/** Every field of the form. `timeline`, `basis` and `inferred` are for whoever reads the file. */
const known = new Set(
  `id pattern synthetic region country state language account wishes danger engagement victims remunerated acts actStatus
   tools perpetrator link purpose humanRights unResponse stateResponse responseAdequacy outcome accountability verification
   consent risk ownView harmCheck disposition timeline basis inferred`.split(/\s+/),
)

const knownWithin: Readonly<Record<string, readonly string[]>> = {
  engagement: ['type', 'status', 'entity', 'locus', 'publicity'],
  victims: ['unit', 'roles', 'characteristics', 'link', 'situation', 'count'],
  perpetrator: ['class', 'type'],
  link: ['grade', 'indicators'],
  ownView: ['band', 'words'],
  risk: [
    'likelihood',
    'impact',
    'residualLikelihood',
    'residualImpact',
    'threats',
    'vulnerabilities',
    'capacities',
  ],
}

function patternIn(fields: Fields, place: number): Pattern {
  fields.code('country', 'country')
  return {
    id: fields.words('id') || `#${place}`,
    title: fields.words('pattern').slice(0, 200),
    synthetic: fields.flag('synthetic'),
    regionSaid: fields.words('region').slice(0, 100),
    region: regionOf(fields.words('region')),
    state: fields.oneOf('state', CaseState.options) ?? 'draft',
    language: fields.code('language', 'language'),
    account: fields.words('account').slice(0, 20_000),
    wishes: fields.words('wishes').slice(0, 4_000),
    danger: fields.code('danger', 'immediateDanger'),
    engagement: engagementIn(fields),
    victims: victimsIn(fields.within('victims')),
    remunerated: fields.oneOf('remunerated', ['no', 'yes', 'unclear']),
    acts: fields.has('acts') ? fields.codes('acts', 'formOfAct') : null,
    actStatus: fields.code('actStatus', 'actStatus'),
    tools: fields.codes('tools', 'legalTool'),
    perpetrator: perpetratorIn(fields),
    link: linkIn(fields),
    purpose: fields.oneOf('purpose', ['deter', 'punish', 'both', 'unclear']),
    humanRights: fields.oneOf('humanRights', ['yes', 'no', 'unclear']),
    ...responseIn(fields),
    outcome: fields.code('outcome', 'outcomeForVictim'),
    verification: fields.code('verification', 'verificationStatus'),
    consents: readConsents(fields),
    risk: riskIn(fields),
    ownView: ownViewIn(fields),
    harmChecked: fields.flag('harmCheck'),
    disposition: fields.oneOf('disposition', dispositions),
  }
}

/** Region names that mean exactly one region of the list; the others cover several and say so in words alone. */
const regionNames: Readonly<Record<string, Code<'region'>>> = {
  'South-East Asia': 'south_eastern_asia',
  'South Asia': 'southern_asia',
  'Central Asia': 'central_asia',
  'Eastern Europe': 'eastern_europe',
}

const regionOf = (said: string): Code<'region'> | null =>
  regionNames[said] ?? codesOf('region').find(code => code === said) ?? null

function engagementIn(parent: Fields): Pattern['engagement'] {
  if (!parent.has('engagement')) return null
  const fields = parent.within('engagement')
  const said = fields.words('entity')
  const regionalOnly = isRegional(said)
  return {
    kind: fields.code('type', 'cooperationType'),
    status: fields.code('status', 'cooperationStatus'),
    entity: regionalOnly ? 'other' : isTreatyBody(said) ? 'treaty_body' : fields.code('entity', 'unEntity'),
    regionalOnly,
    locus: fields.code('locus', 'engagementLocus'),
    publicity: fields.code('publicity', 'publicity'),
  }
}

const notNames = ['other', 'unknown']
const isTreatyBody = (said: string) =>
  !notNames.includes(said) && codesOf('treatyBody').some(code => code === said)
const isRegional = (said: string) =>
  !notNames.includes(said) && codesOf('regionalBody').some(code => code === said)

const victimsIn = (fields: Fields): Pattern['victims'] => ({
  unit: fields.code('unit', 'victimUnit'),
  roles: fields.codes('roles', 'victimRole'),
  characteristics: fields.codes('characteristics', 'characteristic'),
  link: fields.code('link', 'linkToCooperator'),
  situation: fields.code('situation', 'victimSituation'),
  count: fields.words('count').slice(0, 40),
})

function perpetratorIn(parent: Fields): Pattern['perpetrator'] {
  if (!parent.has('perpetrator')) return null
  const fields = parent.within('perpetrator')
  return { class: fields.code('class', 'perpetratorClass'), kind: fields.code('type', 'perpetratorKind') }
}

function linkIn(parent: Fields): Pattern['link'] {
  if (!parent.has('link')) return null
  const fields = parent.within('link')
  return { grade: fields.code('grade', 'linkGrade'), indicators: fields.codes('indicators', 'linkIndicator') }
}

/** An opinion on a detention is an outcome that patterns also name among the responses. */
function responseIn(fields: Fields) {
  const opinion = fields.values('unResponse').includes('wgad_opinion')
  const others = fieldsOfResponses(fields)
  const accountability = fields.codes('accountability', 'accountability')
  return {
    unResponse: others,
    stateResponse: fields.code('stateResponse', 'stateResponse'),
    responseAdequacy: fields.code('responseAdequacy', 'responseAdequacy'),
    accountability: opinion ? [...accountability, 'wgad_opinion' as const] : accountability,
  }
}

function fieldsOfResponses(fields: Fields): Code<'action'>[] {
  const given = fields.values('unResponse').filter(one => one !== 'wgad_opinion')
  const unknown: UnknownCode[] = []
  const found = fieldsOf({ unResponse: given }, unknown).codes('unResponse', 'action')
  for (const { code } of unknown) fields.note('unResponse', code)
  return found
}

function riskIn(parent: Fields): PatternRisk | null {
  if (!parent.has('risk')) return null
  const fields = parent.within('risk')
  const likelihood = fields.scale('likelihood')
  const impact = fields.scale('impact')
  if (likelihood === null || impact === null) return null
  return {
    likelihood,
    impact,
    residualLikelihood: fields.scale('residualLikelihood') ?? likelihood,
    residualImpact: fields.scale('residualImpact') ?? impact,
    threats: fields.codes('threats', 'riskThreat'),
    vulnerabilities: fields.codes('vulnerabilities', 'riskVulnerability'),
    capacities: fields.codes('capacities', 'riskCapacity'),
  }
}

function ownViewIn(parent: Fields): Pattern['ownView'] {
  if (!parent.has('ownView')) return null
  const fields = parent.within('ownView')
  const band = fields.oneOf('band', Band.options)
  return band && { band, words: fields.words('words').slice(0, 4_000) }
}
