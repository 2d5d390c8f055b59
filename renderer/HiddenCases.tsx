import { useAnswer } from './asking.ts'
import { useText } from './text.tsx'
import { Code, Quiet } from './ui/index.ts'

/** That there are cases whoever is at the desk does not read: how many, and their codes. Nothing when there are none. */
export function HiddenCases({ counted }: { readonly counted: 'list' | 'report' }) {
  const text = useText()
  const { value } = useAnswer('access.overview', {})
  const hidden = value?.hidden ?? []
  if (hidden.length === 0) return null
  return (
    <Quiet>
      {text(`access.hidden.${counted}`, { count: hidden.length })}{' '}
      {hidden.map((code, index) => (
        <span key={code}>
          {index > 0 && text('form.listComma')}
          <Code>{code}</Code>
        </span>
      ))}
    </Quiet>
  )
}
