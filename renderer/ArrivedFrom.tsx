import type { Arrival } from '../shared/exchange/packages.ts'
import { ColleagueStanding } from './ColleagueStanding.tsx'
import { colleagueName, verifiedWords } from './colleagueWords.ts'
import { useText } from './text.tsx'
import { DescriptionList, Notice, Row, Stack } from './ui/index.ts'

/** Above what a package says: who signed it and how far that is known, when, and whether it takes the place of another. */
export function ArrivedFrom({ arrival }: { readonly arrival: Arrival }) {
  const text = useText()
  const { from, sentAt, kind, recordDiffers, takesPlaceOf } = arrival
  return (
    <Stack gap={12}>
      <DescriptionList
        rows={[
          {
            id: 'from',
            label: text('notice.from'),
            value: (
              <Row gap={8}>
                <bdi>{colleagueName(text, from)}</bdi>
                <ColleagueStanding standing={from.standing} />
              </Row>
            ),
            by: verifiedWords(text, from) ?? undefined,
          },
          { id: 'kind', label: text('notice.kind'), value: text(`notice.kind.${kind}`) },
          {
            id: 'sent',
            label: text('notice.sentAt'),
            value: text.moment(sentAt),
            by: text('notice.sentAt.by'),
          },
        ]}
      />
      {takesPlaceOf && (
        <Notice tone="note">{text('notice.takesPlaceOf', { at: text.moment(takesPlaceOf) })}</Notice>
      )}
      {recordDiffers && (
        <Notice tone="care" title={text('notice.recordDiffers')}>
          {text('notice.recordDiffers.means')}
        </Notice>
      )}
    </Stack>
  )
}
