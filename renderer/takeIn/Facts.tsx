import type { MergePreview } from '../../shared/exchange/preview.ts'
import { useText } from '../text.tsx'
import { Code, DescriptionList, Link, Quote, Stack } from '../ui/index.ts'

/** Which case it is, how much of it comes, and what its sender kept. */
export function Facts({ preview }: { readonly preview: MergePreview }) {
  const text = useText()
  const { caseId, code, purpose, persons, rows, order, lastSentAt, withheld, note } = preview
  return (
    <Stack gap={16}>
      <DescriptionList
        rows={[
          {
            id: 'case',
            label: text('takeIn.which'),
            value:
              caseId === null ? (
                <>
                  <Code>{code}</Code> · {text('takeIn.which.new')}
                </>
              ) : (
                <Link href={`/case/${caseId}`}>
                  <Code>{code}</Code>
                </Link>
              ),
            by:
              caseId !== null && order === 'newer' && lastSentAt !== null
                ? text('takeIn.which.newer', { at: text.moment(lastSentAt) })
                : caseId === null
                  ? undefined
                  : text('takeIn.which.first'),
          },
          { id: 'purpose', label: text('share.purpose'), value: text.code('purpose', purpose) },
          { id: 'size', label: text('takeIn.size'), value: text('takeIn.size.of', { persons, rows }) },
          {
            id: 'withheld',
            label: text('takeIn.withheld'),
            value:
              withheld.length === 0 ? (
                text('takeIn.withheld.none')
              ) : (
                <Stack gap={4}>
                  {withheld.map(fact => (
                    <span key={fact}>{text(`consent.fact.${fact}`)}</span>
                  ))}
                </Stack>
              ),
            by: withheld.length === 0 ? undefined : text('takeIn.withheld.by'),
          },
        ]}
      />
      {note !== '' && <Quote text={note} by={text('takeIn.note')} />}
    </Stack>
  )
}
