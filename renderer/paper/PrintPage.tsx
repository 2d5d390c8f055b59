import { useState } from 'react'
import { useKept } from '../kept.ts'
import { CasePage } from '../CasePage.tsx'
import { useLeave } from '../FormPage.tsx'
import { useCase } from '../openCase.ts'
import { useText } from '../text.tsx'
import { Button, Checkbox, Form, Notice, Progress, Section } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { NotReady } from './NotReady.tsx'
import type { PaperProps } from './OnePaper.tsx'
import styles from './paper.module.css'
import { papersPlace, titleOf } from './paperText.ts'

const warnings = ['clear', 'printer', 'noFile', 'stay', 'hand'] as const

/** Printing on paper: what the system keeps of it, which printer to trust, what to do with the paper. */
export function PrintPage({ view, person, paper }: PaperProps) {
  const text = useText()
  return (
    <CasePage
      view={view}
      title={text('papers.print')}
      lead={text('papers.printLead')}
      under={{ label: titleOf(text, paper.draft.kind, person), href: papersPlace(view, paper.id) }}
    >
      {paper.gate.open && paper.left === null && paper.printingSince === null ? (
        <Print view={view} person={person} paper={paper} />
      ) : (
        <NotReady href={papersPlace(view, paper.id)} />
      )}
    </CasePage>
  )
}

type State = 'idle' | 'printing' | 'closed'

function Print({ view, paper }: PaperProps) {
  const text = useText()
  const leave = useLeave()
  const { refusal, run } = useCase()
  const [state, setState] = useState<State>('idle')
  const [isRead, setRead] = useKept('print.read', false)
  const [isMissing, setMissing] = useState(false)
  const print = async () => {
    setMissing(!isRead)
    if (!isRead) return
    setState('printing')
    const printed = await run('paper.print', { paperId: paper.id })
    if (printed) leave(papersPlace(view, paper.id), text('papers.printed'))
    else setState(printed === false ? 'closed' : 'idle')
  }
  return (
    <Form
      onSubmit={() => void print()}
      actions={
        <Button kind="primary" type="submit" busy={state === 'printing' ? text('papers.printing') : null}>
          {text('papers.printNow')}
        </Button>
      }
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {state === 'closed' && (
        <Notice tone="note" live>
          {text('papers.printClosed')}
        </Notice>
      )}
      <Section title={text('papers.warn')}>
        <ul className={styles.warnings}>
          {warnings.map(one => (
            <li key={one}>{text(`papers.warn.${one}`)}</li>
          ))}
        </ul>
      </Section>
      <Checkbox id="read" value={isRead} invalid={isMissing && !isRead} onChange={setRead}>
        {text('papers.warn.read')}
      </Checkbox>
      {isMissing && !isRead && (
        <Notice tone="stop" live>
          {text('papers.warn.missing')}
        </Notice>
      )}
      {state === 'printing' && (
        <Progress label={text('papers.printing')} detail={text('papers.printingSteps')} />
      )}
    </Form>
  )
}
