import type { ActDraft, PerpetratorDraft } from '../../shared/act/model.ts'
import type { Intake } from '../../shared/case/model.ts'
import type { EngagementDraft } from '../../shared/engagement/model.ts'
import type { Day, PartialDate, PerpetratorId, PersonId } from '../../shared/model.ts'
import type { PersonDraft } from '../../shared/person/model.ts'
import { vocabularies } from '../../shared/vocabulary/index.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { daysFrom, monthFrom } from './dates.ts'
import type { Pattern } from './pattern.ts'

/*
 * What a focal point would type for a pattern. Whatever a pattern does not say is "unknown" or "not asked", never guessed;
 * dates are months counted from the day of loading, because patterns know time only as before and after.
 */

/** The stub of the case. */
export function intakeOf(
  pattern: Pattern,
  { today, owner }: { readonly today: Day; readonly owner: string },
): Intake {
  return {
    receivedOn: onDay(daysFrom(today, -5)),
    channel: 'referral_from_un_entity',
    language: pattern.language === null ? { none: 'unknown' } : { value: pattern.language },
    interpreter: { none: 'not-asked' },
    reporterRelation: { none: 'unknown' },
    mandateToAct: { none: 'not-asked' },
    firstEntity: pattern.engagement?.entity ? { value: pattern.engagement.entity } : { none: 'unknown' },
    danger: pattern.danger ?? 'unknown',
    dangerWhy: '',
    safeToWrite: 'yes',
    safeContact: { value: 'none' },
    account: pattern.account,
    owner,
    retentionReviewOn: daysFrom(today, 365),
  }
}

/** The one who was harmed, with title and region of the pattern as a note. */
export function personOf(pattern: Pattern): PersonDraft {
  const { victims, region, wishes, language } = pattern
  const isWoman = victims.characteristics.includes('woman')
  return {
    parts: ['victim'],
    unit: victims.unit ?? 'unknown',
    gender: isWoman ? { value: 'woman' } : { none: 'not-asked' },
    ageBand: { none: 'not-asked' },
    roles: [...new Set(victims.roles)],
    characteristics: [...new Set(victims.characteristics)],
    linkToCooperator: victims.link === null ? { none: 'unknown' } : { value: victims.link },
    region: region === null ? { none: 'unknown' } : { value: region },
    remunerated: pattern.remunerated === null ? { none: 'not-asked' } : { value: pattern.remunerated },
    situation: situationOf(pattern),
    wishes: wishes === '' ? { none: 'not-asked' } : { value: wishes },
    wishesLanguage: wishes === '' ? null : language,
    wishesTranslation: '',
    note: noteOf(pattern),
  }
}

const noteOf = ({ id, title, regionSaid, victims }: Pattern) =>
  [[id, title].filter(Boolean).join(': '), regionSaid, victims.count].filter(Boolean).join(' · ')

const situations: Readonly<Partial<Record<Code<'outcomeForVictim'>, Code<'victimSituation'>>>> = {
  still_detained: 'detained',
  deceased: 'deceased',
  missing: 'disappeared',
  still_in_hiding: 'hidden',
  safe_relocated: 'displaced',
  released: 'at_liberty',
}

function situationOf({ victims, outcome }: Pattern): PersonDraft['situation'] {
  const known = victims.situation ?? (outcome && situations[outcome]) ?? null
  return known === null ? { none: 'unknown' } : { value: known }
}

/** The contact with the United Nations, or `null` when the pattern has none. */
export function engagementOf(
  { engagement, victims }: Pattern,
  { today, personId }: { readonly today: Day; readonly personId: PersonId },
): EngagementDraft | null {
  if (engagement === null) return null
  const isOwn = victims.link === null || victims.link === 'self'
  return {
    personIds: isOwn ? [personId] : [],
    kind: engagement.kind ?? 'unknown',
    status: engagement.status ?? 'unknown',
    entity: engagement.entity ?? 'unknown',
    when: monthFrom(today, engagement.status === 'planned' ? 1 : -3),
    locus: engagement.locus === null ? { none: 'unknown' } : { value: engagement.locus },
    publicity: engagement.publicity === null ? { none: 'unknown' } : { value: engagement.publicity },
    note: '',
  }
}

/** Who is alleged to have acted; "unknown" when the pattern does not say. */
export const perpetratorOf = ({ perpetrator }: Pattern): PerpetratorDraft => ({
  class: perpetrator?.class ?? 'unknown',
  kind: perpetrator?.kind ? { value: perpetrator.kind } : { none: 'unknown' },
  involvement: { none: 'unknown' },
  description: '',
})

/** Acts the law is used in. */
const lawful: readonly Code<'formOfAct'>[] = vocabularies.formOfAct.groups
  .filter(({ group }) => ['liberty', 'legal_and_judicial', 'administrative_and_economic'].includes(group))
  .flatMap(({ codes }) => codes)

const online: readonly Code<'formOfAct'>[] = ['surveillance_digital', 'cyberattack', 'doxing', 'online_abuse']

interface ActsInput {
  readonly today: Day
  readonly personId: PersonId
  readonly perpetratorId: PerpetratorId
}

/** One act each, in the order of the pattern. The law that was used goes to the acts it is used in, or to all. */
export function actsOf(pattern: Pattern, { today, personId, perpetratorId }: ActsInput): ActDraft[] {
  const acts = pattern.acts ?? []
  const some = acts.some(act => lawful.includes(act))
  const before = pattern.engagement?.status === 'attempted' || pattern.engagement?.status === 'planned'
  return acts.map(form => ({
    personIds: [personId],
    form,
    status: pattern.actStatus ?? 'carried_out',
    when: monthFrom(today, before ? -3 : -2),
    domain: online.includes(form) ? { value: 'online' } : { none: 'unknown' },
    region: pattern.region === null ? { none: 'unknown' } : { value: pattern.region },
    legalTools: !some || lawful.includes(form) ? [...new Set(pattern.tools)] : [],
    perpetratorIds: [perpetratorId],
    account: '',
  }))
}

const onDay = (day: Day): PartialDate => ({ said: day, precision: 'day', from: day, to: day })
