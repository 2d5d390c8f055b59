import type { CopyStanding } from '../../shared/vault/copies.ts'
import { isPressing } from '../../shared/vault/copyRules.ts'
import { useAnswer } from '../asking.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Link, Notice, Quiet, Stack } from '../ui/index.ts'
import { MakeUsual } from './MakeUsual.tsx'

/** On the first page of the day: how old the last copy and the last drill are. Quiet while they are fresh. */
export function CopiesNotice() {
  const isPractice = useSession(({ vault }) => vault?.practice ?? false)
  const { value } = useAnswer('vault.copies', {})
  if (value === null || isPractice) return null
  return (
    <Stack gap={12}>
      <MakeUsual />
      <Ages standing={value.standing} />
    </Stack>
  )
}

function Ages({ standing }: { readonly standing: CopyStanding }) {
  const text = useText()
  const { copy, copyDays, drill, drillDays } = standing
  if (isPressing(copy) || isPressing(drill)) return <Pressing standing={standing} />
  if (copyDays === null) return null
  return (
    <Quiet>
      {text('copies.quiet', { days: copyDays })}{' '}
      {drillDays !== null && text('drill.quiet', { days: drillDays })}{' '}
      <Link href="/vault/copies">{text('copies.open')}</Link>
    </Quiet>
  )
}

function Pressing({ standing: { copy, copyDays, drill, drillDays } }: { readonly standing: CopyStanding }) {
  const text = useText()
  const worst = [copy, drill]
  const tone = worst.includes('failed')
    ? 'stop'
    : worst.includes('older') || copy === 'never'
      ? 'care'
      : 'note'
  return (
    <Notice
      tone={tone}
      actions={
        <>
          {isPressing(copy) && <Link href="/vault/copies">{text('copies.make')}</Link>}
          {isPressing(drill) && <Link href="/vault/copies/drill">{text('drill.open')}</Link>}
        </>
      }
    >
      {isPressing(copy) && <p>{text(`copies.notice.${copy}`, { days: copyDays ?? 0 })}</p>}
      {isPressing(drill) && <p>{text(`drill.notice.${drill}`, { days: drillDays ?? 0 })}</p>}
    </Notice>
  )
}
