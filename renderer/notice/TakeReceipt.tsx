import type { Output } from '../../shared/contract.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { useLeave } from '../FormPage.tsx'
import { packageName, packagePlace } from '../packageWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, DescriptionList, Progress, Stack, type Description } from '../ui/index.ts'
import { ArrivedPage } from './Arrived.tsx'

/** A receipt that came: what it says of which package, and keeping it. */
export function TakeReceipt() {
  const text = useText()
  return (
    <ArrivedPage
      title={text('notice.receipt.title')}
      lead={text('notice.receipt.lead')}
      fits={kind => kind === 'receipt'}
    >
      {() => <Seen />}
    </ArrivedPage>
  )
}

function Seen() {
  const text = useText()
  const { value: seen, refusal } = useAnswer('notice.receipt', {})
  if (refusal) return <RefusalNotice refusal={refusal} live />
  return seen ? <Keep seen={seen} /> : <Progress label={text('notice.log.loading')} />
}

function Keep({ seen }: { readonly seen: Output<'notice.receipt'> }) {
  const text = useText()
  const leave = useLeave()
  const { busy, refusal, ask } = useAsking()
  const { says, line } = seen
  const take = async () => {
    const taken = await ask('notice.takeReceipt', {})
    if (taken.ok) leave(packagePlace(taken.value.id), text('notice.receipt.kept'))
  }
  const rows: Description[] = [
    { id: 'about', label: text('notice.about'), value: packageName(text, line), by: text.moment(line.at) },
    {
      id: 'outcome',
      label: text('notice.receipt.says'),
      value: text(`notice.receipt.came.${says.outcome}`, { day: text.day(says.receivedOn) }),
    },
  ]
  if (says.reason)
    rows.push({
      id: 'reason',
      label: text('notice.decline.reason'),
      value: text(`notice.decline.reason.${says.reason}`),
    })
  if (says.words !== '')
    rows.push({ id: 'words', label: text('notice.decline.words'), value: <p dir="auto">{says.words}</p> })
  return (
    <Stack gap={24}>
      <DescriptionList rows={rows} />
      {refusal && <RefusalNotice refusal={refusal} live />}
      <p>
        <Button kind="primary" busy={busy ? text('notice.keeping') : null} onPress={() => void take()}>
          {text('notice.receipt.keep')}
        </Button>
      </p>
    </Stack>
  )
}
