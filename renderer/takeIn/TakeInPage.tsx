import { useLocation } from 'wouter'
import { useAnswer, useAsking } from '../asking.ts'
import { ArrivedFrom } from '../ArrivedFrom.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Link, Page, Progress, Quiet, Row, Section, Stack } from '../ui/index.ts'

/** A file from a colleague: chosen, opened and verified; what it says is the next page. Changes nothing. */
export function TakeInPage() {
  const text = useText()
  const [, navigate] = useLocation()
  const { busy, refusal, ask } = useAsking()
  const { value: arrival, again } = useAnswer('exchange.arrival', {})
  const look = async () => {
    const chosen = await ask('exchange.chooseArrival', {})
    if (!chosen.ok || chosen.value === null) return
    const seen = await ask('exchange.look', { fileId: chosen.value.fileId })
    again()
    if (seen.ok && !seen.value.recordDiffers) navigate(`/take-in/${seen.value.kind}`)
  }
  const putAway = async () => {
    await ask('exchange.putAway', {})
    again()
  }
  return (
    <Page title={text('takeIn.title')} lead={text('takeIn.lead')}>
      <Stack gap={24}>
        {refusal && <RefusalNotice refusal={refusal} live />}
        {busy && <Progress label={text('takeIn.looking')} />}
        {arrival && (
          <Section title={text('takeIn.onDesk')}>
            <ArrivedFrom arrival={arrival} />
            <Row>
              <Link kind="button" href={`/take-in/${arrival.kind}`}>
                {text('takeIn.goOn')}
              </Link>
              <Button onPress={() => void putAway()}>{text('takeIn.putAway')}</Button>
            </Row>
          </Section>
        )}
        <Stack gap={8}>
          <p>
            <Button
              kind={arrival ? 'quiet' : 'primary'}
              busy={busy ? text('takeIn.looking') : null}
              onPress={() => void look()}
            >
              {text(arrival ? 'takeIn.other' : 'takeIn.choose')}
            </Button>
          </p>
          <Quiet>{text('takeIn.safe')}</Quiet>
        </Stack>
        <p>
          <Link href="/handover">{text('takeIn.reply')}</Link>
        </p>
      </Stack>
    </Page>
  )
}
