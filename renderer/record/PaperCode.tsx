import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import type { Standing } from '../../shared/record/model.ts'
import { useAsking } from '../asking.ts'
import { useKept } from '../kept.ts'
import { useText } from '../text.tsx'
import { Button, Code, DescriptionList, Form, Notice, Section, TextField } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import styles from './record.module.css'

/** Six characters to note on paper, and the place to hold against them what was noted before. */
export function PaperCode({ standing: { code, entries } }: { readonly standing: Standing }) {
  const text = useText()
  return (
    <Section title={text('witness.code')} lead={text('witness.code.lead')}>
      <DescriptionList
        rows={[
          {
            id: 'code',
            label: text('witness.code.now'),
            value: (
              <span className={styles.code}>
                <Code>{`${code.slice(0, 3)} ${code.slice(3)}`}</Code>
              </span>
            ),
            by: text('witness.code.after', { entries }),
          },
        ]}
      />
      <Compare />
    </Section>
  )
}

function Compare() {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [typed, setTyped] = useKept('record.code', '')
  const [found, setFound] = useState<{ readonly entry: Output<'record.compareCode'> } | null>(null)
  const compare = async () => {
    setFound(null)
    const reply = await ask('record.compareCode', { code: typed === '' ? '-' : typed })
    if (reply.ok) setFound({ entry: reply.value })
  }
  const wrong = refusal?.code === 'record/not-a-code' ? text.refusal(refusal) : null
  return (
    <Form
      onSubmit={() => void compare()}
      actions={
        <Button type="submit" busy={busy ? text('witness.code.comparing') : null}>
          {text('witness.code.compare')}
        </Button>
      }
    >
      <TextField
        label={text('witness.code.typed')}
        hint={text('witness.code.hint')}
        value={typed}
        onChange={setTyped}
        error={wrong}
        maxLength={20}
      />
      {refusal && wrong === null && <RefusalNotice refusal={refusal} live />}
      {found && <Compared entry={found.entry} />}
    </Form>
  )
}

function Compared({ entry }: { readonly entry: Output<'record.compareCode'> }) {
  const text = useText()
  if (entry === null)
    return (
      <Notice tone="stop" title={text('witness.code.missing')} live>
        {text('witness.code.missing.why')}
      </Notice>
    )
  const { seq, at, since } = entry
  return (
    <Notice tone="safe" title={text('witness.code.found', { seq, at: text.moment(at) })} live>
      {text('witness.code.found.since', { since })}
    </Notice>
  )
}
