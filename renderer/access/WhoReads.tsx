import { CaseId } from '../../shared/model.ts'
import { useAnswer } from '../asking.ts'
import { useText } from '../text.tsx'
import { Code, Quiet, Section } from '../ui/index.ts'

/** For whoever is not named: the roles that read a case, and nothing else of it. */
export function WhoReads({ id }: { readonly id: string }) {
  const text = useText()
  const { value } = useAnswer('access.of', { caseId: CaseId.parse(id), personId: null })
  const named = value?.people.filter(one => one.named) ?? []
  if (named.length === 0) return null
  return (
    <Section title={text('access.named')}>
      {named.map(({ officerId, role }) => (
        <p key={officerId}>
          <Code>{role}</Code>
        </p>
      ))}
      <Quiet>{text('access.askThem')}</Quiet>
    </Section>
  )
}
