import { useAnswer } from '../asking.ts'
import { useText } from '../text.tsx'
import { Link, Notice, Row } from '../ui/index.ts'

/** At the foot of the locked vault: the way to destroy it, and whether that was once begun and cut off. */
export function EraseFoot() {
  const text = useText()
  const { value } = useAnswer('vault.erasure', {})
  return (
    <>
      {value?.begun && (
        <Notice tone="stop" title={text('erase.begun')}>
          {text('erase.begun.how')}
        </Notice>
      )}
      <Row>
        <Link href="/erase">{text('erase.link')}</Link>
      </Row>
    </>
  )
}
