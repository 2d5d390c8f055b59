import { useAsking } from '../asking.ts'
import type { Refusal } from '../openCase.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import type { FileId } from '../../shared/model.ts'
import { Button, Code, Row, Stack, TextButton } from '../ui/index.ts'

/** A key file somebody chose: its number and its base name. Remembered nowhere. */
export interface ChosenKeyFile {
  readonly fileId: FileId
  readonly name: string
}

interface Props {
  readonly label: string
  readonly chosen: ChosenKeyFile | null
  readonly onChange: (chosen: ChosenKeyFile | null) => void
}

/** Asks for a key file and says which one is chosen, or why it is none. */
export function KeyFileChoice({ label, chosen, onChange }: Props) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const choose = async () => {
    const reply = await ask('way.chooseKeyFile', {})
    if (reply.ok && reply.value) onChange(reply.value)
  }
  return (
    <Stack gap={8}>
      <Row>
        <Button onPress={() => void choose()} busy={busy ? text('keyfile.choosing') : null}>
          {chosen ? text('keyfile.chooseOther') : label}
        </Button>
        {chosen && (
          <span>
            {text('keyfile.chosen')} <Code>{chosen.name}</Code>
          </span>
        )}
        {chosen && <TextButton onPress={() => onChange(null)}>{text('keyfile.without')}</TextButton>}
      </Row>
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Stack>
  )
}

/** Whether a "no" is about what was typed together with the file, so that it belongs at the passphrase. */
export const isOfSecret = ({ code }: Refusal): boolean =>
  code === 'vault/wrong-passphrase' ||
  code === 'vault/unusable-passphrase' ||
  code === 'keyfile/needed' ||
  code === 'keyfile/one-is-wrong'
