import { useAnswer } from './asking.ts'
import type { CaseView } from '../shared/case/model.ts'
import { placeOf } from './part.ts'
import { codeList } from './codeList.ts'
import { useText } from './text.tsx'
import { Link, Quiet, Section, Stack } from './ui/index.ts'

/** On the page of a case: who may read it, and the way to change that. */
export function CaseAccess({ view }: { readonly view: CaseView }) {
  const text = useText()
  const { value } = useAnswer('access.of', { caseId: view.case.id, personId: null })
  if (value === null) return null
  const named = value.people.filter(one => one.named).map(({ role }) => role)
  return (
    <Section title={text('access.title')}>
      <Stack gap={8}>
        <Quiet>
          {value.since === null
            ? text('access.everybody', { count: value.people.length })
            : text('access.onlyThese', { who: codeList(text, named) })}
        </Quiet>
        <Link href={placeOf(view, 'access')}>{text('access.open')}</Link>
      </Stack>
    </Section>
  )
}
