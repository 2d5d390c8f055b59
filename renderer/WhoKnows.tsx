import type { CaseView } from '../shared/case/model.ts'
import type { Person } from '../shared/person/model.ts'
import { useAnswer } from './asking.ts'
import { placeOf } from './part.ts'
import { codeList } from './codeList.ts'
import { useText } from './text.tsx'
import { Link, Quiet, Section, Stack } from './ui/index.ts'

/** Who may know who one person is, and the way to change that. */
export function WhoKnows({ view, person }: { readonly view: CaseView; readonly person: Person }) {
  const text = useText()
  const { value } = useAnswer('access.of', { caseId: view.case.id, personId: person.id })
  if (value === null) return null
  const named = value.people.filter(one => one.named).map(({ role }) => role)
  return (
    <Section title={text('access.identityTitle', { code: person.label })}>
      <Stack gap={8}>
        <Quiet>
          {value.since === null
            ? text('access.identityEverybody', { count: value.people.length })
            : text('access.onlyThese', { who: codeList(text, named) })}
        </Quiet>
        <Link href={placeOf(view, 'access', person.id)}>{text('access.openIdentity')}</Link>
      </Stack>
    </Section>
  )
}
