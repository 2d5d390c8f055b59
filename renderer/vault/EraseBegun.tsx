import { useAnswer } from '../asking.ts'
import { useText } from '../text.tsx'
import { Notice } from '../ui/index.ts'

/** Before the locked vault: that erasing it was once begun and cut off. Mostly nothing. */
export function EraseBegun() {
  const text = useText()
  const { value } = useAnswer('vault.erasure', {})
  if (!value?.begun) return null
  return (
    <Notice tone="stop" title={text('erase.begun')}>
      {text('erase.begun.how')}
    </Notice>
  )
}
