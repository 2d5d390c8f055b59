import type { ScopeAnswers, ScopeOutcome, ScopeResult } from '../../shared/scope/model.ts'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, Notice, Section, type Tone } from '../ui/index.ts'

const tones: Readonly<Record<ScopeOutcome, Tone>> = {
  in_scope: 'safe',
  link_not_established: 'care',
  preventive_advice: 'note',
  needs_decision: 'care',
  hold: 'care',
  staff_route: 'note',
  out_no_engagement: 'note',
  incomplete: 'neutral',
}

interface PanelProps {
  readonly result: ScopeResult
  readonly answers: ScopeAnswers
  /** Whether every question that is asked has its answer. */
  readonly finished: boolean
}

/** Where the answers lead, in sentences, as they are given; the two facts and the two scopes beside. */
export function ScopeResultPanel({ result, answers, finished }: PanelProps) {
  const text = useText()
  return (
    <Section title={text(finished ? 'scope.resultFinal' : 'scope.result')}>
      <Notice tone={tones[result.outcome]} title={text(`scope.outcome.${result.outcome}`)} live>
        <ul>
          {result.because.map(reason => (
            <li key={reason}>{text(`scope.because.${reason}`)}</li>
          ))}
        </ul>
      </Notice>
      {answers.purpose !== null && <DescriptionList rows={facts(text, result, answers)} />}
    </Section>
  )
}

/** The two facts are independent; so are the two scopes. */
function facts(text: Text, result: ScopeResult, { purpose, humanRights }: ScopeAnswers) {
  const fact = (id: 'intimidation' | 'reprisal') => ({
    id,
    label: text(`scope.${id}`),
    value: text(
      purpose === 'unclear' ? 'scope.fact.unclear' : result[id] ? 'scope.fact.yes' : 'scope.fact.no',
    ),
  })
  const open = humanRights === null || humanRights === 'unclear'
  return [
    fact('intimidation'),
    fact('reprisal'),
    {
      id: 'systemwide',
      label: text('scope.systemwide'),
      value: text(result.inSystemwideScope ? 'scope.flag.yes' : 'scope.flag.no'),
    },
    {
      id: 'report',
      label: text('scope.report'),
      value: text(
        result.inSgReportScope
          ? 'scope.flag.yes'
          : result.inSystemwideScope && open
            ? 'scope.flag.open'
            : 'scope.flag.no',
      ),
    },
  ]
}
