import { Alikes } from '../Alikes.tsx'
import { BlockedLines } from '../BlockedLines.tsx'
import { CasePage } from '../CasePage.tsx'
import { ConfirmedConditions } from '../Conditions.tsx'
import { FindingCards } from '../FindingCards.tsx'
import { useCase } from '../openCase.ts'
import { contentFindings } from '../outward.ts'
import { SaidLines, WithheldLines } from '../SaidLines.tsx'
import { useText } from '../text.tsx'
import { Link } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { Leaks } from './Leaks.tsx'
import { outwardOf } from './outward.ts'
import { soundsLike } from './soundsLike.ts'
import { briefPlace, type StepPageProps } from './step.ts'

/** What may be said, line by line: what is blocked and how that is resolved, what is said, what is withheld. */
export function SayPage({ view, brief }: StepPageProps) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const back = briefPlace({ view, brief })
  const of = outwardOf({ view, brief })
  return (
    <CasePage
      view={view}
      title={text('brief.step.say')}
      lead={text('brief.say.lead')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      <Leaks view={view} brief={brief} />
      <Alikes of={soundsLike(text, { view, brief })} />
      <FindingCards of={of} findings={contentFindings(of)} />
      <BlockedLines of={of} />
      <SaidLines of={of} />
      <WithheldLines of={of} />
      <ConfirmedConditions of={of} />
      <p>
        <Link kind="button" href={back}>
          {text('brief.toSteps')}
        </Link>
      </p>
    </CasePage>
  )
}
