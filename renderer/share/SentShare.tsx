import type { ShareView } from '../../shared/share/model.ts'
import { CasePage } from '../CasePage.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { packagePlace } from '../packageWords.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { DescriptionList, Link, Section } from '../ui/index.ts'
import { WrittenFile } from '../WrittenFile.tsx'
import type { SharePageProps } from './outward.ts'
import { useShare } from './useShare.ts'

interface SentProps extends SharePageProps {
  readonly left: NonNullable<ShareView['left']>
}

/** A share that has left: what to do with the file, and what it was. It can only be read. */
export function SentShare({ view, share, left }: SentProps) {
  const text = useText()
  const receipt = useShare(state => state.receipt)
  const { colleague, draft, approval } = share
  const file = view.packages.find(one => one.direction === 'sent' && one.packageId === left.packageId)
  return (
    <CasePage
      view={view}
      title={text('share.one', { name: colleagueName(text, colleague) })}
      lead={text('share.sentAt', { moment: text.moment(left.at) })}
      under={{ label: text('share.title'), href: placeOf(view, 'share') }}
    >
      {receipt && (
        <WrittenFile receipt={receipt} title={text('share.receipt.title')} next={text('share.receipt.now')} />
      )}
      <Section title={text('share.sent')}>
        <DescriptionList
          rows={[
            { id: 'to', label: text('share.to'), value: <bdi>{left.toRole}</bdi> },
            { id: 'purpose', label: text('share.purpose'), value: text.code('purpose', draft.purpose) },
            {
              id: 'level',
              label: text('share.level'),
              value: text.code('identityLevel', draft.identityLevel),
            },
            {
              id: 'lines',
              label: text('share.sent.what'),
              value: text('share.sent.lines', { count: left.lines }),
            },
            ...(approval
              ? [{ id: 'approval', label: text('share.approve.title'), value: <bdi>{approval.by}</bdi> }]
              : []),
            ...(draft.note === ''
              ? []
              : [{ id: 'note', label: text('share.note'), value: <bdi>{draft.note}</bdi> }]),
          ]}
        />
        {file && (
          <p>
            <Link href={packagePlace(file.id)}>{text('share.toPackage')}</Link>
          </p>
        )}
      </Section>
    </CasePage>
  )
}
