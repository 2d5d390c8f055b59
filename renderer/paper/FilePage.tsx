import { useState } from 'react'
import { useKept } from '../kept.ts'
import { asBytes } from '../api.ts'
import { CasePage } from '../CasePage.tsx'
import { useLeave } from '../FormPage.tsx'
import { OfferedPassphrase, useOfferedPassphrase } from '../OfferedPassphrase.tsx'
import { useCase } from '../openCase.ts'
import { useText } from '../text.tsx'
import { Button, Checkbox, Form, Notice, Progress } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { NotReady } from './NotReady.tsx'
import type { PaperProps } from './OnePaper.tsx'
import { papersPlace, titleOf } from './paperText.ts'

/** The paper as one encrypted file, for a colleague who prints it or reads it out where the person is. */
export function FilePage({ view, person, paper }: PaperProps) {
  const text = useText()
  return (
    <CasePage
      view={view}
      title={text('papers.file')}
      lead={text('papers.fileLead')}
      under={{ label: titleOf(text, paper.draft.kind, person), href: papersPlace(view, paper.id) }}
    >
      {paper.gate.open && paper.left === null && paper.printingSince === null ? (
        <Write view={view} person={person} paper={paper} />
      ) : (
        <NotReady href={papersPlace(view, paper.id)} />
      )}
    </CasePage>
  )
}

type State = 'idle' | 'working' | 'closed'

function Write({ view, paper }: PaperProps) {
  const text = useText()
  const leave = useLeave()
  const { refusal, run } = useCase()
  const passphrase = useOfferedPassphrase()
  const [state, setState] = useState<State>('idle')
  const [isNoted, setNoted] = useKept('file.noted', false)
  const [isMissing, setMissing] = useState(false)
  const write = async () => {
    setMissing(!isNoted)
    if (!isNoted || passphrase.words === '') return
    setState('working')
    const receipt = await run('paper.export', { paperId: paper.id, passphrase: asBytes(passphrase.words) })
    if (receipt) leave(papersPlace(view, paper.id), text('papers.written', { name: receipt.name }))
    else setState(useCase.getState().refusal ? 'idle' : 'closed')
  }
  const other = () => {
    setNoted(false)
    passphrase.draw()
  }
  return (
    <Form
      onSubmit={() => void write()}
      actions={
        <Button kind="primary" type="submit" busy={state === 'working' ? text('brief.send.busy') : null}>
          {text('brief.send.write')}
        </Button>
      }
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {state === 'closed' && (
        <Notice tone="note" live>
          {text('brief.send.closed')}
        </Notice>
      )}
      <OfferedPassphrase words={passphrase.words} onOther={other} />
      <Checkbox id="noted" value={isNoted} invalid={isMissing && !isNoted} onChange={setNoted}>
        {text('brief.send.noted')}
      </Checkbox>
      {isMissing && !isNoted && (
        <Notice tone="stop" live>
          {text('brief.send.noted.missing')}
        </Notice>
      )}
      {state === 'working' && (
        <Progress label={text('brief.send.working')} detail={text('papers.fileSteps')} />
      )}
    </Form>
  )
}
