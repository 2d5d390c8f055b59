import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { DescriptionList, Page, Progress, Section } from '../ui/index.ts'
import { ContributionSheet } from './ContributionSheet.tsx'
import { reportPlace } from './place.ts'

/** A contribution as it was sent. */
export function SentPage({ id }: { readonly id: string }) {
  const text = useText()
  const { value, refusal } = useAnswer('report.oneSent', { id })
  const back = { label: text('report.title'), href: value ? reportPlace(value.ordinal) : '/report' }
  return (
    <Page title={text('report.oneSent')} lead={text('report.oneSent.lead')} back={back}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('report.loading')} />}
      {value && (
        <>
          <DescriptionList
            rows={[
              {
                id: 'at',
                label: text('report.sentAt'),
                value: text.moment(value.sentAt),
                by: <bdi>{value.by}</bdi>,
              },
              { id: 'to', label: text('report.sentTo'), value: <bdi>{value.to}</bdi> },
              ...(value.why === ''
                ? []
                : [{ id: 'why', label: text('report.send.why'), value: <bdi>{value.why}</bdi> }]),
            ]}
          />
          <Section title={text('report.whatWasSent')}>
            <ContributionSheet document={value.document} />
          </Section>
        </>
      )}
    </Page>
  )
}
