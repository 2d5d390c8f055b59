import { lock } from '../lock.ts'
import { useText } from '../text.tsx'
import { TextButton } from '../ui/index.ts'

/** Above every screen of a practice vault: that everything is invented, and the way out. */
export function PracticeBand() {
  const text = useText()
  return (
    <>
      <span>{text('practice.band')}</span>
      <TextButton onPress={lock}>{text('practice.leave')}</TextButton>
    </>
  )
}
