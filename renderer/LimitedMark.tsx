import { LockKeyhole } from 'lucide-react'
import { useText } from './text.tsx'
import { Icon, Unseen } from './ui/index.ts'

/** Beside the code of a case that is for named people. */
export function LimitedMark() {
  const text = useText()
  return (
    <>
      {' '}
      <Icon of={LockKeyhole} small />
      <Unseen>{text('access.mark')}</Unseen>
    </>
  )
}
