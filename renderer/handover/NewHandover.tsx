import { useState } from 'react'
import { useLocation } from 'wouter'
import { useKept } from '../kept.ts'
import type { ColleagueId } from '../../shared/model.ts'
import { useAsking } from '../asking.ts'
import { ColleagueChoice } from '../ColleagueChoice.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Form, Link, Page, Stack } from '../ui/index.ts'

/** Who takes the caseload over. */
export function NewHandover() {
  const text = useText()
  const [, navigate] = useLocation()
  const { busy, refusal, ask } = useAsking()
  const [chosen, setChosen] = useKept<ColleagueId | null>('handover.colleague', null)
  const [isMissing, setMissing] = useState(false)
  const begin = async () => {
    setMissing(chosen === null)
    if (chosen === null) return
    const begun = await ask('handover.start', { colleagueId: chosen })
    if (begun.ok) navigate(`/handover/caseload/${begun.value.handoverId}`)
  }
  return (
    <Page
      title={text('caseload.new')}
      lead={text('caseload.new.lead')}
      back={{ label: text('caseload.open'), href: '/handover/caseload' }}
    >
      <Stack gap={24}>
        {refusal && <RefusalNotice refusal={refusal} live />}
        <Form
          onSubmit={() => void begin()}
          actions={
            <>
              <Button kind="primary" type="submit" busy={busy ? text('caseload.loading') : null}>
                {text('caseload.new.do')}
              </Button>
              <Link href="/handover/caseload">{text('app.cancel')}</Link>
            </>
          }
        >
          <ColleagueChoice
            one
            id="colleague"
            label={text('caseload.to')}
            error={isMissing && chosen === null ? text('caseload.to.missing') : undefined}
            values={chosen === null ? [] : [chosen]}
            onChange={([id]) => setChosen(id ?? null)}
          />
        </Form>
      </Stack>
    </Page>
  )
}
