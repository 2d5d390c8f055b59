import type { CaseId } from '../../shared/model.ts'
import { ReceiptOffer } from '../ReceiptOffer.tsx'
import { useText } from '../text.tsx'
import { Link, Notice, Page, Row, Section } from '../ui/index.ts'

interface Props {
  readonly caseId: CaseId
  readonly conflicts: number
  readonly packageId: string
}

/** A case was taken in: open it, decide what is left, tell its sender. */
export function TakenIn({ caseId, conflicts, packageId }: Props) {
  const text = useText()
  return (
    <Page title={text('takeIn.done')} lead={text('takeIn.done.lead')}>
      {conflicts > 0 && (
        <Notice
          tone="care"
          title={text('takeIn.left', { count: conflicts })}
          actions={<Link href={`/case/${caseId}/conflicts`}>{text('takeIn.left.decide')}</Link>}
        >
          {text('takeIn.left.means')}
        </Notice>
      )}
      <Row>
        <Link kind="button" href={`/case/${caseId}`}>
          {text('takeIn.open')}
        </Link>
        <Link href={`/case/${caseId}/came`}>{text('takeIn.undoLater')}</Link>
      </Row>
      <Section title={text('takeIn.receipt')}>
        <ReceiptOffer packageId={packageId} primary={false} />
      </Section>
    </Page>
  )
}
