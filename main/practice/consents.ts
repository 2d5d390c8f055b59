import { briefDefaults } from '../../shared/brief/defaults.ts'
import type { BriefDraft } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDraft } from '../../shared/consent/model.ts'
import type { Day, PersonId } from '../../shared/model.ts'
import { harmQuestions } from '../../shared/risk/model.ts'
import type { HarmAnswer, RiskDraft } from '../../shared/risk/model.ts'
import { sayIn } from '../text.ts'
import { usualFor } from './addresses.ts'
import { daysFrom } from './dates.ts'
import type { Pattern, PatternConsent } from './pattern.ts'

interface Asking {
  readonly personId: PersonId
  readonly today: Day
  readonly officer: string
}

/**
 * The answers of the person, in the order of recording. A withdrawal is recorded after the "yes" it takes back. Where a
 * pattern does not say to whom and how, the usual way for that purpose is meant.
 */
export function consentsOf({ consents, language }: Pattern, asking: Asking): ConsentDraft[] {
  return consents.flatMap(one => {
    const answer = consentOf(one, { ...asking, language })
    if (one.decision !== 'withdrawn') return [answer]
    return [
      { ...answer, decision: 'given', decidedOn: daysFrom(asking.today, -30) },
      { ...answer, validUntil: null },
    ]
  })
}

const isYes = ({ decision }: PatternConsent) => decision === 'given' || decision === 'given_with_conditions'

function consentOf(
  one: PatternConsent,
  { personId, today, officer, language }: Asking & { readonly language: Pattern['language'] },
): ConsentDraft {
  const usual = usualFor(one.purpose)
  return {
    personId,
    purpose: one.purpose,
    recipient: one.recipient ?? usual.recipient,
    channel: one.channel ?? usual.channel,
    identityLevel: one.identityLevel ?? usual.identityLevel,
    scope: 'whole_case',
    facts: [],
    document: '',
    decision: one.decision,
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: daysFrom(today, -3),
    askedBy: officer,
    language: language === null ? { none: 'unknown' } : { value: language },
    interpreter: { none: 'not-asked' },
    risksExplained: { value: true },
    conditions: conditionsOf(one, today),
    validUntil: isYes(one) || one.decision === 'withdrawn' ? daysFrom(today, 180) : null,
    reviewOn: null,
    evidence: '',
  }
}

function conditionsOf({ decision, conditions }: PatternConsent, today: Day): ConsentDraft['conditions'] {
  if (decision !== 'given_with_conditions') return []
  const kinds = conditions.length > 0 ? [...new Set(conditions)] : (['other'] as const)
  return kinds.map(kind => ({
    kind,
    after: kind === 'only_after_date' ? daysFrom(today, 30) : null,
    note: '',
  }))
}

/** The assessment of the situation, or `null` when the pattern has none. */
export function riskOf({ risk, ownView, language }: Pattern, personId: PersonId): RiskDraft | null {
  if (risk === null) return null
  const { threats, vulnerabilities, capacities, ...scales } = risk
  return {
    personId,
    about: 'situation',
    actionId: null,
    ...scales,
    threats: [...new Set(threats)],
    vulnerabilities: [...new Set(vulnerabilities)],
    capacities: [...new Set(capacities)],
    uncertainties: [],
    confidence: 'medium',
    why: '',
    ownView: ownView === null ? { none: 'not-asked' } : { value: { ...ownView, language, translation: '' } },
  }
}

/**
 * A brief to the head of presence, as a new one begins. What was sent, and how the State is said to have answered, stand
 * in it in the words of the vocabulary.
 */
export function briefOf(
  pattern: Pattern,
  { view, today }: { readonly view: CaseView; readonly today: Day },
): BriefDraft {
  const say = sayIn('en')
  const sent = view.actions.filter(({ sentAt }) => sentAt !== null)
  const defaults = briefDefaults(view, { today, language: 'en' })
  return {
    ...defaults,
    forRole: 'Head of presence',
    bottomLine: 'Decide whether the matter is raised, and how, within what was agreed.',
    stateView: pattern.stateResponse === null ? '' : say(`vocabulary.stateResponse.${pattern.stateResponse}`),
    actionsSoFar: sent
      .map(({ kind }) => say(`vocabulary.action.${kind}`))
      .join('; ')
      .slice(0, 600),
  }
}

/** The do-no-harm check with every answer on the safe side. */
export const safeAnswers = (): HarmAnswer[] =>
  Array.from({ length: harmQuestions }, () => ({ answer: 'yes', note: '' }))
