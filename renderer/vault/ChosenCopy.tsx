import type { Output } from '../../shared/contract.ts'
import { useText } from '../text.tsx'
import { Button, Code, Notice, Quiet, Row, Stack } from '../ui/index.ts'
import { megabytes } from './megabytes.ts'

/** A copy somebody chose in a dialog. */
export type Chosen = NonNullable<Output<'vault.chooseCopy'>>

interface Props {
  readonly chosen: Chosen | null
  readonly onChoose: () => void
  readonly disabled: boolean
  /** What to say when none was chosen and one is needed. */
  readonly missing: string | null
}

/** The file of a copy: a button, and what was chosen. */
export function ChosenCopy({ chosen, onChoose, disabled, missing }: Props) {
  const text = useText()
  return (
    <Stack gap={8}>
      <Row>
        <Button onPress={onChoose} disabled={disabled}>
          {text(chosen === null ? 'copies.choose' : 'copies.chooseOther')}
        </Button>
        {chosen && (
          <span>
            <Code>{chosen.name}</Code>{' '}
            <Quiet>{text('copies.size.mb', { size: megabytes(chosen.size) })}</Quiet>
          </span>
        )}
      </Row>
      {missing && (
        <Notice tone="stop" live>
          {missing}
        </Notice>
      )}
    </Stack>
  )
}
