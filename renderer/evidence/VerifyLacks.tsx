import { verificationLacks, type VerificationLack } from '../../shared/evidence/rules.ts'
import { useText, type Text } from '../text.tsx'
import { Link, Notice, Stack } from '../ui/index.ts'
import { aboutText, verifyPlace, type VerifyProps } from './verifyText.ts'

/** What is still missing before the case counts as assessed, who can give it, and the place of each. */
export function VerifyLacks({ view }: VerifyProps) {
  const text = useText()
  const lacks = verificationLacks(view)
  if (view.verification.claims.length === 0 || lacks.length === 0) return null
  return (
    <Notice tone="note" title={text('verify.lacks.title', { count: lacks.length })}>
      <Stack gap={8}>
        <ul>
          {lacks.map(lack => (
            <li key={`${lack.lack} ${Object.values(lack).join(' ')}`}>
              <Link href={wayOf(view, lack)}>{lackText(text, view, lack)}</Link>
            </li>
          ))}
        </ul>
        <span>{text('verify.lacks.who')}</span>
      </Stack>
    </Notice>
  )
}

function lackText(text: Text, view: VerifyProps['view'], lack: VerificationLack): string {
  const claim = 'claimId' in lack ? view.verification.claims.find(({ id }) => id === lack.claimId) : undefined
  const act = 'actId' in lack ? view.acts.find(({ id }) => id === lack.actId) : undefined
  return text(`verify.lack.${lack.lack}`, {
    code: claim?.label ?? '',
    act: act ? aboutText(text, view, { actId: act.id }) : '',
  })
}

function wayOf(view: VerifyProps['view'], lack: VerificationLack): string {
  switch (lack.lack) {
    case 'no-claim':
    case 'act-without-claim':
      return verifyPlace(view, 'claim', 'new')
    case 'no-proof':
      return verifyPlace(view, 'proof')
    case 'no-information':
      return verifyPlace(view, 'add', lack.claimId)
    case 'about-nothing':
      return verifyPlace(view, 'edit', lack.claimId)
    case 'not-assessed':
    case 'assess-again':
      return verifyPlace(view, 'assess', lack.claimId)
  }
}
