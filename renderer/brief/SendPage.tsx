import { useState } from 'react'
import { useKept } from '../kept.ts'
import { FileForm } from '../../shared/brief/contract.ts'
import { asBytes } from '../api.ts'
import { CasePage } from '../CasePage.tsx'
import { useCase } from '../openCase.ts'
import { OfferedPassphrase, useOfferedPassphrase } from '../OfferedPassphrase.tsx'
import { useText } from '../text.tsx'
import { Button, Checkbox, Form, Link, Notice, Progress, RadioGroup, TextArea } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { briefPlace, stepsOf, type StepPageProps } from './step.ts'
import { useBrief } from './useBrief.ts'

/** For whom the file is encrypted, and writing it. */
export function SendPage({ view, brief }: StepPageProps) {
  const text = useText()
  const back = briefPlace({ view, brief })
  const isReady = stepsOf(brief).some(step => step.name === 'send' && step.open)
  return (
    <CasePage
      view={view}
      title={text('brief.step.send')}
      lead={text('brief.send.lead')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      {isReady ? <SealForm brief={brief} /> : <NotReady href={back} />}
    </CasePage>
  )
}

function NotReady({ href }: { readonly href: string }) {
  const text = useText()
  return (
    <Notice tone="care" actions={<Link href={href}>{text('brief.toSteps')}</Link>}>
      {text('brief.send.notReady')}
    </Notice>
  )
}

type How = 'passphrase' | 'keys'

function SealForm({ brief }: Pick<StepPageProps, 'brief'>) {
  const text = useText()
  const [how, setHow] = useKept<How>('send.how', 'passphrase')
  const { refusal } = useCase()
  const { state, write } = useWriting(brief.id)
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {state === 'closed' && (
        <Notice tone="note" live>
          {text('brief.send.closed')}
        </Notice>
      )}
      <RadioGroup
        label={text('brief.send.how')}
        value={how}
        onChange={setHow}
        disabled={state === 'working'}
        options={(['passphrase', 'keys'] as const).map(id => ({
          id,
          label: text(`brief.send.${id}`),
          description: text(`brief.send.${id}.hint`),
        }))}
      />
      {how === 'passphrase' ? (
        <WithPassphrase
          state={state}
          onWrite={(passphrase, as) => write({ sealFor: { passphrase: asBytes(passphrase) }, as })}
        />
      ) : (
        <WithKeys state={state} onWrite={keys => write({ sealFor: { keys: [...keys] } })} />
      )}
      {state === 'working' && (
        <Progress label={text('brief.send.working')} detail={text('brief.send.steps')} />
      )}
    </>
  )
}

type State = 'idle' | 'working' | 'closed'

/** Writes the file; the receipt goes to the page of the brief that has left. */
function useWriting(briefId: string) {
  const [state, setState] = useState<State>('idle')
  const { run } = useCase()
  const write = async (how: Omit<Parameters<typeof run<'brief.export'>>[1], 'briefId'>) => {
    setState('working')
    const receipt = await run('brief.export', { briefId, ...how })
    const wasRefused = useCase.getState().refusal !== null
    if (receipt) useBrief.getState().left(receipt)
    setState(receipt === null && !wasRefused ? 'closed' : 'idle')
    await useBrief.getState().load(briefId)
  }
  return { state, write: (how: Parameters<typeof write>[0]) => void write(how) }
}

interface WithPassphraseProps {
  readonly state: State
  readonly onWrite: (passphrase: string, as: FileForm) => void
}

function WithPassphrase({ state, onWrite }: WithPassphraseProps) {
  const text = useText()
  const passphrase = useOfferedPassphrase()
  const [isNoted, setNoted] = useKept('send.noted', false)
  const [isMissing, setMissing] = useState(false)
  const [as, setAs] = useKept<FileForm>('send.as', 'age')
  const submit = () => {
    setMissing(!isNoted)
    if (isNoted && passphrase.words !== '') onWrite(passphrase.words, as)
  }
  const other = () => {
    setNoted(false)
    passphrase.draw()
  }
  return (
    <Form onSubmit={submit} actions={<WriteButton state={state} />}>
      <RadioGroup
        label={text('brief.send.as')}
        value={as}
        onChange={setAs}
        disabled={state === 'working'}
        options={FileForm.options.map(id => ({
          id,
          label: text(`brief.send.as.${id}`),
          description: text(`brief.send.as.${id}.hint`),
        }))}
      />
      {as === 'html' && (
        <Notice tone="care" title={text('brief.send.html.less')}>
          {text('brief.send.html.why')}
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
    </Form>
  )
}

interface WithKeysProps {
  readonly state: State
  readonly onWrite: (keys: readonly string[]) => void
}

function WithKeys({ state, onWrite }: WithKeysProps) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = () => {
    const keys = typed.split(/\s+/u).filter(key => key !== '')
    const problem = keys.length === 0 ? 'missing' : keys.length > mostKeys ? 'tooMany' : null
    setError(problem && text(`brief.send.key.${problem}`, { most: mostKeys }))
    if (problem === null) onWrite(keys)
  }
  return (
    <Form onSubmit={submit} actions={<WriteButton state={state} />}>
      <TextArea
        id="keys"
        label={text('brief.send.key')}
        hint={text('brief.send.key.hint')}
        error={error}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  )
}

/** How many readers one file can be made for. */
const mostKeys = 8

function WriteButton({ state }: { readonly state: State }) {
  const text = useText()
  return (
    <Button kind="primary" type="submit" busy={state === 'working' ? text('brief.send.busy') : null}>
      {text('brief.send.write')}
    </Button>
  )
}
