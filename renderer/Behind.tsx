import { useText } from './text.tsx'
import { Notice, Quiet } from './ui/index.ts'

interface Props {
  readonly count: number
  /** Whether it stays so however often it is asked. */
  readonly isStuck: boolean
}

/** That cases are not on the list yet as they are, and how many; nothing when all are. */
export function Behind({ count, isStuck }: Props) {
  const text = useText()
  if (count === 0) return null
  if (isStuck) return <Notice tone="care">{text('lines.stuck', { count })}</Notice>
  return (
    <output>
      <Quiet>{text('lines.behind', { count })}</Quiet>
    </output>
  )
}
