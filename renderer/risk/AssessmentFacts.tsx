import type { RiskAssessment } from '../../shared/risk/model.ts'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, type Description } from '../ui/index.ts'
import { factors } from './riskText.ts'

/** What an assessment rests on, line by line. */
export function AssessmentFacts({ risk }: { readonly risk: RiskAssessment }) {
  const text = useText()
  return <DescriptionList rows={[...scales(text, risk), ...factorRows(text, risk), ...reasons(text, risk)]} />
}

const scales = (text: Text, risk: RiskAssessment): Description[] => [
  {
    id: 'likelihood',
    label: text('risk.likelihoodShort'),
    value: scale(text, 'likelihood', risk.likelihood),
  },
  { id: 'impact', label: text('risk.impactShort'), value: scale(text, 'impact', risk.impact) },
  {
    id: 'residual',
    label: text('risk.residualShort'),
    value: text('risk.both', {
      likelihood: scale(text, 'likelihood', risk.residualLikelihood),
      impact: scale(text, 'impact', risk.residualImpact),
    }),
  },
]

/** A step of a scale, words first, the number second. */
export const scale = (text: Text, of: 'likelihood' | 'impact', step: number): string =>
  text('risk.step', { word: text(`risk.${of}.${step}`), step })

const factorRows = (text: Text, risk: RiskAssessment): Description[] =>
  factors.map(({ field, list, key }) => ({
    id: field,
    label: text(`factor.${key}.title`),
    value:
      risk[field].length === 0 ? (
        text('risk.noneNoted')
      ) : (
        <ul>
          {risk[field].map(code => (
            <li key={code}>{text(`vocabulary.${list}.${code}`)}</li>
          ))}
        </ul>
      ),
  }))

const reasons = (text: Text, risk: RiskAssessment): Description[] => [
  {
    id: 'confidence',
    label: text('risk.confidenceShort'),
    value: text(`risk.confidence.${risk.confidence}`),
  },
  {
    id: 'why',
    label: text('risk.whyShort'),
    value: risk.why === '' ? text('risk.noneNoted') : <bdi>{risk.why}</bdi>,
  },
]
