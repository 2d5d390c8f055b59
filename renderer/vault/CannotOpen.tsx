import { useText } from '../text.tsx'
import { Link, Row } from '../ui/index.ts'

/** At the foot of the lock: the way for whoever lost their passphrase or their key file. */
export function CannotOpen() {
  const text = useText()
  return (
    <Row>
      <Link href="/recover">{text('recovery.cannotOpen')}</Link>
    </Row>
  )
}
