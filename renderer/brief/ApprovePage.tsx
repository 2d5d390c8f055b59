import { useState } from 'react'
import { AnsweredAlikes } from '../Alikes.tsx'
import { Approving } from '../Approving.tsx'
import { ByFile } from '../ByFile.tsx'
import { CasePage } from '../CasePage.tsx'
import { FindingCards } from '../FindingCards.tsx'
import { Paper } from '../Paper.tsx'
import { useText } from '../text.tsx'
import { Link, Notice, Section, Stack } from '../ui/index.ts'
import { Leaks } from './Leaks.tsx'
import { outwardOf } from './outward.ts'
import { soundsLike } from './soundsLike.ts'
import { briefPlace, stepsOf, type StepPageProps } from './step.ts'
import { AnsweredWarnings } from './Warnings.tsx'

/** The most pages a brief may have on paper. */
const mostPages = 2

/** The brief as it will leave, and its approval. */
export function ApprovePage({ view, brief }: StepPageProps) {
  const text = useText()
  const [pages, setPages] = useState(0)
  const back = briefPlace({ view, brief })
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('brief.step.approve')}
      lead={text('brief.approve.lead')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      <Leaks view={view} brief={brief} />
      <Stack gap={12}>
        {pages > 0 && <Fit pages={pages} />}
        <Paper document={brief.document} onPages={setPages} />
      </Stack>
      <AnsweredWarnings view={view} brief={brief} fixed />
      <AnsweredAlikes of={soundsLike(text, { view, brief })} fixed />
      <Approval view={view} brief={brief} />
    </CasePage>
  )
}

function Fit({ pages }: { readonly pages: number }) {
  const text = useText()
  const fit = pages > mostPages ? 'tooLong' : pages > mostPages - 0.1 ? 'barelyFits' : 'fits'
  return (
    <Notice tone={fit === 'fits' ? 'safe' : 'care'} live>
      {text(`brief.${fit}`, { pages, most: mostPages })}
    </Notice>
  )
}

function Approval(props: StepPageProps) {
  const text = useText()
  const { brief } = props
  const step = stepsOf(brief).find(({ name }) => name === 'approve')
  if (brief.approval?.current) return <Approved {...props} />
  if (step?.state === 'later') return <NotYet {...props} />
  return (
    <Section title={text('brief.approve.title')}>
      <Approving of={outwardOf(props)} />
    </Section>
  )
}

function NotYet({ view, brief }: StepPageProps) {
  const text = useText()
  const findings = brief.gate.findings.filter(finding => finding.place !== 'approval')
  return (
    <Section title={text('brief.approve.title')} lead={text('brief.approve.notYet')}>
      <FindingCards of={outwardOf({ view, brief })} findings={findings} />
      <p>
        <Link kind="button" href={briefPlace({ view, brief })}>
          {text('brief.toSteps')}
        </Link>
      </p>
    </Section>
  )
}

function Approved({ view, brief }: StepPageProps) {
  const text = useText()
  const { approval } = brief
  return (
    <Section title={text('brief.approve.title')}>
      <Notice tone="safe">
        {text('brief.approve.done', { by: approval?.by ?? '', moment: text.moment(approval?.at ?? '') })}
        <ByFile file={approval?.file} />
      </Notice>
      <p>
        <Link kind="button" href={briefPlace({ view, brief }, 'send')}>
          {text('brief.next', { step: text('brief.step.send') })}
        </Link>
      </p>
    </Section>
  )
}
