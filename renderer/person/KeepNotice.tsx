import { minimalRecord } from '../../shared/case/minimal.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { Note } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { z } from '../../shared/zod.ts'
import { useDo } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { BlockCard, Button, Form, Link, Notice, Quiet, Section, TextArea } from '../ui/index.ts'

interface KeepProps {
  readonly view: CaseView
  readonly person: Person
}

/** What the person said of being kept by name, plainly, and what follows from it (G0). */
export function KeepNotice({ view, person }: KeepProps) {
  const text = useText()
  const { consent, basis } = minimalRecord(view, person.id)
  const { label: code } = person
  if (consent === 'agreed') return <Quiet>{text('identity.keep.agreed', { code })}</Quiet>
  const isNo = consent === 'refused' || consent === 'withdrawn'
  return (
    <Notice
      tone={isNo ? 'stop' : 'care'}
      title={text(`identity.keep.${consent}`, { code })}
      actions={<ToAnswers view={view} person={person} />}
    >
      <p>
        {basis
          ? text('identity.basisBy', { by: basis.by, moment: text.moment(basis.recordedAt) })
          : text('identity.keep.least')}
      </p>
    </Notice>
  )
}

/** In place of the form for whoever may not decide without a "yes". */
export function KeepBlocked({ view, person }: KeepProps) {
  const text = useText()
  const { consent } = minimalRecord(view, person.id)
  const { label: code } = person
  return (
    <BlockCard
      what={text('identity.keepWhat')}
      reason={text(`identity.keep.${consent}`, { code })}
      who={text('identity.keep.who')}
      way={{
        label: text('identity.keep.ask', { code }),
        href: placeOf(view, 'consent', `person-${person.id}`),
      }}
    />
  )
}

/** What is kept now and rests on nothing any more: nobody said yes, or the "yes" ended or was taken back. */
export function KeptOnNothing({ view, person }: KeepProps) {
  const text = useText()
  const { more, consent } = minimalRecord(view, person.id)
  const focal = useFocal()
  const { label: code } = person
  if (more) return null
  return (
    <Section title={text(`identity.keep.${consent}`, { code })}>
      <Notice tone="stop" actions={<ToAnswers view={view} person={person} />}>
        {text('identity.keep.now', { code })}
      </Notice>
      {focal && <WriteBasis person={person} />}
    </Section>
  )
}

const Basis = z.strictObject({ basis: Note.min(1) })

function WriteBasis({ person }: Pick<KeepProps, 'person'>) {
  const text = useText()
  const done = useDo()
  const form = useForm(Basis, {
    name: 'identity',
    initial: { basis: '' },
    draft: `person:basis:${person.id}`,
  })
  const write = ({ basis }: z.infer<typeof Basis>) =>
    done('person.writeBasis', { personId: person.id, basis })
  return (
    <Form
      onSubmit={() => void form.submit(write)}
      actions={<Button type="submit">{text('identity.keep.writeWhy')}</Button>}
    >
      <TextArea
        id="basis"
        label={text('identity.basis')}
        hint={text('identity.basisHint')}
        error={form.error('basis')}
        value={form.value.basis ?? ''}
        onChange={basis => form.set('basis', basis)}
      />
    </Form>
  )
}

const useFocal = () => useSession(({ vault }) => vault?.duties.includes('focal_point') ?? false)

function ToAnswers({ view, person }: KeepProps) {
  const text = useText()
  return (
    <Link href={placeOf(view, 'consent', `person-${person.id}`)}>
      {text('identity.keep.ask', { code: person.label })}
    </Link>
  )
}

/** Whether whoever is at the desk may write down who this is: with a "yes", a basis that stands, or as focal point. */
export function useMayIdentify({ view, person }: KeepProps): boolean {
  const focal = useFocal()
  return minimalRecord(view, person.id).more || focal
}
