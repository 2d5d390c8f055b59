import { useAsking } from '../asking.ts'
import { lock } from '../lock.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Row, TextButton } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

/** Asks for another folder, and shows the way back to the usual place once another one was chosen. */
export function OtherPlace({ label }: { readonly label: string }) {
  const text = useText()
  const { vault, refresh } = useSession()
  const { busy, refusal, ask } = useAsking()
  const choose = async () => {
    const reply = await ask('vault.choosePlace', {})
    if (reply.ok) await refresh()
  }
  return (
    <>
      <Row gap={24}>
        <TextButton onPress={() => void choose()} disabled={busy}>
          {label}
        </TextButton>
        {vault?.place != null && <TextButton onPress={lock}>{text('welcome.usualPlace')}</TextButton>}
      </Row>
      {refusal && <RefusalNotice refusal={refusal} live />}
    </>
  )
}
