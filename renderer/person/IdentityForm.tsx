import { minimalRecord } from '../../shared/case/minimal.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { Note } from '../../shared/model.ts'
import { Identity, type Person } from '../../shared/person/model.ts'
import { z } from '../../shared/zod.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { Comparing } from '../looking.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { TextArea, TextField } from '../ui/index.ts'
import { KeepNotice } from './KeepNotice.tsx'
import { PossiblySame, useComparing } from './PossiblySame.tsx'

const typed = <T extends z.ZodType<string>>(basis: T) =>
  z
    .strictObject({ ...Identity.shape, basis })
    .refine(({ name, otherNames, contact, documents }) => name + otherNames + contact + documents !== '', {
      path: ['name'],
    })

const WithYes = typed(Note)
const WithBasis = typed(Note.min(1))

interface IdentityFormProps {
  readonly view: CaseView
  readonly person: Person
  readonly initial: Identity
}

/** Writes down who a person is. What was kept before is replaced. Without a "yes" of theirs it asks why (G0). */
export function IdentityForm({ view, person, initial }: IdentityFormProps) {
  const text = useText()
  const { more } = minimalRecord(view, person.id)
  const back = placeOf(view, 'persons', person.id)
  const form = useForm(more ? WithYes : WithBasis, {
    name: 'identity',
    initial: { ...initial, basis: '' },
    draft: `identity:${person.id}`,
    // What was revealed is not kept a second time.
    secret: isRevealed(initial),
  })
  const write = useSave({ view, person })
  const { name, otherNames, contact, documents } = form.value
  const { busy, warned, mayGoOn } = useComparing(person, {
    name: name ?? '',
    otherNames: otherNames ?? '',
    contact: contact ?? '',
    documents: documents ?? '',
  })
  const save = async ({ basis, ...identity }: z.input<typeof WithYes>) =>
    (await mayGoOn(identity)) && write({ ...identity, basis })
  const field = (name: keyof Identity | 'basis') => ({
    id: name,
    label: text(`identity.${name}`),
    hint: text(`identity.${name}Hint`),
    error: form.error(name),
    value: form.value[name] ?? '',
    onChange: (value: string) => form.set(name, value),
  })
  return (
    <>
      <KeepNotice view={view} person={person} />
      <FormBody
        form={form}
        save={text(warned ? 'name.saveAllTheSame' : 'identity.save')}
        back={back}
        onSave={save}
      >
        {!more && <TextArea {...field('basis')} />}
        <TextField
          {...field('name')}
          why={{ label: text('identity.whyApart'), text: text('identity.why') }}
        />
        <TextField {...field('otherNames')} />
        <TextArea {...field('contact')} />
        <TextArea {...field('documents')} />
        <Comparing running={busy} label={text('name.comparing')} stop={text('name.saveNow')} />
        {warned && <PossiblySame found={warned} keeps={!isRevealed(initial)} />}
      </FormBody>
    </>
  )
}

/** Whether the form begins with what was revealed: it is kept nowhere while it is changed. */
const isRevealed = (initial: Identity) => Object.values(initial).some(value => value !== '')

function useSave({ view, person }: Pick<IdentityFormProps, 'view' | 'person'>) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  return async ({ basis, ...identity }: z.input<typeof WithYes>) => {
    const saved = await done('person.identify', { personId: person.id, identity, basis })
    if (saved) leave(placeOf(view, 'persons', person.id), text('identity.saved'))
    return saved
  }
}
