import { standingOf } from '../../shared/evidence/rules.ts'
import { useText } from '../text.tsx'
import { RowName } from '../CasePage.tsx'
import { Quiet, Stack } from '../ui/index.ts'
import type { ClaimProps } from './verifyText.ts'

/** What was found of a claim; or that it waits to be found, with what is suggested. */
export function StandingStatus({ claim, view }: ClaimProps) {
  const text = useText()
  const { status, suggested, outdated, pieces } = standingOf(claim, view.verification)
  const decided = claim.assessment !== null
  const hint = text('verify.suggestedNow', { status: text.code('verificationStatus', suggested) })
  return (
    <Stack gap={4}>
      <RowName>{text.code('verificationStatus', status)}</RowName>
      {(outdated || (!decided && pieces > 0)) && <Quiet>{hint}</Quiet>}
    </Stack>
  )
}
