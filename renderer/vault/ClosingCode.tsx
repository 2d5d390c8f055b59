import { useAnswer } from '../asking.ts'
import { useText } from '../text.tsx'
import { Quiet } from '../ui/index.ts'

/** The code of the vault as it was closed, to be held against what was noted on paper. Nothing when none is known. */
export function ClosingCode() {
  const text = useText()
  const { value } = useAnswer('record.closingCode', {})
  if (!value?.code) return null
  const code = `${value.code.slice(0, 3)} ${value.code.slice(3)}`
  return (
    <p>
      <Quiet>
        {text('witness.code.locked', { code })} {text('witness.code.locked.hint')}
      </Quiet>
    </p>
  )
}
