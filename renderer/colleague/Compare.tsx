import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Link,
  Notice,
  Progress,
  RadioGroup,
  Section,
  show,
  Stack,
} from '../ui/index.ts'
import styles from './colleague.module.css'

interface Props {
  readonly colleague: ColleagueView
  readonly onDone: () => void
}

type How = ColleagueView['events'][number]['how'] & string

/** Comparing the keys: by reading the words to one another, or by a picture of the code on the colleague's own screen. */
export function Compare({ colleague, onDone }: Props) {
  const text = useText()
  const [how, setHow] = useKept<How>('compare.how', 'words')
  const { ticked, tick, missing, attempt, asking, compare } = useComparing(colleague, { how, onDone })
  const choose = (next: How) => {
    setHow(next)
    tick(false)
  }
  return (
    <Section title={text('colleague.compare')} lead={text('colleague.compare.lead')}>
      <Form
        onSubmit={() => void compare()}
        actions={
          <Button kind="primary" type="submit" busy={asking.busy ? text('colleague.comparing') : null}>
            {text(`colleague.compare.${how}.do`)}
          </Button>
        }
      >
        <ErrorSummary
          title={text('form.errors')}
          errors={missing ? [{ id: 'compared', message: text(`colleague.compare.${how}.missing`) }] : []}
          attempt={attempt}
        />
        <RadioGroup
          inline
          label={text('colleague.compare.how')}
          value={how}
          onChange={choose}
          options={(['words', 'scan'] as const).map(id => ({ id, label: text(`colleague.compare.${id}`) }))}
        />
        <Steps how={how} />
        <Notice tone="care">{text('colleague.compare.never')}</Notice>
        <Checkbox id="compared" value={ticked} onChange={tick} invalid={missing}>
          {text(`colleague.compare.${how}.tick`)}
        </Checkbox>
        {asking.busy && <Progress label={text('colleague.comparing')} />}
        {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
      </Form>
    </Section>
  )
}

function Steps({ how }: { readonly how: How }) {
  const text = useText()
  return (
    <Stack gap={12}>
      <ol className={styles.steps}>
        {([1, 2, 3] as const).map(step => (
          <li key={step}>{text(`colleague.compare.${how}.step.${step}`)}</li>
        ))}
      </ol>
      <p>
        <Link href="/colleagues/card">{text('colleague.compare.yours')}</Link>
      </p>
    </Stack>
  )
}

/** The tick without which nothing is verified, and both ways to do it. */
function useComparing(
  colleague: ColleagueView,
  { how, onDone }: { readonly how: How; readonly onDone: () => void },
) {
  const text = useText()
  const asking = useAsking()
  const [ticked, setTicked] = useState(false)
  const [missing, setMissing] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const { id: colleagueId, recipient, publicKey } = colleague
  const scan = async () => {
    const file = await asking.ask('colleague.chooseCard', {})
    if (!file.ok || file.value === null) return null
    return asking.ask('colleague.scan', { colleagueId, fileId: file.value.fileId })
  }
  const compare = async () => {
    if (asking.busy) return
    setAttempt(attempt + 1)
    setMissing(!ticked)
    if (!ticked) return
    const reply =
      how === 'scan'
        ? await scan()
        : await asking.ask('colleague.verify', { colleagueId, recipient, publicKey })
    if (!reply?.ok) return
    show(toasts, { text: text('colleague.compared'), tone: 'safe' })
    onDone()
  }
  const tick = (now: boolean) => {
    setTicked(now)
    setMissing(false)
    asking.forgive()
  }
  return { ticked, tick, missing, attempt, asking, compare }
}
