import type { CaseView } from '../../shared/case/model.ts'
import { Identity, type Person } from '../../shared/person/model.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { TextArea, TextField } from '../ui/index.ts'

/** An identity with something in it. */
const Something = Identity.refine(identity => Object.values(identity).some(line => line !== ''), {
  path: ['name'],
})

interface IdentityFormProps {
  readonly view: CaseView
  readonly person: Person
  readonly initial: Identity
}

/** Writes down who a person is. What was kept before is replaced. */
export function IdentityForm({ view, person, initial }: IdentityFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const back = placeOf(view, 'persons', person.id)
  const form = useForm(Something, { name: 'identity', initial, draft: `identity:${person.id}` })
  const save = async (identity: Identity) => {
    const saved = await done('person.identify', { personId: person.id, identity })
    if (saved) leave(back, text('identity.saved'))
    return saved
  }
  const field = (name: keyof Identity) => ({
    id: name,
    label: text(`identity.${name}`),
    hint: text(`identity.${name}Hint`),
    error: form.error(name),
    value: form.value[name] ?? '',
    onChange: (value: string) => form.set(name, value),
  })
  return (
    <FormBody form={form} save={text('identity.save')} back={back} onSave={save}>
      <TextField {...field('name')} why={{ label: text('identity.whyApart'), text: text('identity.why') }} />
      <TextField {...field('otherNames')} />
      <TextArea {...field('contact')} />
      <TextArea {...field('documents')} />
    </FormBody>
  )
}
