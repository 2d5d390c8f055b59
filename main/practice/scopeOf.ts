import { noScopeAnswers } from '../../shared/scope/rules.ts'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import { vocabularies } from '../../shared/vocabulary/index.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import type { Pattern } from './pattern.ts'

/**
 * The answers to the scope test that a pattern gives.
 *
 * What a pattern says outright is taken as it is. What it leaves out is read from its other fields where one reading is
 * plain, and left unanswered otherwise:
 *
 * - T1 from the status of the engagement; a regional body alone is "no", no engagement at all is "unknown";
 * - T2 from the link of the victim to the person who cooperated, else from the roles;
 * - T3 "yes" for staff and interpreters of the United Nations, "unclear" for who received a grant, else "no";
 * - T5 from signs in the acts, the law used and the response of the United Nations, one sign weak, more plausible;
 * - T7 from the status of the engagement; T8 see `purposeOf`; T9 "unclear" for bodies whose own field is another.
 */
export function scopeOf(pattern: Pattern): ScopeAnswers {
  const { grade, indicators } = linkOf(pattern)
  return {
    ...noScopeAnswers,
    engagement: engagementOf(pattern),
    harmed: [harmedOf(pattern)],
    remunerated: remuneratedOf(pattern),
    act: actOf(pattern),
    indicators: [...indicators],
    linkGrade: grade,
    perpetrator: pattern.perpetrator?.class ?? 'unknown',
    timing: timingOf(pattern),
    purpose: purposeOf(pattern),
    humanRights: humanRightsOf(pattern),
  }
}

function engagementOf({ engagement }: Pattern): ScopeAnswers['engagement'] {
  if (engagement === null) return 'unknown'
  if (engagement.regionalOnly) return 'no'
  switch (engagement.status) {
    case 'completed':
    case 'ongoing':
      return 'yes'
    case 'attempted':
      return 'attempt'
    case 'planned':
      return 'planned'
    case 'perceived_only':
      return 'perceived'
    case 'unknown':
    case null:
      return 'unknown'
  }
}

const harmedOf = ({ victims }: Pattern): Code<'linkToCooperator'> =>
  victims.link ?? (victims.roles.includes('relative_of_cooperator') ? 'relative' : 'self')

const staffRoles: readonly Code<'victimRole'>[] = ['un_national_staff', 'un_interpreter_or_driver']

function remuneratedOf({ remunerated, victims, engagement }: Pattern): ScopeAnswers['remunerated'] {
  if (remunerated !== null) return remunerated
  if (victims.roles.some(role => staffRoles.includes(role))) return 'yes'
  return engagement?.kind === 'received_un_grant' ? 'unclear' : 'no'
}

function actOf({ acts, actStatus }: Pattern): ScopeAnswers['act'] {
  if (acts === null) return null
  if (acts.length === 0) return 'none'
  return actStatus === 'threatened' ? 'threatened' : 'happened'
}

function timingOf({ engagement }: Pattern): ScopeAnswers['timing'] {
  const status = engagement?.status
  if (status === 'attempted' || status === 'planned') return 'before'
  if (status === 'ongoing') return 'during'
  return status === 'completed' ? 'after' : 'unknown'
}

/** Acts that keep somebody away, by their group. */
const keepingAway: readonly Code<'formOfAct'>[] = codesOfGroup('movement')
/** Acts whose point is what comes next: threats, pressure, keeping somebody away, at meetings. */
const deterring: readonly Code<'formOfAct'>[] = [
  ...codesOfGroup('threats_and_pressure'),
  ...keepingAway,
  ...codesOfGroup('participation'),
]

function codesOfGroup(name: string): readonly Code<'formOfAct'>[] {
  return vocabularies.formOfAct.groups.find(({ group }) => group === name)?.codes ?? []
}

/**
 * What the act was for, when the pattern does not say: intimidation discourages what is to come, reprisal punishes what is
 * or was. Before the engagement it deters, and punishes too when it goes further than keeping somebody away; afterwards it
 * punishes, and deters too when it threatens or keeps away; while the engagement lasts it does both.
 */
function purposeOf({ purpose, engagement, acts }: Pattern): ScopeAnswers['purpose'] {
  if (purpose !== null) return purpose
  if (acts === null || acts.length === 0) return 'unclear'
  switch (engagement?.status) {
    case 'attempted':
    case 'planned':
      return acts.every(act => deterring.includes(act)) ? 'deter' : 'both'
    case 'ongoing':
      return 'both'
    case 'completed':
    case 'perceived_only':
      return acts.some(act => deterring.includes(act)) ? 'both' : 'punish'
    case 'unknown':
    case null:
    case undefined:
      return 'unclear'
  }
}

interface Link {
  readonly grade: ScopeAnswers['linkGrade']
  readonly indicators: readonly Code<'linkIndicator'>[]
}

function linkOf(pattern: Pattern): Link {
  const { link } = pattern
  const indicators = link && link.indicators.length > 0 ? link.indicators : signsOf(pattern)
  if (link !== null && link.grade !== null) return { grade: link.grade, indicators }
  if (indicators.length === 0) return { grade: 'none', indicators }
  return { grade: indicators.length === 1 ? 'weak' : 'plausible', indicators }
}

type Sign = readonly [Code<'linkIndicator'>, (pattern: Pattern) => boolean]
const hasAct = ({ acts }: Pattern, forms: readonly Code<'formOfAct'>[]) =>
  (acts ?? []).some(act => forms.includes(act))
const isBefore = ({ engagement }: Pattern) =>
  engagement?.status === 'attempted' || engagement?.status === 'planned'

const signs: readonly Sign[] = [
  [
    'questioned_about_un_contact',
    pattern => hasAct(pattern, ['summons_interrogation', 'surrender_of_information']),
  ],
  [
    'timing',
    pattern => pattern.engagement?.status === 'ongoing' || hasAct(pattern, ['premises_intimidation']),
  ],
  ['prevents_engagement', pattern => isBefore(pattern) && hasAct(pattern, keepingAway)],
  [
    'threat_through_relatives_or_employer',
    pattern => hasAct(pattern, ['threat_family', 'proxy_family', 'leave_refused']),
  ],
  [
    'law_targets_international_contacts',
    ({ tools }) =>
      (
        [
          'collusion_with_foreign_entity',
          'foreign_agents_or_transparency_law',
          'foreign_funding_law',
        ] as const
      ).some(tool => tools.includes(tool)),
  ],
  ['un_body_identified_reprisal', ({ unResponse }) => unResponse.length > 0],
]

/** Signs of a link that the other fields show. A response of the United Nations means that one of its bodies took it up. */
const signsOf = (pattern: Pattern) => signs.flatMap(([sign, shows]) => (shows(pattern) ? [sign] : []))

/** Bodies whose own field is another than human rights: what was said to them needs a closer look. */
const otherFields: readonly Code<'unEntity'>[] = [
  'DPPA',
  'DPO',
  'UNDP',
  'UNHCR',
  'OCHA',
  'WHO',
  'ILO',
  'IOM',
  'UNODC',
  'OIOS',
  'UNESCO',
  'UNFPA',
  'HLPF',
  'sanctions_committee',
  'humanitarian_coordinator',
  'peacekeeping_mission',
  'other',
  'unknown',
]

function humanRightsOf({ humanRights, engagement }: Pattern): ScopeAnswers['humanRights'] {
  if (humanRights !== null) return humanRights
  if (engagement === null) return null
  return engagement.entity !== null && otherFields.includes(engagement.entity) ? 'unclear' : 'yes'
}
