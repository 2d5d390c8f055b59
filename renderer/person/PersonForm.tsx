import type { CaseView } from '../../shared/case/model.ts'
import { PersonDraft, type Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { WordingNote } from '../recorded.tsx'
import { useText } from '../text.tsx'
import { Link, Row } from '../ui/index.ts'
import { AboutPerson } from './AboutPerson.tsx'
import { IdentityMarks } from './IdentityHistory.tsx'
import { OwnWords } from './OwnWords.tsx'
import { PartInThisCase } from './PartInThisCase.tsx'

const notAsked = { none: 'not-asked' } as const

const nobodyYet: Typed<PersonDraft> = {
  parts: [],
  unit: 'individual',
  gender: notAsked,
  ageBand: notAsked,
  roles: [],
  characteristics: [],
  linkToCooperator: notAsked,
  region: notAsked,
  remunerated: notAsked,
  situation: notAsked,
  wishes: notAsked,
  wishesLanguage: null,
  wishesTranslation: '',
  note: '',
}

interface PersonFormProps {
  readonly view: CaseView
  readonly person: Person | null
}

/** One person, new or known. No name is asked here. */
export function PersonForm({ view, person }: PersonFormProps) {
  const text = useText()
  const form = useForm(PersonDraft, {
    name: 'person',
    initial: person ? PersonDraft.strip().parse(person) : nobodyYet,
    draft: person ? `person:${person.id}` : `person:new:${view.case.id}`,
  })
  const back = placeOf(view, 'persons')
  const save = useSave({ view, person })
  return (
    <CasePage
      view={view}
      title={person ? text('person.one', { code: person.label }) : text('person.new')}
      lead={text('person.formLead')}
      under={{ label: text('person.title'), href: back }}
      actions={person && <IdentityWay view={view} person={person} />}
    >
      {person && <IdentityMarks view={view} person={person} />}
      {person && <WordingNote view={view} row={person.id} />}
      <FormBody form={form} save={text('person.save')} back={back} onSave={save}>
        <PartInThisCase form={form} />
        <AboutPerson form={form} />
        <OwnWords form={form} />
      </FormBody>
    </CasePage>
  )
}

function useSave({ view, person }: PersonFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  return async (value: PersonDraft) => {
    const saved = person
      ? await done('person.change', { personId: person.id, person: value })
      : await done('person.add', { caseId: view.case.id, person: value })
    if (saved) leave(placeOf(view, 'persons'), text('person.saved'))
    return saved
  }
}

function IdentityWay({ view, person }: { readonly view: CaseView; readonly person: Person }) {
  const text = useText()
  return (
    <Row gap={16}>
      <Link href={placeOf(view, 'paper', `read-${person.id}`)}>{text('papers.read')}</Link>
      <Link href={placeOf(view, 'persons', `identity-${person.id}`)}>
        {text(person.hasIdentity ? 'identity.see' : 'identity.add')}
      </Link>
    </Row>
  )
}
