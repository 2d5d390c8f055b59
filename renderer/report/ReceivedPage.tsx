import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ReceiptOffer } from '../ReceiptOffer.tsx'
import { useText } from '../text.tsx'
import { DescriptionList, Notice, Page, Progress, Section } from '../ui/index.ts'
import { ContributionSheet } from './ContributionSheet.tsx'

/** One contribution that came, to be read. */
export function ReceivedPage({ id }: { readonly id: string }) {
  const text = useText()
  const { value, refusal } = useAnswer('report.oneReceived', { id })
  return (
    <Page
      title={text('report.oneReceived')}
      back={{ label: text('report.received'), href: '/report/received' }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('report.loading')} />}
      {value && (
        <>
          {!value.summary.newest && (
            <Notice tone="care" title={text('report.superseded')}>
              {text('report.supersededMeans')}
            </Notice>
          )}
          <DescriptionList
            rows={[
              {
                id: 'from',
                label: text('report.signedBy'),
                value: <bdi>{value.summary.from}</bdi>,
                by: <bdi>{value.summary.office}</bdi>,
              },
              { id: 'sent', label: text('report.sentAt'), value: text.moment(value.summary.sentAt) },
              { id: 'taken', label: text('report.takenAt'), value: text.moment(value.summary.takenAt) },
            ]}
          />
          <ContributionSheet document={value.document} />
          <Section title={text('report.receipt')}>
            <ReceiptOffer packageId={value.summary.packageId} primary={false} />
          </Section>
        </>
      )}
    </Page>
  )
}
