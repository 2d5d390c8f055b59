import { useState } from 'react'
import { Words } from '../../shared/plan/model.ts'
import { call } from '../api.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { useText } from '../text.tsx'
import { Section, TextArea, TextField } from '../ui/index.ts'
import { taskOf, type ProtectionProps } from './planText.ts'
import { RevealWords } from './RevealWords.tsx'

const nothing: Words = {
  coverName: '',
  safePlaces: '',
  route: '',
  signalWords: '',
  allClear: '',
  distress: '',
}

/** Safe places and agreed words of one person, sealed: written here, shown for a reason, or destroyed for good. */
export function WordsPage({ view, person }: ProtectionProps) {
  const text = useText()
  const kept = view.protection.wordsOf.includes(person.id)
  const [changing, setChanging] = useState<Words | null>(null)
  const initial = changing ?? (kept ? null : nothing)
  const code = person.label
  return (
    <CasePage
      view={view}
      title={text('plan.words.title', { code })}
      lead={text('plan.words.lead')}
      under={{ label: text('plan.ofPerson', { code }), href: taskOf({ view, person }, 'person') }}
    >
      {initial && <WordsForm view={view} person={person} initial={initial} />}
      {!initial && <RevealWords person={person} onChange={setChanging} />}
      {!initial && <Destroy view={view} person={person} />}
    </CasePage>
  )
}

/** Words with something in them. */
const Something = Words.refine(words => Object.values(words).some(line => line !== ''), {
  path: ['safePlaces'],
})

function WordsForm({ view, person, initial }: ProtectionProps & { readonly initial: Words }) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const back = taskOf({ view, person }, 'person')
  const form = useForm(Something, { name: 'plan.words', initial, draft: `plan:words:${person.id}` })
  const save = async (words: Words) => {
    const saved = await done('plan.keepWords', { personId: person.id, words })
    if (saved) leave(back, text('plan.words.saved'))
    return saved
  }
  const field = (name: keyof Words) => ({
    id: name,
    label: text(`plan.words.${name}`),
    hint: text(`plan.words.${name}Hint`),
    error: form.error(name),
    value: form.value[name] ?? '',
    onChange: (value: string) => form.set(name, value),
  })
  return (
    <FormBody form={form} save={text('plan.words.save')} back={back} onSave={save}>
      <TextArea {...field('safePlaces')} />
      <TextArea {...field('route')} />
      <TextArea {...field('signalWords')} />
      <TextField {...field('allClear')} />
      <TextField {...field('distress')} />
      <TextField {...field('coverName')} />
    </FormBody>
  )
}

function Destroy({ view, person }: ProtectionProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const destroy = async (reason: string) => {
    await call('vault.dropDraft', { key: `plan:words:${person.id}` })
    const gone = await done('plan.forgetWords', { personId: person.id, reason })
    if (gone) leave(taskOf({ view, person }, 'person'), text('plan.words.destroyed'))
  }
  return (
    <Section title={text('plan.words.destroyTitle')}>
      <RemoveWithReason
        label={text('plan.words.destroy')}
        consequence={text('plan.words.destroyConsequence', { code: person.label })}
        keepLabel={text('plan.words.keep')}
        onRemove={reason => void destroy(reason)}
      />
    </Section>
  )
}
