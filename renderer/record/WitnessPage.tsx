import { useAnswer } from '../asking.ts'
import { useText } from '../text.tsx'
import { Page, Section, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { CheckRecord } from './CheckRecord.tsx'
import { Explain } from './Explain.tsx'
import { PaperCode } from './PaperCode.tsx'
import { WitnessAlarms } from './WitnessAlarms.tsx'
import { WitnessTables } from './WitnessTables.tsx'
import styles from './record.module.css'

const limits = ['machine', 'nobody', 'who'] as const

/** Who has seen this record, whether it fits, and what to do when it does not. */
export function WitnessPage() {
  const text = useText()
  const { value: standing, refusal, again } = useAnswer('record.standing', {})
  return (
    <Page
      title={text('witness.title')}
      lead={text('witness.lead')}
      back={{ label: text('vault.title'), href: '/vault' }}
    >
      <Stack gap={24}>
        {refusal && <RefusalNotice refusal={refusal} />}
        {standing && (
          <>
            <WitnessAlarms standing={standing} />
            {standing.lookFirst && <Explain standing={standing} onDone={again} />}
            <WitnessTables standing={standing} />
            <CheckRecord beside onChecked={again} />
            <PaperCode standing={standing} />
            {!standing.lookFirst && <Explain standing={standing} onDone={again} />}
          </>
        )}
        <Section title={text('witness.limits')}>
          <ul className={styles.limits}>
            {limits.map(limit => (
              <li key={limit}>{text(`witness.limits.${limit}`)}</li>
            ))}
          </ul>
        </Section>
      </Stack>
    </Page>
  )
}
