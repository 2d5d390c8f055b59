import { useText } from '../text.tsx'
import { Progress } from '../ui/index.ts'
import { stepOf, steps, useStage } from './useStage.ts'

/** What is being done while the vault is opened or made. Nothing while nothing runs. */
export function StageProgress({ running }: { readonly running: boolean }) {
  const text = useText()
  const stage = useStage(running)
  if (!running || stage === null) return null
  const step = stepOf(stage)
  return (
    <Progress
      label={text(`vault.stage.${stage}`)}
      value={step / (steps + 1)}
      detail={text('vault.stage.step', { step, steps })}
    />
  )
}
