import { useState } from 'react'
import { useLocation } from 'wouter'
import { useKept } from '../kept.ts'
import { Intake } from '../../shared/case/model.ts'
import { Day } from '../../shared/model.ts'
import { call } from '../api.ts'
import { today } from '../dateReader.ts'
import { useEmailFile, type ReadFile } from '../EmailFile.tsx'
import { useForm, type Typed } from '../form.ts'
import type { Refusal } from '../openCase.ts'
import { toasts, useSession } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import { Notice, Page, Steps, show } from '../ui/index.ts'
import type { z } from '../../shared/zod.ts'
import { LeastStep } from './LeastStep.tsx'
import { SafeStep, Unsafe, type Safe } from './SafeStep.tsx'
import { SourceStep } from './SourceStep.tsx'

const steps = ['safe', 'source', 'least'] as const

/** Takes in an allegation: first whether it is safe to write it down, then where it is from, then the least. */
export function StartCase() {
  const text = useText()
  const [reached, setStep] = useKept<(typeof steps)[number] | 'unsafe'>('start.step', 'safe')
  const [safe, setSafe] = useKept<Intake['safeToWrite'] | null>('start.safe', null)
  const [withEmail, setWithEmail] = useKept('start.email', false)
  const file = useEmailFile()
  const start = useStart()
  const { form } = start

  // A lock lets go of the e-mail that was read: it is asked for again, so that no case begins without it unnoticed.
  const step = reached === 'least' && withEmail && file.read === null ? 'source' : reached

  const answer = (answered: Safe) => {
    if (answered !== 'no') setSafe(answered)
    setStep(answered === 'no' ? 'unsafe' : 'source')
  }
  const goOn = (read: ReadFile | null) => {
    const at = read?.email.date.at
    setWithEmail(read !== null)
    form.set('safeToWrite', safe)
    if (read && form.value.channel === null) form.set('channel', 'mailbox')
    if (at && form.value.receivedOn?.from === today())
      form.set('receivedOn', asDate(text, Day.parse(at.slice(0, 10))))
    setStep('least')
  }
  if (step === 'unsafe') return <Unsafe onBack={() => setStep('safe')} />
  return (
    <Page key={step} title={text('caseStart.title')} back={{ label: text('app.cases'), href: '/cases' }}>
      <Steps
        label={text('caseStart.steps')}
        steps={steps.map(one => text(`caseStart.step.${one}`))}
        current={steps.indexOf(step)}
        said={text('caseStart.stepOf', { step: steps.indexOf(step) + 1, steps: steps.length })}
      />
      {step === 'safe' && form.restored && <Notice>{text('form.restored')}</Notice>}
      {step === 'safe' && <SafeStep onAnswer={answer} />}
      {step === 'source' && <SourceStep file={file} onGoOn={goOn} onBack={() => setStep('safe')} />}
      {step === 'least' && (
        <LeastStep
          start={start}
          file={file}
          onBack={() => setStep('source')}
          onAfresh={() => setStep('safe')}
        />
      )}
    </Page>
  )
}

/** The form of the stub, and how it is saved. */
export type Start = ReturnType<typeof useStart>

function useStart() {
  const text = useText()
  const [, navigate] = useLocation()
  const officer = useSession(state => state.vault?.officer ?? '')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const [initial] = useState(() => leastOf(text, officer))
  const form = useForm(Intake, { name: 'intake', initial, draft: 'case:new' })

  const save = (fileId: string | null) =>
    form.submit(async intake => {
      setBusy(true)
      const reply = await call('case.start', { intake, fileId })
      setBusy(false)
      setRefusal(reply.ok ? null : reply)
      if (!reply.ok) return false
      show(toasts, { text: text('caseStart.saved'), tone: 'safe' })
      navigate(`/case/${reply.value.caseId}`)
      return true
    })
  return { form, refusal, busy, save }
}

const asDate = (text: Text, day: Day) => ({
  said: text.day(day),
  precision: 'day' as const,
  from: day,
  to: day,
})

const notAsked = { none: 'not-asked' } as const

/** What a stub holds before anything was typed. */
const leastOf = (text: Text, officer: string): Typed<z.input<typeof Intake>> => ({
  receivedOn: asDate(text, today()),
  channel: null,
  language: null,
  interpreter: notAsked,
  reporterRelation: notAsked,
  mandateToAct: notAsked,
  firstEntity: notAsked,
  danger: null,
  dangerWhy: '',
  safeToWrite: null,
  safeContact: notAsked,
  account: '',
  owner: officer,
  retentionReviewOn: inOneYear(today()),
})

/** The same day a year later; the last of February when there is no such day. */
function inOneYear(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) + 1)
  return Day.safeParse(`${year}${day.slice(4)}`).data ?? Day.parse(`${year}-02-28`)
}
