import type { ActionLine } from '../../shared/action/model.ts'
import type { RiskAssessment } from '../../shared/risk/model.ts'
import { overtakenBy, type RiskTime } from '../../shared/risk/rules.ts'
import type { Text } from '../text.tsx'
import type { Grade } from '../ui/index.ts'

/** How many steps a band fills. */
export const gradeOf: Readonly<Record<RiskAssessment['band'], Grade>> = {
  low: 2,
  medium: 3,
  high: 4,
  critical: 5,
}

/** The four kinds of factor: the field, the list of its codes, the text key of its title. */
export const factors = [
  { field: 'threats', list: 'riskThreat', key: 'threat' },
  { field: 'vulnerabilities', list: 'riskVulnerability', key: 'vulnerability' },
  { field: 'capacities', list: 'riskCapacity', key: 'capacity' },
  { field: 'uncertainties', list: 'riskUncertainty', key: 'uncertainty' },
] as const

/** A language code as HTML knows it; "other" and "unknown" are none. */
export const langOf = (code: string | null): string | undefined =>
  code === null || code === 'other' || code === 'unknown' ? undefined : code

/** Whether an assessment may no longer be relied on. */
export const isOver = (risk: RiskAssessment, { events, now }: RiskTime): boolean =>
  now > risk.validUntil || overtakenBy(risk, events) !== null

/** What an assessment is of: the situation, or doing or leaving one action or the matter as a whole. */
export function aboutWords(
  text: Text,
  { about, actionId }: RiskAssessment,
  actions: readonly ActionLine[],
): string {
  const action = actions.find(({ id }) => id === actionId)
  return action ? text(`acting.about.${about}`, { action: action.label }) : text(`risk.about.${about}`)
}
