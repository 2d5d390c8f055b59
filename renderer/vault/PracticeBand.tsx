import { lock } from '../lock.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { TextButton, type FrameBanner } from '../ui/index.ts'

/** Above every screen of a practice vault: that everything is invented, and the way out. Nothing over a real one. */
export function usePracticeBand(): FrameBanner | undefined {
  const text = useText()
  const practice = useSession(({ vault }) => vault?.practice ?? false)
  if (!practice) return undefined
  return {
    label: text('practice.part'),
    children: (
      <>
        <span>{text('practice.band')}</span>
        <TextButton onPress={lock}>{text('practice.leave')}</TextButton>
      </>
    ),
  }
}
