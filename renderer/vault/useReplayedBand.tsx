import { useLocation } from 'wouter'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { TextButton, type FrameBanner } from '../ui/index.ts'

/** The pages where the whole of it stands. */
const saidOn: ReadonlySet<string> = new Set(['/today', '/vault'])

/**
 * Above every screen, wherever somebody was when it was found: that the vault is not as it was closed. Nothing when it is, and
 * nothing where it is told in full.
 */
export function useReplayedBand(): FrameBanner | undefined {
  const text = useText()
  const [path, navigate] = useLocation()
  const isReplayed = useSession(({ vault }) => vault?.warnings.includes('replayed') ?? false)
  if (!isReplayed || saidOn.has(path)) return undefined
  return {
    label: text('vault.replayed'),
    children: (
      <>
        <span>{text('vault.replayed.short')}</span>
        <TextButton onPress={() => navigate('/vault')}>{text('vault.replayed.look')}</TextButton>
      </>
    ),
  }
}
